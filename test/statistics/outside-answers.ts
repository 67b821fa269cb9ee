import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, test } from '@jest/globals';

const committed = new URL('./answers/', import.meta.url).pathname;
const outside = process.env['DISCLOSURE_CASES'];

/** The file of that path, `.gz` or not, in the repository or in the folder that `DISCLOSURE_CASES` names. */
function fileOf(path: string): string | undefined {
  return [committed, ...(outside === undefined ? [] : [outside])]
    .flatMap((folder) => [join(folder, path), join(folder, `${path}.gz`)])
    .find((file) => existsSync(file));
}

function read(path: string): string {
  const file = fileOf(path);
  if (file === undefined) throw new Error(`There is no answer ${path}.`);
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/**
 * Tests against published answers of other programs. Those whose licence allows it are in `answers/` beside
 * this file; the others are read from the folder that `DISCLOSURE_CASES` names. Where a folder of `sources`
 * is in neither, the tests are skipped and say so; where `DISCLOSURE_CASES_REQUIRED` is `true`, as `.ci/run`
 * sets it, they fail instead.
 */
export const outsideAnswers = (
  title: string,
  sources: readonly string[],
  answers: (read: (path: string) => string) => void,
): void => {
  if (sources.every((source) => fileOf(source) !== undefined)) {
    describe(title, () => answers(read));
    return;
  }
  const absence = `OUTSIDE ANSWERS NOT CHECKED (${title}): set DISCLOSURE_CASES to the folder that contains ${sources.join(', ')}.`;
  if (process.env['DISCLOSURE_CASES_REQUIRED'] === 'true') {
    test(title, () => {
      throw new Error(absence);
    });
  } else {
    console.warn(absence);
    test.skip(title, () => undefined);
  }
};

/** Comma separated rows as records, numbers left as text. */
export const rowsOf = (text: string, separator = ','): Record<string, string>[] => {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split(separator).map((field) => field.replace(/^"|"$/g, '')));
  const header = lines[0] ?? [];
  return lines
    .slice(1)
    .map((fields) => Object.fromEntries(header.map((name, at) => [name, fields[at] ?? ''])));
};
