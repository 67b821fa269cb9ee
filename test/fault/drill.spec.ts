import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { buildProduct } from '../world/built.js';
import { drill } from '../life/drill/drill.js';

jest.setTimeout(600_000);
beforeAll(() => {
  buildProduct();
});

describe('the drill', () => {
  it('holds every promise about the end of a situation', async () => {
    const lines: string[] = [];
    const code = await drill((line) => {
      lines.push(line);
    });
    if (code !== 0) throw new Error(lines.join('\n'));
    expect(lines.filter((line) => line.includes('✓')).length).toBeGreaterThan(20);
  });

  it('fails where a word is left: in a log in clear, in the database’s files in base64, in a packed dump in UTF-16', async () => {
    const lines: string[] = [];
    const code = await drill(
      (line) => {
        lines.push(line);
      },
      {
        beforeSearch: (folders, word) => {
          appendFileSync(join(folders.data, 'postgresql.log'), `a line that quotes ${word}\n`);
          writeFileSync(
            join(folders.data, 'postgresql', 'left-over'),
            Buffer.from(`xx${word}`).toString('base64'),
          );
          mkdirSync(join(folders.backups, 'data-by-hand'));
          writeFileSync(
            join(folders.backups, 'data-by-hand', 'left.copy.gz'),
            gzipSync(Buffer.from(word, 'utf16le')),
          );
        },
      },
    );
    const failed = lines.filter((line) => line.trim().startsWith('✗'));
    // One that ended before it searched says why.
    if (failed.length !== 2) throw new Error(lines.join('\n'));
    expect(code).toBe(1);
    expect(failed[0]).toContain('postgresql.log as UTF-8');
    expect(failed[0]).toMatch(/left-over as base64 at \d/);
    expect(failed[1]).toContain('left.copy.gz as UTF-16LE');
  });
});
