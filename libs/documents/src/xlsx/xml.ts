const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text for an element or an attribute of a sheet. SpreadsheetML reads `_x0041_` as an escaped character
 * (ECMA-376, 22.4.2.4), so a text that looks like one has its own first underscore escaped.
 */
export const xmlText = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll(/[&<>"]/g, (character) => entities[character] as string);

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A part of a package. */
export const part = (body: string): string => head + body;

/** A, B … Z, AA: the name of a column, counted from 0. */
export function columnName(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : columnName(Math.floor(place / 26) - 1) + last;
}
