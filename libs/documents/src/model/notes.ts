import type { Footnote, Table } from './document.js';
import { wordsOf, type Language } from '../words/language.js';

/** The numbers of footnotes, in the order of the table's list; '' for none. */
export function marksOf(table: Table, notes: readonly string[] | undefined): string {
  const all = table.footnotes ?? [];
  return (notes ?? [])
    .map((id) => all.findIndex((note) => note.id === id) + 1)
    .sort((one, other) => one - other)
    .join(', ');
}

/** A footnote as it is printed: what it is, then its text. */
export function footnoteText({ kind, text }: Footnote, language: Language): string {
  const words = wordsOf(language);
  return `${words.footnote[kind]}${words.colon}${text}`;
}
