import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CheckpointFile,
  checkpointFiles,
  checkpointKey,
  notesOf,
  publicKeyName,
  readCheckpoint,
  readVerifierLine,
  verifyAudit,
  type ChainHead,
} from '#crypto';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkpoints-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const idOf = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const hashOf = (n: number): string => createHash('sha256').update(String(n)).digest('hex');
const heads = (seqs: readonly number[]): ChainHead[] =>
  seqs.map((seq, chain) => ({ chain: idOf(chain), seq, hash: seq === 0 ? '' : hashOf(chain * 1e6 + seq) }));
const notes = () =>
  checkpointFiles(folder).flatMap((path) => [...notesOf(readFileSync(path, 'utf8').split('\n'))]);

/** RFC 6962 as it is written there, by its own recursion. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return createHash('sha256')
    .update(Buffer.of(1))
    .update(rootOf(leaves.slice(0, split)))
    .update(rootOf(leaves.slice(split)))
    .digest();
}
const rootOver = (all: readonly ChainHead[]): string =>
  rootOf(
    [...all]
      .sort((a, b) => (a.chain < b.chain ? -1 : 1))
      .map(({ chain, seq, hash }) =>
        createHash('sha256').update(Buffer.of(0)).update(`${chain} ${seq} ${hash}`).digest(),
      ),
  ).toString('hex');

async function faultsOf(): Promise<string[]> {
  const verifier = readVerifierLine(readFileSync(join(folder, publicKeyName), 'utf8'));
  async function* lines(): AsyncGenerator<string> {
    yield JSON.stringify({ format: 'situation-table audit', version: 1 });
    await Promise.resolve();
    for (const checkpoint of notes()) yield JSON.stringify({ checkpoint });
    yield JSON.stringify({ end: { events: 0 } });
  }
  const { faults } = await verifyAudit(lines(), { verifier });
  // There is no event in this log: that the chains are gone is right.
  return faults.filter(({ kind }) => kind !== 'wiped').map(({ says }) => says);
}

const open = (): CheckpointFile => new CheckpointFile(folder, checkpointKey(folder));
/** The next checkpoint, as the job makes it. */
function append(
  file: CheckpointFile,
  seqs: readonly number[],
  day: number,
  told?: { number: number },
): number {
  const last = file.last();
  if (told !== undefined) expect(last?.number ?? 0).toBe(told.number);
  return file.append({
    number: (last?.number ?? 0) + 1,
    at: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    before: last?.digest ?? null,
    heads: heads(seqs),
  }).number;
}

describe('the files of checkpoints', () => {
  it('know the last one of twenty thousand chains, list what moved, and are read again by nobody who wrote them', () => {
    const seqs = Array.from({ length: 20_000 }, (_, i) => i + 1);
    const file = open();
    append(file, seqs, 1);
    const [path] = checkpointFiles(folder) as [string];
    const first = statSync(path).size;
    expect(first).toBeGreaterThan(1 << 20);
    seqs[7_000] = 900_000;
    append(file, seqs, 1);
    expect(statSync(path).size - first).toBeLessThan(1_000);
    // Another process finds it too.
    expect(open().last()?.number).toBe(2);
    append(file, seqs, 2);
    expect(checkpointFiles(folder)).toHaveLength(2);
    expect(notes().map(({ text }) => readCheckpoint(text)?.heads.length)).toEqual([20_000, 1, 20_000]);
  });

  it.each([
    ['in its text', (size: number) => size + 40],
    ['between its text and its signature', (size: number, note: string) => size + note.indexOf('\n\n') + 2],
    ['in its signature', (size: number, note: string) => size + note.length - 30],
    ['before its last line end', (size: number, note: string) => size + note.length - 1],
  ])('lose nothing but a note that was torn %s, and go on behind the one before', async (_where, cut) => {
    const file = open();
    append(file, [1, 2], 1);
    const [path] = checkpointFiles(folder) as [string];
    const size = statSync(path).size;
    append(file, [3, 2], 1);
    const note = readFileSync(path, 'utf8').slice(size);
    truncateSync(path, cut(size, note));
    expect(append(open(), [3, 4], 1, { number: 1 })).toBe(2);
    expect(notes()).toHaveLength(2);
    expect(await faultsOf()).toEqual([]);
  });

  it('lose a note of zeros or of somebody else’s signature at the end, not what is before', async () => {
    append(open(), [1], 1);
    const [path] = checkpointFiles(folder) as [string];
    const whole = readFileSync(path, 'utf8');
    appendFileSync(path, Buffer.alloc(400));
    expect(open().last()?.number).toBe(1);
    expect(readFileSync(path, 'utf8')).toBe(whole);
    writeFileSync(path, `${whole}${whole.replace('number 1', 'number 2')}`);
    expect(append(open(), [2], 1, { number: 1 })).toBe(2);
    expect(await faultsOf()).toEqual([]);
  });

  it('name a root that is not over the chains that were listed', async () => {
    const file = open();
    append(file, [1, 2, 3], 1);
    append(file, [1, 5, 3], 1);
    append(file, [1, 6, 3], 1);
    const [path] = checkpointFiles(folder) as [string];
    const all = notes();
    writeFileSync(
      path,
      [all[0]!, all[2]!].map(({ text, signature }) => `${text}\n${signature}\n\n`).join(''),
    );
    expect((await faultsOf())[0]).toContain('does not follow');
  });

  it('follow each other whole, for any moves, days, processes and torn ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            moves: fc.array(fc.nat({ max: 11 }), { maxLength: 4 }),
            begins: fc.nat({ max: 2 }),
            day: fc.constantFrom(0, 0, 1),
            process: fc.nat({ max: 1 }),
            torn: fc.option(fc.integer({ min: 1, max: 2_000 }), { freq: 3 }),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        async (steps) => {
          for (const path of checkpointFiles(folder)) rmSync(path);
          const processes = [open(), open()];
          let [seqs, day, made]: [number[], number, number] = [[1, 1], 1, 0];
          for (const { moves, begins, day: later, process, torn } of steps) {
            seqs = [...seqs, ...Array.from({ length: begins }, () => 0)];
            for (const chain of moves) if (chain < seqs.length) seqs[chain] = (seqs[chain] ?? 0) + 1;
            day += later;
            made = append(processes[process]!, seqs, day, { number: made });
            const read = readCheckpoint(notes().at(-1)!.text)!;
            expect(read.all).toEqual({ chains: seqs.length, root: rootOver(heads(seqs)) });
            if (torn === null) continue;
            const path = checkpointFiles(folder).at(-1)!;
            const note = notes().at(-1)!;
            const length = Buffer.byteLength(`${note.text}\n${note.signature}\n\n`);
            // The write was never acknowledged: what is left of the note is cut anywhere.
            truncateSync(path, statSync(path).size - Math.min(torn, length));
            made -= 1;
          }
          processes[0]!.last();
          expect(await faultsOf()).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
