import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CheckpointFile,
  checkpointKey,
  checkpointFiles,
  FileKeyProvider,
  notesOf,
  publicKeyName,
} from '#crypto';
import { runScheduledJobs } from '#database/jobs';
import { Queue } from '#database/queue';
import { buildProduct, checkout } from '../world/built.js';
import { CheckpointsService } from '../../apps/api/src/audit/checkpoints.service.js';
import { takeTo } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';

let world: World;
let folder: string;
let checkpoints: string;
beforeAll(async () => {
  buildProduct();
  world = await createWorld();
  folder = mkdtempSync(join(tmpdir(), 'commands '));
  checkpoints = join(folder, 'checkpoints');
  await (await FileKeyProvider.openOrCreate(join(folder, 'keys'))).close();
}, 120_000);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command as an operator types it, with the database named by its logins and nothing else of our environment. */
function command(words: readonly string[], env: Readonly<Record<string, string>> = ofWorld()): Said {
  const done = spawnSync(
    process.execPath,
    [join(checkout, 'dist', 'apps', 'cli', 'src', 'main.js'), ...words],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } },
  );
  return { code: done.status, out: done.stdout, err: done.stderr };
}
const ofWorld = (): Record<string, string> => ({
  DATABASE_URL: world.database.url('app'),
  AUTHN_URL: world.database.url('authn'),
  JOB_URL: world.database.url('job'),
  BACKUP_URL: world.database.url('backup'),
  SITUATION_TABLE_DATA: join(folder, 'data'),
  SITUATION_TABLE_KEYS: join(folder, 'keys'),
  SITUATION_TABLE_CHECKPOINTS: checkpoints,
});

describe('situation-table retention run --dry-run', () => {
  it('lists what falls due within the days, and destroys nothing; without it what is due goes', async () => {
    await world.database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
    expect(command(['retention', 'run', '--dry-run'])).toEqual({
      code: 0,
      out: 'Nothing falls due within 30 days.\n',
      err: '',
    });
    const story = await takeTo(world, 'concluded');
    await world.ahead('45 days');
    await runScheduledJobs(world.data);
    const [{ on, days }] = (await world.database.plant<{ on: string; days: number }>(
      `select destroy_on::text as on, destroy_on - (sec.domain_now() at time zone 'America/Toronto')::date as days from app.due_within(null) where situation_id = $1`,
      [story.id],
    )) as [{ on: string; days: number }];
    const line = `${on}  ${story.number}  ${world.tables.harbour}  will be destroyed`;
    expect(command(['retention', 'run', '--dry-run']).out).toBe('Nothing falls due within 30 days.\n');
    expect(command(['retention', 'run', '--dry-run', '--days', String(days + 2)]).out).toBe(
      `${line}\n1 situation falls due within ${days + 2} days. Nothing was destroyed.\n`,
    );
    await world.ahead(`${days + 2} days`);
    expect(command(['retention', 'run', '--dry-run'])).toEqual({
      code: 0,
      out: `${line}\n1 situation falls due within 30 days. Nothing was destroyed.\n`,
      err: '',
    });
    expect(await world.database.plant('select from app.situation where id = $1', [story.id])).toHaveLength(1);
    expect(command(['retention', 'run'])).toEqual({
      code: 0,
      out: 'Destroyed 1 situation; each has its certificate.\n',
      err: '',
    });
    expect(await world.database.plant('select from app.situation where id = $1', [story.id])).toEqual([]);
  });

  it('says how it is used, and refuses what it does not understand', () => {
    expect(command(['retention', 'run', '--help'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('[--dry-run] [--days …]') as unknown,
    });
    expect(command(['retention', 'run', '--dry-run', '--days', 'soon'])).toEqual({
      code: 1,
      out: '',
      err: '--days is a whole number.\n',
    });
    expect(command(['retention', 'run', '--dryrun']).code).toBe(2);
    expect(command(['retention']).code).toBe(2);
  });
});

describe('situation-table audit', () => {
  it('is marked every ten minutes by the job', async () => {
    expect(
      await world.database.plant(
        `select cron, timezone from queue.schedule where name = 'audit.checkpointed'`,
      ),
    ).toEqual([{ cron: '*/10 * * * *', timezone: 'UTC' }]);
    // Nobody waits ten minutes here: what is due each minute is due now.
    await world.database.plant(
      `update queue.schedule set cron = '* * * * *' where name = 'audit.checkpointed'`,
    );
    const notes = (): number =>
      checkpointFiles(checkpoints).flatMap((path) => [...notesOf(readFileSync(path, 'utf8').split('\n'))])
        .length;
    const queue = new Queue(world.database.url('job'));
    try {
      new CheckpointsService(
        world.data,
        queue,
        new CheckpointFile(checkpoints, checkpointKey(join(folder, 'keys'))),
      ).onModuleInit();
      await queue.start(() => undefined, 0.5);
      for (
        let tries = 0;
        (await world.database.plant('select from app.latest_checkpoint() where number is not null'))
          .length === 0;
        tries += 1
      ) {
        if (tries > 600) throw new Error('no checkpoint was made');
        await pause(100);
      }
    } finally {
      await queue.stop();
    }
    expect(notes()).toBeGreaterThan(0);
  }, 120_000);

  it('is exported beside what serves, checked elsewhere without a database, and one altered byte is named', () => {
    const to = join(folder, 'audit.jsonl');
    const exported = command(['audit', 'export', '--to', to]);
    expect(exported).toMatchObject({ code: 0, err: '' });
    const events = Number(/^(\d+) events: /.exec(exported.out)?.[1]);
    expect(events).toBeGreaterThan(20);
    const key = join(folder, 'their.pub');
    copyFileSync(join(checkpoints, publicKeyName), key);
    const elsewhere = { SITUATION_TABLE_DATA: '/nonexistent' };
    expect(command(['audit', 'verify', '--from', to, '--key', key], elsewhere)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(
        new RegExp(
          `^${events} events of \\d+ chains?, \\d+ checkpoints?, .*\\nNothing is altered, missing or reordered, and every checkpoint agrees\\.\\n$`,
        ),
      ) as unknown,
    });
    expect(
      command(['audit', 'verify', '--from', to, '--key', key, '--printed', '0000 0000 0000 0000'], elsewhere)
        .code,
    ).toBe(1);

    const lines = readFileSync(to, 'utf8').split('\n');
    const at = lines.findLastIndex(
      (line) => line.startsWith(`["${world.tables.harbour}", `) && line.includes('situation.destroy'),
    );
    const [, seq] = lines[at]!.split(', ');
    writeFileSync(
      to,
      lines.with(at, lines[at]!.replace('situation.destroy', 'situation.destroi')).join('\n'),
    );
    const altered = command(['audit', 'verify', '--from', to, '--key', key], elsewhere);
    expect(altered.code).toBe(1);
    expect(altered.err).toMatch(
      new RegExp(`^Not as it was written:\\n  altered: Event ${seq} of chain ${world.tables.harbour} `),
    );
    expect(
      command(['audit', 'verify', '--from', join(folder, 'none'), '--key', key], elsewhere),
    ).toMatchObject({ code: 1, out: '' });
  });
});
