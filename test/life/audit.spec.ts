import { generateKeyPairSync } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  CheckpointFile,
  checkpointKey,
  checkpointFiles,
  notesOf,
  publicKeyName,
  readVerifierLine,
  signNote,
  verifyAudit,
  type AuditCheck,
  type AuditFindings,
  type SignedNote,
} from '#crypto';
import { exportAudit, noteAuditExport } from '#database/audit';
import { runScheduledJob } from '#database/jobs';
import { Queue } from '#database/queue';
import { CheckpointsService } from '../../apps/api/src/audit/checkpoints.service.js';
import { body, createWorld, type World } from '../world/world.js';
import { canary, takeTo, type Story } from '../world/situation.js';

const administration = '00000000-0000-0000-0000-000000000000';
type Change = (lines: string[]) => string[];

let world: World;
let folder: string;
let checkpoints: CheckpointsService;
let chain: string;
let story: Story;
let whole: string[];
const files = (): { notes: SignedNote[]; key: string } => ({
  notes: checkpointFiles(folder).flatMap((path) => [...notesOf(readFileSync(path, 'utf8').split('\n'))]),
  key: readFileSync(join(folder, publicKeyName), 'utf8'),
});

async function* over(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
const verified = (lines: readonly string[], more: Partial<AuditCheck> = {}): Promise<AuditFindings> =>
  verifyAudit(over(lines), { verifier: readVerifierLine(files().key), ...more });
const exported = async (): Promise<string[]> => {
  const to = join(folder, `${Math.random()}.jsonl`);
  await exportAudit(world.database.url('backup'), to, () => files().notes);
  return readFileSync(to, 'utf8').trimEnd().split('\n');
};
const read = async (): Promise<void> => {
  await world.actors.police.get('/situations?limit=5');
};
const isOf = (line: string, of: string, seq?: number): boolean =>
  line.startsWith(`["${of}", `) && (seq === undefined || line.startsWith(`["${of}", ${seq}, `));

beforeAll(async () => {
  world = await createWorld();
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  checkpoints = new CheckpointsService(
    world.data,
    new Queue(undefined),
    new CheckpointFile(folder, checkpointKey(folder)),
  );
  chain = world.tables.harbour;
  story = await takeTo(world, 'planning');
  await checkpoints.make();
  await read();
  for (let n = 0; n < 2; n += 1) await noteAuditExport(world.data);
  await checkpoints.make();
  for (let n = 0; n < 3; n += 1) await read();
  whole = await exported();
}, 60_000);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('an exported audit', () => {
  it('as it was written is found so, by its file and the public key alone', async () => {
    const found = await verified(whole);
    expect(found.faults).toEqual([]);
    expect(found).toMatchObject({ checkpoints: 2, chains: 3 });
    expect(found.events).toBe(whole.filter((line) => line.startsWith('[')).length);
    expect(
      (
        await verified(whole, {
          printed: body<{ checkpoint: { short: string } }>(await agenda()).checkpoint.short,
        })
      ).faults,
    ).toEqual([]);
  });

  // Where the tampering is: the last event of the table's chain that a checkpoint knows, one that none knows yet, and so on.
  const ends = (): { last: number; marked: number } => ({
    last: Math.max(...whole.filter((line) => isOf(line, chain)).map((line) => Number(line.split(', ')[1]))),
    marked: Number(new RegExp(`chain ${chain} (\\d+)`).exec(files().notes[1]!.text)![1]),
  });
  const swap = (lines: string[], a: number, b: number): string[] =>
    lines.with(a, lines[b]!).with(b, lines[a]!);
  const cases: readonly (readonly [string, Change, string, () => number])[] = [
    [
      'one event altered',
      (lines) => lines.map((line) => (isOf(line, chain, 4) ? line.replace('"allow"', '"hide"') : line)),
      'altered',
      () => 4,
    ],
    [
      'the actor of one exchanged',
      (lines) =>
        lines.map((line) =>
          isOf(line, chain, 5)
            ? line
                .replaceAll(world.actors.police.userId, world.actors.school.userId)
                .replaceAll('"rep"', '"coordinator"')
            : line,
        ),
      'altered',
      () => 5,
    ],
    ['one event missing', (lines) => lines.filter((line) => !isOf(line, chain, 3)), 'missing', () => 3],
    ['the first event missing', (lines) => lines.filter((line) => !isOf(line, chain, 1)), 'missing', () => 1],
    [
      'two events exchanged',
      (lines) => {
        const at = lines.findIndex((line) => isOf(line, chain, 3));
        return swap(lines, at, at + 1);
      },
      'reordered',
      () => 3,
    ],
    [
      'an event repeated',
      (lines) => {
        const at = lines.findIndex((line) => isOf(line, chain, 3));
        return lines.toSpliced(at + 1, 0, lines[at]!);
      },
      'reordered',
      () => 3,
    ],
    [
      'an event behind another chain',
      (lines) => {
        const moved = lines.find((line) => isOf(line, administration, 2))!;
        return lines.filter((line) => line !== moved).toSpliced(-1, 0, moved);
      },
      'reordered',
      () => 2,
    ],
    [
      'the end cut, though a checkpoint knows it',
      (lines) => lines.filter((line) => !isOf(line, chain) || Number(line.split(', ')[1]) < ends().marked),
      'truncated',
      () => ends().marked,
    ],
    [
      'the end cut after the last checkpoint',
      (lines) => lines.filter((line) => !isOf(line, chain, ends().last)),
      'truncated',
      () => ends().last,
    ],
    [
      'a chain wiped, with what the database said of it',
      (lines) => lines.filter((line) => !isOf(line, chain) && !line.startsWith(`{"head":{"chain":"${chain}`)),
      'wiped',
      () => 1,
    ],
    ['a chain wiped', (lines) => lines.filter((line) => !isOf(line, world.tables.valley)), 'wiped', () => 1],
    [
      'a checkpoint taken out',
      (lines) => lines.filter((line) => !line.includes('"checkpoint":') || !line.includes('number 1')),
      'checkpoint',
      () => 2,
    ],
    [
      'a checkpoint altered',
      (lines) => lines.map((line) => line.replace(/(number 2.*chain \S+ )\d+/, '$17')),
      'checkpoint',
      () => 2,
    ],
    ['the file cut', (lines) => lines.slice(0, -1), 'file', () => whole.length - 1],
  ];
  it.each(cases)('with %s is found out', async (_what, change, kind, at) => {
    const changed = change([...whole]);
    expect(changed).not.toEqual(whole);
    const { faults } = await verified(changed);
    expect(faults[0]).toMatchObject({ kind, at: at() });
  });

  it('with checkpoints of another key, or without the printed one, is found out', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const forged = whole.map((line) =>
      line.includes('"checkpoint":')
        ? JSON.stringify({
            checkpoint: signNote(
              (JSON.parse(line) as { checkpoint: SignedNote }).checkpoint.text,
              'situation-table',
              privateKey,
            ),
          })
        : line,
    );
    expect((await verified(forged)).faults[0]).toMatchObject({ kind: 'checkpoint', at: 1 });
    // The end of the list goes unseen by the list alone: paper, or a copy of the checkpoints from elsewhere, has it.
    const { short } = body<{ checkpoint: { short: string } }>(await agenda()).checkpoint;
    const without = whole.filter((line) => !line.includes('number 2'));
    expect((await verified(without)).faults).toEqual([]);
    expect((await verified(without, { printed: short })).faults[0]).toMatchObject({ kind: 'printed' });
    const cut = without
      .filter((line) => !isOf(line, chain) || Number(line.split(', ')[1]) < ends().marked)
      .map((line) =>
        line.replace(new RegExp(`^\\{"head":\\{"chain":"${chain}","seq":\\d+,"hash":"\\w+"`), (head) => head),
      );
    expect((await verified(cut, { checkpoints: files().notes })).faults[0]).toMatchObject({
      kind: 'truncated',
      at: ends().marked,
    });
  });
});

/** The open or next meeting’s agenda, as a coordinator prints it. */
async function agenda(): Promise<Awaited<ReturnType<World['actors']['deputy']['get']>>> {
  const listed = body<{ rows: { id: string }[] }>(await world.actors.deputy.get('/meetings?limit=1')).rows[0];
  const id =
    listed?.id ??
    body<{ id: string }>(
      await world.actors.deputy.post('/meetings', {
        kind: 'regular',
        scheduledFor: new Date(Date.now() + 86_400_000).toISOString(),
      }),
    ).id;
  return world.actors.deputy.get(`/meetings/${id}/agenda`);
}

describe('whoever owns the database and tampers with it', () => {
  /** As superuser, with triggers off, and put right afterwards. */
  async function tampering(sql: readonly string[]): Promise<AuditFindings> {
    const plant = (text: string): Promise<unknown[]> => world.database.plant(text);
    await plant('create temporary table kept_event as select * from audit.event');
    await plant('create temporary table kept_head as select * from audit.head');
    await plant('set session_replication_role = replica');
    for (const statement of sql) await plant(statement);
    try {
      return await verified(await exported());
    } finally {
      for (const table of ['event', 'head']) {
        await plant(`delete from audit.${table}`);
        await plant(`insert into audit.${table} select * from pg_temp.kept_${table}`);
        await plant(`drop table pg_temp.kept_${table}`);
      }
      await plant('set session_replication_role = origin');
    }
  }
  /** Computes a chain again from one event on: nothing within it then shows. */
  const chainAnew = (
    from: number,
  ): string => `do $$ declare e audit.event; before bytea := coalesce((select hash from audit.event where chain = '${chain}' and seq = ${from - 1}), '\\x'); begin
    for e in select * from audit.event where chain = '${chain}' and seq >= ${from} order by seq loop
      e.prev := before; before := sha256(before || audit.canonical(e)); update audit.event set prev = e.prev, hash = before where chain = e.chain and seq = e.seq; end loop;
    update audit.head set hash = before, seq = (select max(seq) from audit.event where chain = '${chain}') where chain = '${chain}'; end $$`;
  const first = (found: AuditFindings): [string, number] | undefined =>
    found.faults[0] && [found.faults[0].kind, found.faults[0].at];

  it.each([
    [
      'alters an event',
      [`update audit.event set outcome = 'hide' where chain = '%' and seq = 4`],
      'altered',
      4,
    ],
    ['takes one out', [`delete from audit.event where chain = '%' and seq = 3`], 'missing', 3],
    [
      'takes one out and closes the gap',
      [
        `delete from audit.event where chain = '%' and seq = 3`,
        `update audit.event set seq = seq - 1 where chain = '%' and seq > 3`,
      ],
      'altered',
      3,
    ],
    [
      'exchanges the numbers of two',
      [
        `update audit.event set seq = 1000000 where chain = '%' and seq = 3`,
        `update audit.event set seq = 3 where chain = '%' and seq = 4`,
        `update audit.event set seq = 4 where chain = '%' and seq = 1000000`,
      ],
      'altered',
      3,
    ],
    [
      'changes only what an event says of the one before',
      [`update audit.event set prev = '\\x00' where chain = '%' and seq = 6`],
      'altered',
      6,
    ],
    ['wipes a chain', [`delete from audit.event where chain = '%'`], 'wiped', 1],
    [
      'wipes a chain and its head',
      [`delete from audit.event where chain = '%'`, `delete from audit.head where chain = '%'`],
      'wiped',
      1,
    ],
  ] as const)('%s: found out', async (_what, sql, kind, at) => {
    expect(first(await tampering(sql.map((statement) => statement.replaceAll('%', chain))))).toEqual([
      kind,
      at,
    ]);
  });

  it('cuts the end and sets the head to it: the checkpoint knows better', async () => {
    const marked = Number(new RegExp(`chain ${chain} (\\d+)`).exec(files().notes[1]!.text)![1]);
    const cut = [`delete from audit.event where chain = '${chain}' and seq >= ${marked}`, chainAnew(1)];
    expect(first(await tampering(cut))).toEqual(['truncated', marked]);
  });

  it('rewrites a chain from some event on: the database finds nothing, the checkpoint does', async () => {
    const marked = Number(new RegExp(`chain ${chain} (\\d+)`).exec(files().notes[0]!.text)![1]);
    const found = await tampering([
      `update audit.event set actor = null where chain = '${chain}' and seq = ${marked + 1}`,
      chainAnew(marked + 1),
    ]);
    expect(first(found)).toEqual(['rewritten', marked + 1]);
    await world.database.plant('begin');
    await world.database.plant('set local session_replication_role = replica');
    await world.database.plant(`update audit.event set actor = null where chain = '${chain}' and seq = 2`);
    await world.database.plant(chainAnew(2));
    const [inside] = await world.database.plant('select audit.first_broken($1) as at', [chain]);
    await world.database.plant('rollback');
    expect(inside).toEqual({ at: null });
    expect((await verified(await exported())).faults).toEqual([]);
  });
});

describe('the file of checkpoints', () => {
  it('goes on behind what a power cut left half written, and each names the one before', async () => {
    const path = checkpointFiles(folder).at(-1)!;
    const before = statSync(path).size;
    appendFileSync(path, 'situation-table audit checkpoint 2\nnumber 3\nat 20');
    const made = await checkpoints.make();
    expect(made?.number).toBe(3);
    expect(readFileSync(path).subarray(before).toString()).toMatch(
      /^situation-table audit checkpoint 2\nnumber 3\nat \S+\nbefore [0-9a-f]{64}\nchains \d+\nroot [0-9a-f]{64}\nlists changed\n/,
    );
    expect((await verified(await exported())).faults).toEqual([]);
  });

  it('signs with a key that is this account’s alone, and not with one that others can read', () => {
    const keys = mkdtempSync(join(tmpdir(), 'audit-key-'));
    const key = checkpointKey(keys, 'fifteen characters and more');
    expect(statSync(join(keys, 'checkpoint-key.pem')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(keys, 'checkpoint-key.pem'), 'utf8')).toContain('ENCRYPTED');
    expect(checkpointKey(keys, 'fifteen characters and more').equals(key)).toBe(true);
    expect(() => checkpointKey(keys, 'another one of fifteen')).toThrow('passphrase');
    writeFileSync(join(keys, 'open.pem'), '');
    rmSync(join(keys, 'checkpoint-key.pem'));
    writeFileSync(join(keys, 'checkpoint-key.pem'), readFileSync(join(folder, 'checkpoint-key.pem')), {
      mode: 0o644,
    });
    expect(() => checkpointKey(keys)).toThrow('other accounts');
    rmSync(keys, { recursive: true });
    expect(existsSync(keys)).toBe(false);
  });
});

describe('the rows that wait for their commit', () => {
  it('are swept once they are chained; one whose commit is still to come is chained after all', async () => {
    const waiting = async (): Promise<number> =>
      (await world.database.plant('select from audit.pending')).length;
    const events = async (): Promise<number> =>
      (await world.database.plant(`select from audit.event where object_type = 'sweep'`)).length;
    const slow = new pg.Client({ connectionString: world.database.url('postgres') });
    await slow.connect();
    try {
      await slow.query('begin');
      await slow.query(`select audit.record('table.begin', 'sweep', null, '{}', 'allow', p_table => $1)`, [
        chain,
      ]);
      await read();
      expect(await waiting()).toBeGreaterThan(0);
      await runScheduledJob(world.data, 'forgotten');
      expect([await waiting(), await events()]).toEqual([0, 0]);
      await slow.query('commit');
    } finally {
      await slow.end();
    }
    expect([await waiting(), await events()]).toEqual([1, 1]);
    expect(await world.database.plant('select audit.first_broken($1) as broken', [chain])).toEqual([
      { broken: null },
    ]);
  });
});

describe('when the audit cannot be written', () => {
  it('nothing is read: no screening, no situation, no identity, no content', async () => {
    const { police, school } = world.actors;
    const { id: screening } = body<{ id: string }>(
      await police.post('/screenings', { type: 'person', riskFactors: [] }),
    );
    const asked = [
      [police, `/screenings/${screening}`],
      [school, `/situations/${story.id}`],
      [police, `/situations/${story.id}/tier3`],
      [police, `/situations/${story.id}/tier4`],
    ] as const;
    await world.database.plant(
      `create function audit.refuse() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$; create trigger refuse before insert on audit.event for each row execute function audit.refuse()`,
    );
    try {
      for (const [actor, path] of asked) {
        const answer = await actor.get(path);
        expect([path, answer.status >= 500]).toEqual([path, true]);
        for (const word of Object.values(canary)) expect(answer.text).not.toContain(word);
      }
    } finally {
      await world.database.plant('drop trigger refuse on audit.event; drop function audit.refuse()');
    }
    for (const [actor, path] of asked) expect([path, (await actor.get(path)).status]).toEqual([path, 200]);
  });
});
