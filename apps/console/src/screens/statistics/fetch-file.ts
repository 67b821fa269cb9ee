import { api, ask } from '../../api/api.js';

export interface FetchedFile {
  readonly blob: Blob;
  /** SHA-256 of the bytes that came, in hexadecimal. */
  readonly sha256: string;
  /** The header and the first lines. */
  readonly head: readonly (readonly string[])[];
}

const shownLines = 6;
const newline = 10;

/**
 * Fetches the file of an approved export and tells after each piece how many records have come. Nothing is
 * saved yet.
 */
export async function fetchFile(id: string, onRecords: (records: number) => void): Promise<FetchedFile> {
  const stream = (await ask(() =>
    api.GET('/api/v1/statistics/exports/{id}/records.csv', { params: { path: { id } }, parseAs: 'stream' }),
  )) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let lines = 0;
  const reader = stream.getReader();
  for (;;) {
    const { value } = await reader.read();
    if (value === undefined) break;
    pieces.push(value);
    for (const byte of value) if (byte === newline) lines += 1;
    onRecords(Math.max(0, lines - 1));
  }
  const blob = new Blob(pieces, { type: 'text/csv' });
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  const start = await blob.slice(0, 8192).text();
  return {
    blob,
    sha256: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    head: start
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .slice(0, shownLines)
      .map(fieldsOf),
  };
}

/** The fields of one line; the files of this product have no line breaks inside a field. */
function fieldsOf(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
