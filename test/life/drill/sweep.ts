import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One way in which a word may stand somewhere. */
export interface Guise {
  readonly as: string;
  readonly bytes: Buffer;
}

/** The characters of base64 that a run of bytes always gives, wherever in a longer text it begins. */
function base64At(bytes: Buffer, offset: 0 | 1 | 2, encoding: 'base64' | 'base64url'): Buffer {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString(encoding)
    .replaceAll('=', '');
  const whole = Math.floor(((offset + bytes.length) * 8) / 24) * 4;
  return Buffer.from(text.slice([0, 2, 3][offset], whole));
}

/** A word in raw bytes, UTF-8, UTF-16 of both kinds, base64 at each of its three places, and hexadecimal. */
export function guisesOf(word: string): Guise[] {
  const utf8 = Buffer.from(word, 'utf8');
  const utf16 = Buffer.from(word, 'utf16le');
  const hex = utf8.toString('hex');
  const guises: Guise[] = [
    { as: 'raw bytes', bytes: Buffer.from(word, 'latin1') },
    { as: 'UTF-8', bytes: utf8 },
    { as: 'UTF-16LE', bytes: utf16 },
    { as: 'UTF-16BE', bytes: Buffer.from(utf16).swap16() },
    { as: 'hex', bytes: Buffer.from(hex) },
    { as: 'HEX', bytes: Buffer.from(hex.toUpperCase()) },
  ];
  for (const encoding of ['base64', 'base64url'] as const)
    for (const offset of [0, 1, 2] as const)
      guises.push({ as: `${encoding} at ${offset}`, bytes: base64At(utf8, offset, encoding) });
  return guises;
}

/** Where a word was found, and as what. */
export interface Found {
  readonly file: string;
  readonly as: string;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry: Dirent) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Every file of a folder, unpacked where it is packed, searched for every guise of every word. Returns where,
 * and how many bytes were looked at.
 */
export function sweep(
  folder: string,
  words: readonly string[],
): { readonly found: readonly Found[]; readonly files: number; readonly bytes: number } {
  const guises = words.flatMap(guisesOf);
  const found: Found[] = [];
  let [files, bytes] = [0, 0];
  for (const file of filesIn(folder)) {
    const packed = readFileSync(file);
    const content = file.endsWith('.gz') ? gunzipSync(packed) : packed;
    files += 1;
    bytes += content.length;
    for (const guise of guises)
      if (content.includes(guise.bytes)) found.push({ file: relative(folder, file), as: guise.as });
  }
  return { found, files, bytes };
}
