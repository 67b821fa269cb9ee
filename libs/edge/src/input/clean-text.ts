import { cleanText, findRefusedCharacter, type RefusedCharacter } from '#domain/text';
import { Problem, type FieldProblem } from '../problems.js';

/** The text as it is kept, or the field with what is refused in it. */
export type CheckedText = { readonly clean: string } | { readonly refused: FieldProblem };

/**
 * Invisible characters that change nothing are removed; a control or an override of direction is named with
 * its place, not removed.
 */
export function checkText(text: string, field: string): CheckedText {
  const found = findRefusedCharacter(text);
  return found === undefined ? { clean: cleanText(text) } : { refused: fieldProblem(found, field) };
}

/** A text that stands alone, such as a part of an address. Throws Problem. */
export function cleanAlone(text: string, field: string): string {
  const checked = checkText(text, field);
  if ('refused' in checked) throw problemOfTexts([checked.refused]);
  return checked.clean;
}

/** One refusal for all texts of a request that have a refused character. */
export function problemOfTexts(fields: readonly FieldProblem[]): Problem {
  const isEncoding = fields.some(({ rule }) => rule === 'halfCharacter');
  return new Problem(isEncoding ? 'request.badEncoding' : 'request.controlCharacter', fields.slice(0, 50));
}

function fieldProblem({ kind, place, character }: RefusedCharacter, field: string): FieldProblem {
  return { field, rule: kind, place, character };
}
