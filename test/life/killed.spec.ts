import { spawn } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  checkFiles,
  dumpData,
  dumpKeys,
  keyDumpName,
  manifestName,
  newestData,
  readKeyDump,
  readManifest,
  restoreData,
} from '#database/backup';
import { cloneDatabase } from '#testing';
import { buildProduct, checkout } from '../world/built.js';
import { takeTo } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';

const secret = 'of this test';
const sign = (content: string): string => createHmac('sha256', secret).update(content).digest('hex');
const rounds = 4;

let world: World;
let folder: string;
beforeAll(async () => {
  buildProduct();
  world = await createWorld();
  await takeTo(world, 'intervention');
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
}, 300_000);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * A process of its own, killed without warning while it works at the table that is named by its place;
 * resolves with how many tables it had begun.
 */
function killedAt(place: number, script: string): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `
    import { createHmac } from 'node:crypto';
    import { dumpData, manifestName, readKeyDump, readManifest, restoreData } from '#database/backup';
    const sign = (content) => createHmac('sha256', ${JSON.stringify(secret)}).update(content).digest('hex');
    const told = () => { process.stdout.write('.'); };
    ${script}`,
    ],
    { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return new Promise((resolve, reject) => {
    let begun = 0,
      said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
    });
    child.stdout.on('data', (dots: Buffer) => {
      begun += dots.length;
      if (begun >= place) child.kill('SIGKILL');
    });
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0) resolve(begun);
      else reject(new Error(said));
    });
  });
}
// Said, so that a moment that failed can be chosen again: KILLED_SEED.
const seed = Number(process.env['KILLED_SEED'] ?? Date.now() % 1_000_000);
process.stdout.write(`killed: KILLED_SEED=${seed}\n`);
const placeOf = (round: number): number =>
  1 + round * 10 + Math.floor(createHash('sha256').update(`${seed} ${round}`).digest()[0]! / 25.7);

describe('killed at a moment that nobody chose', () => {
  it('a backup leaves nothing that is taken for a whole one, and the next completes', async () => {
    const { folder: whole } = await dumpData(world.database.url('backup'), folder, sign);
    for (let round = 0; round < rounds; round += 1) {
      const before = newestData(folder);
      const begun = await killedAt(
        placeOf(round),
        `await dumpData(${JSON.stringify(world.database.url('backup'))}, ${JSON.stringify(folder)}, sign, told);`,
      );
      expect(begun).toBeGreaterThan(0);
      // Killed before its end it is not there; where it was quicker than the kill it is whole.
      const newest = newestData(folder) ?? '';
      if (newest !== before) await checkFiles(newest, readManifest(join(newest, manifestName), sign));
      const { folder: next, manifest } = await dumpData(world.database.url('backup'), folder, sign);
      expect(newestData(folder)).toBe(next);
      await checkFiles(next, readManifest(join(next, manifestName), sign));
      expect(manifest.tables.length).toBeGreaterThan(10);
      expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
    }
    await checkFiles(whole, readManifest(join(whole, manifestName), sign));
  }, 300_000);

  it('a restore leaves an empty database, and the next completes', async () => {
    const { folder: from } = await dumpData(world.database.url('backup'), folder, sign);
    const keys = join(folder, keyDumpName);
    await dumpKeys(world.data, keys, sign);
    const manifest = readManifest(join(from, manifestName), sign);
    const [{ n: situations }] = (await world.database.plant<{ n: string }>(
      'select count(*) as n from app.situation',
    )) as [{ n: string }];
    for (let round = 0; round < rounds; round += 1) {
      const database = await cloneDatabase();
      try {
        const target = { superuser: database.url('postgres'), migrator: database.url('migrator') };
        const begun = await killedAt(
          placeOf(round),
          `const from = ${JSON.stringify(from)};
          await restoreData(${JSON.stringify(target)}, from, readManifest(from + '/' + manifestName, sign), await readKeyDump(${JSON.stringify(keys)}, sign), told);`,
        );
        expect(begun).toBeLessThanOrEqual(manifest.tables.length);
        // The server notices late that nobody listens: what it was told last is done or given up before it is
        // looked at.
        for (let left = 1; left > 0;)
          left = (
            await database.plant(
              "select from pg_stat_activity where application_name = 'situation-table restore' and datname = current_database()",
            )
          ).length;
        const found = await database.plant<{ n: string }>('select count(*) as n from app.situation');
        // All or nothing: never a part.
        expect(['0', situations]).toContain(found[0]?.n);
        if (found[0]?.n === '0') await restoreData(target, from, manifest, await readKeyDump(keys, sign));
        expect(await database.plant('select count(*) as n from app.situation')).toEqual([{ n: situations }]);
        expect(await database.plant('select audit.first_broken($1) as at', [world.tables.harbour])).toEqual([
          { at: null },
        ]);
      } finally {
        await database.drop();
      }
    }
  }, 300_000);
});
