import { Problem, type FieldProblem } from '../problems.js';
import { checkText, problemOfTexts } from './clean-text.js';
import { joinedPath, knownName } from './field-path.js';

const maxDepth = 8;
/** Names that reach a prototype where an object is built from what was sent. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * One JSON value from bytes, stricter than JSON.parse: valid UTF-8, at most 8 levels, no key twice, no key
 * that reaches a prototype, no control character or override of direction. Texts come back cleaned
 * (`cleanText`), names as they are. Empty bytes are no value. Throws Problem with a code that says which, and
 * the fields whose texts are refused.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  const source = decode(bytes);
  const value = parse(source);
  // From here on the source is known to be well-formed JSON, so the scan may rely on its grammar.
  scanStructure(source);
  const refused: FieldProblem[] = [];
  const cleaned = withCleanTexts(value, '', refused);
  if (refused.length > 0) throw problemOfTexts(refused);
  return cleaned;
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Problem('request.badEncoding');
  }
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new Problem('request.malformed');
  }
}

function scanStructure(source: string): void {
  // One entry for each level open: the keys seen of an object, or undefined for an array.
  const levels: (Set<string> | undefined)[] = [];
  let keyExpected = false;
  for (let at = 0; at < source.length; at += 1) {
    switch (source[at]) {
      case '{':
      case '[':
        keyExpected = source[at] === '{';
        levels.push(keyExpected ? new Set() : undefined);
        if (levels.length > maxDepth) throw new Problem('request.tooDeep');
        break;
      case '}':
      case ']':
        levels.pop();
        keyExpected = false;
        break;
      case ',':
        keyExpected = levels.at(-1) !== undefined;
        break;
      case '"': {
        const end = endOfString(source, at);
        if (keyExpected) seeKey(levels.at(-1), JSON.parse(source.slice(at, end + 1)) as string);
        keyExpected = false;
        at = end;
        break;
      }
      default:
    }
  }
}

function endOfString(source: string, start: number): number {
  let at = start + 1;
  while (source[at] !== '"') at += source[at] === '\\' ? 2 : 1;
  return at;
}

function seeKey(seen: Set<string> | undefined, key: string): void {
  if (forbiddenKeys.has(key)) throw new Problem('request.forbiddenKey');
  if (seen?.has(key) === true) throw new Problem('request.duplicateKey');
  seen?.add(key);
}

function withCleanTexts(value: unknown, path: string, refused: FieldProblem[]): unknown {
  if (typeof value === 'string') {
    const checked = checkText(value, path === '' ? '*' : path);
    if ('clean' in checked) return checked.clean;
    refused.push(checked.refused);
    return value;
  }
  if (Array.isArray(value))
    return value.map((inner, place) => withCleanTexts(inner, joinedPath(path, String(place)), refused));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = joinedPath(path, knownName(key));
      const checked = checkText(key, joinedPath(path, '*'));
      if ('refused' in checked) refused.push(checked.refused);
      return [key, withCleanTexts(inner, name, refused)];
    }),
  );
}
