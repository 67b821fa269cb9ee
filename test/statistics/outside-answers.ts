import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, test } from '@jest/globals';

const folder = process.env['DISCLOSURE_CASES'];

/**
 * Tests against published answers of other programs, read from the folder that `DISCLOSURE_CASES` names, because some of
 * those files are under a licence that differs from ours. Without the folder they are skipped and say so; where
 * `DISCLOSURE_CASES_REQUIRED` is `true`, as `.ci/run` sets it, they fail instead.
 */
export const outsideAnswers = (title: string, answers: (read: (path: string) => string) => void): void => {
  if (folder !== undefined && existsSync(folder)) {
    describe(title, () => {
      answers((path) => {
        const bytes = readFileSync(join(folder, path));
        return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      });
    });
    return;
  }
  const absence = `OUTSIDE ANSWERS NOT CHECKED (${title}): set DISCLOSURE_CASES to the folder that holds them.`;
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
