import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { tier } from '#testing';
import { buildProduct } from '../world/built.js';
import { drill } from '../life/drill/drill.js';

jest.setTimeout(600_000);
beforeAll(() => {
  buildProduct();
});

describe('the drill, with a word left in three places before it searches', () => {
  const lines: string[] = [];
  let code: number;
  let failed: string[];
  beforeAll(async () => {
    code = await drill(
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
    failed = lines.filter((line) => line.trim().startsWith('✗'));
  });

  it('finds it in a log in clear, in the database’s files in base64, in a packed dump in UTF-16', () => {
    // One that ended before it searched says why.
    if (failed.length !== 2) throw new Error(lines.join('\n'));
    expect(code).toBe(1);
    const files = failed.map((line) => [...line.matchAll(/but (.+?) as (\S+)/g)].map(([, file]) => file));
    expect(failed[0]).toContain('postgresql.log as UTF-8');
    expect(failed[0]).toMatch(/left-over as base64 at \d/);
    expect(failed[1]).toContain('left.copy.gz as UTF-16LE');
    // And nothing else is found there.
    expect(files.map((found) => [...new Set(found)].sort())).toEqual([
      ['postgresql.log', 'postgresql/left-over'],
      ['data-by-hand/left.copy.gz'],
    ]);
  });

  it('holds every other promise about the end of a situation', () => {
    expect(lines.filter((line) => line.includes('✓')).length).toBeGreaterThan(18);
    expect(lines.at(-1)).toBe('2 promise(s) did not hold; each is marked ✗ above.');
  });
});

// Two minutes more for the same steps: nightly alone.
if (tier === 'nightly')
  it('ends with 0 where every promise holds', async () => {
    const lines: string[] = [];
    const code = await drill((line) => {
      lines.push(line);
    });
    if (code !== 0) throw new Error(lines.join('\n'));
    expect(lines.at(-1)).toMatch(/^Every promise held/);
  });
