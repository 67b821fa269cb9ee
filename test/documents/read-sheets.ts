import { inflateRawSync } from 'node:zlib';
import type { ReadGrid } from './read.js';

/** The files of a package, by the directory at its end. */
function filesOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, named, more, remark, from] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const start = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
    files.set(
      zip.toString('utf8', at + 46, at + 46 + named),
      inflateRawSync(zip.subarray(start, start + size)).toString('utf8'),
    );
    at += 46 + named + more + remark;
  }
  return files;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const plain = (text: string): string =>
  text
    .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] as string)
    .replaceAll(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** How the cells of a workbook look, by the number that a cell names. */
export function stylesOf(bytes: Uint8Array): string[] {
  const cells = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(filesOf(bytes).get('xl/styles.xml') ?? '')?.[1] ?? '';
  return [...cells.matchAll(/<xf [^>]*>/g)].map(([style]) => style);
}

export interface ReadSheet {
  readonly name: string;
  readonly rows: ReadGrid;
  readonly xml: string;
}

const placeOf = (letters: string): number =>
  [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The sheets of a workbook, as a program that opens one sees them: by their relations and their cells' names. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const files = filesOf(bytes);
  const targets = new Map(
    [...(files.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/Id="([^"]+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id, target]) => [id, target],
    ),
  );
  const sheets = [
    ...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"[^>]*r:id="([^"]+)"/g),
  ];
  return sheets.map(([, name = '', id]) => {
    const xml = files.get(`xl/${targets.get(id)}`) ?? '';
    return { name: plain(name), rows: rowsOf(xml), xml };
  });
}

function rowsOf(xml: string): ReadGrid {
  const rows: (string | number | null)[][] = [];
  for (const [, number, cells = ''] of xml.matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)) {
    const row: (string | number | null)[] = [];
    for (const [, letters = '', rest = '', body = ''] of cells.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*)>(.*?)<\/c>/gs,
    )) {
      const words = /^<is><t xml:space="preserve">(.*)<\/t><\/is>$/s.exec(body)?.[1];
      const figure = /^<v>(.*)<\/v>$/s.exec(body)?.[1];
      if (rest.includes('t="inlineStr"') ? words === undefined : figure === undefined)
        throw new Error(`no cell: ${body}`);
      row[placeOf(letters)] = words === undefined ? Number(figure) : plain(words);
    }
    rows[Number(number) - 1] = Array.from(row, (field) => field ?? null);
  }
  return Array.from(rows, (row) => row ?? []);
}

/** A file of RFC 4180: with quotes it is text, without them a number. The guard's apostrophe is taken away. */
export function readCsv(bytes: Uint8Array): ReadGrid {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!text.startsWith('\ufeff')) throw new Error('no byte-order mark');
  const rows: (string | number | null)[][] = [[]];
  const form = /"((?:[^"]|"")*)"(,|\r\n)|([^",\r\n]*)(,|\r\n)/gy;
  form.lastIndex = 1;
  while (form.lastIndex < text.length) {
    const [, words, after, bare, bareAfter] = form.exec(text) ?? [];
    if ((after ?? bareAfter) === undefined) throw new Error('not RFC 4180');
    const field =
      words !== undefined ? words.replaceAll('""', '"').replace(/^'/, '') : bare === '' ? null : Number(bare);
    rows.at(-1)?.push(field);
    if ((after ?? bareAfter) === '\r\n') rows.push([]);
  }
  rows.pop();
  return rows;
}
