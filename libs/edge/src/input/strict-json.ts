import { Problem } from '../problems.js';
import { textFault } from './clean-text.js';

export const maxDepth = 8;
/** Names that reach a prototype where an object is built from what was sent. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * One JSON value from bytes, stricter than JSON.parse: valid UTF-8, at most 8 levels, no key twice, no key that reaches a
 * prototype, no invisible or control characters. Empty bytes are no value. Throws Problem with a code that says which.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  const source = decode(bytes);
  const value = parse(source);
  // From here on the source is known to be well-formed JSON, so the scan may rely on its grammar.
  scanStructure(source);
  checkTexts(value);
  return value;
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

function checkTexts(value: unknown): void {
  if (typeof value === 'string') {
    const fault = textFault(value);
    if (fault !== undefined) throw new Problem(fault);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    checkTexts(key);
    checkTexts(inner);
  }
}
