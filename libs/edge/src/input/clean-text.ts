/**
 * Characters that no text of ours may hold: they change how a text reads without being seen, end it early, or break a file it is
 * later written to. Controls but tab and line ends; direction changes; zero-width and other invisible ones; separators; tags;
 * non-characters. (Unicode Technical Report 36 §2 and 39 §3.)
 */
const ranges = [
  '\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F',
  '\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F',
  '\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\uFFFE\\uFFFF',
  '\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E0FFF}',
];
// eslint-disable-next-line no-misleading-character-class -- each of them is meant alone
const refused = new RegExp(`[${ranges.join('')}]`, 'u');
const halfCharacter = /\p{Surrogate}/u;

/** What is wrong with the characters of a text, if anything. */
export function textFault(value: string): 'request.controlCharacter' | 'request.badEncoding' | undefined {
  if (halfCharacter.test(value)) return 'request.badEncoding';
  return refused.test(value) ? 'request.controlCharacter' : undefined;
}
