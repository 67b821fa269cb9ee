import { createHash } from 'node:crypto';
import type { Block, Document } from '../model/document.js';
import { wordsOf } from '../words/language.js';
import { escaped } from './escape.js';
import { styleOf } from './style.js';
import { tableHtml } from './table-html.js';

/**
 * One page of HTML without a script, with its style and its fonts in it; its own policy lets it load nothing and
 * run nothing. It prints on Letter and is read on a telephone.
 */
export function htmlOf(document: Document): string {
  const body = bodyHtml(document);
  const style = styleOf(body);
  const hash = createHash('sha256').update(style).digest('base64');
  const words = wordsOf(document.language);
  const foot =
    document.foot === undefined ? '' : `<footer><p dir="auto">${escaped(document.foot)}</p></footer>`;
  return (
    `<!doctype html>\n<html lang="${words.tag}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">' +
    `<title>${escaped(document.title)}</title><style>${style}</style></head>\n<body><div class="paper">${headerHtml(document)}` +
    `<main>${body}</main>${foot}</div></body></html>\n`
  );
}

function headerHtml({ title, over, subtitle }: Document): string {
  const line = (text: string | undefined, kind: string): string =>
    text === undefined ? '' : `<p class="${kind}" dir="auto">${escaped(text)}</p>`;
  return `<header>${line(over, 'over')}<h1 dir="auto">${escaped(title)}</h1>${line(subtitle, 'subtitle')}</header>`;
}

function bodyHtml({ blocks, language }: Document): string {
  let html = '';
  let tables = 0;
  let level: 1 | 2 | 3 = 1;
  let notes: string[] = [];
  const endNotes = (): void => {
    if (notes.length > 0) html += `<div class="notes">${notes.join('')}</div>`;
    notes = [];
  };
  for (const block of blocks) {
    if (block.kind === 'note') {
      notes.push(`<p dir="auto"><b>${escaped(block.lead)}</b> ${escaped(block.text)}</p>`);
      continue;
    }
    endNotes();
    if (block.kind === 'table') {
      tables += 1;
      html += `${tableHtml({ table: block, number: tables, language, headingLevel: (level + 1) as 2 | 3 | 4 })}\n`;
      continue;
    }
    // A heading of the third level right under the title is a heading of the second.
    if (block.kind === 'heading') level = Math.min(block.level, level + 1) as 2 | 3;
    html += `${simpleHtml(block, level)}\n`;
  }
  endNotes();
  return html;
}

function simpleHtml(block: Exclude<Block, { kind: 'table' | 'note' }>, level: number): string {
  if (block.kind === 'heading') return `<h${level} dir="auto">${escaped(block.text)}</h${level}>`;
  if (block.kind === 'paragraph') return `<p dir="auto">${escaped(block.text)}</p>`;
  const entries = block.entries.map(
    ({ term, meaning }) => `<dt dir="auto">${escaped(term)}</dt><dd dir="auto">${escaped(meaning)}</dd>`,
  );
  return `<dl>${entries.join('')}</dl>`;
}
