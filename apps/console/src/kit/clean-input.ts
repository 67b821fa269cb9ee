import { cleanText } from '#domain/text';

type Control = HTMLInputElement | HTMLTextAreaElement;

/**
 * What is in a field, without the invisible characters that the server would remove as well, so that page and
 * server have the same text.
 * The caret stays at the words where it was.
 */
export function readClean(control: Control): string {
  // A field of one line drops line ends without a space: two words would become one.
  const lineEnd = control instanceof HTMLTextAreaElement ? '\n' : ' ';
  const clean = (text: string): string => cleanText(text).replaceAll('\n', lineEnd);
  const value = clean(control.value);
  if (value === control.value) return value;
  // An email field has no caret that a script may know.
  const before = control.selectionStart;
  const caret = before === null ? null : clean(control.value.slice(0, before)).length;
  control.value = value;
  if (caret !== null) control.setSelectionRange(caret, caret);
  return value;
}
