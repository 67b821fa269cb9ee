import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import PgBoss from 'pg-boss';
import { cloneDatabase, type TestDatabase } from '#testing';
import { scheduledJobs } from '../jobs/scheduled.js';
import { Queue } from './queue.js';

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

async function until(holds: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
  for (const from = Date.now(); !(await holds());) {
    if (Date.now() - from > seconds * 1_000) throw new Error('it did not come true in time');
    await pause(100);
  }
}

describe('the job queue', () => {
  let database: TestDatabase;
  let queues: Queue[];
  beforeAll(async () => {
    database = await cloneDatabase();
    await database.plant(`select queue.establish('test.work', 'standard', 2, 1, 5)`);
    await database.plant(`select queue.establish('test.other', 'standard', 2, 1, 5)`);
  });
  afterAll(async () => {
    await database.drop();
  });
  beforeEach(() => {
    queues = [new Queue(database.url('job')), new Queue(database.url('job'))];
  });
  afterEach(async () => {
    await Promise.all(queues.map((queue) => queue.stop()));
    await database.plant('delete from queue.job');
  });

  const pair = (): [Queue, Queue] => queues as [Queue, Queue];
  const quiet = (): void => undefined;

  it('calls each piece of the clock once a minute, however many processes there are', async () => {
    const done: string[] = [];
    for (const queue of queues)
      for (const piece of scheduledJobs)
        queue.work(`scheduled.${piece}`, () => {
          done.push(piece);
          return Promise.resolve();
        });
    // The slot of a minute: what begins in the last seconds of one would rightly see two.
    if (Date.now() % 60_000 > 35_000) await pause(60_500 - (Date.now() % 60_000));
    await Promise.all(queues.map((queue) => queue.start(quiet, 0.5)));
    await until(() => done.length >= scheduledJobs.length, 15);
    await pause(3_000);
    expect(done.sort()).toEqual([...scheduledJobs].sort());
  });

  it('does each job once, by one of two', async () => {
    const subjects = Array.from({ length: 30 }, () => randomUUID());
    const done: (string | null)[] = [];
    for (const queue of queues)
      queue.work('test.work', ({ subject }) => {
        done.push(subject);
        return Promise.resolve();
      });
    await Promise.all(queues.map((queue) => queue.start(quiet, 0.5)));
    // Put by both: the same id is the same job.
    for (const subject of subjects) for (const queue of queues) await queue.put('test.work', subject);
    await until(() => done.length >= subjects.length, 40);
    await pause(1_000);
    expect(done.sort()).toEqual([...subjects].sort());
  });

  it('does a failed one again, gives it up at last, says so, and keeps nothing of the error but its code; others go on', async () => {
    const [queue] = pair();
    const heard: string[] = [];
    const turns: boolean[] = [];
    let others = 0;
    queue.work('test.work', ({ isLast }) => {
      turns.push(isLast);
      return Promise.reject(Object.assign(new Error('Marguerite Okonkwo'), { code: 'EBAD' }));
    });
    queue.work('test.other', () => {
      others += 1;
      return Promise.resolve();
    });
    await queue.start((what, code) => heard.push(`${what} ${code}`), 0.5);
    await queue.put('test.work', randomUUID());
    for (let n = 0; n < 5; n += 1) await queue.put('test.other', randomUUID());
    await until(() => others === 5 && turns.length > 0, 20);
    await until(
      async () => (await queue.states()).some((row) => row.queue === 'test.work' && row.failed === 1),
      30,
    );
    expect(turns).toEqual([false, false, true]);
    expect(heard).toEqual(['test.work EBAD', 'test.work EBAD', 'test.work EBAD']);
    const kept = JSON.stringify(await database.plant('select job.* from queue.job'));
    expect(kept).toContain('EBAD');
    expect(kept).not.toContain('Okonkwo');
  });

  it('does again what a dead process had begun', async () => {
    const [queue] = pair();
    const subject = randomUUID();
    // What a killed process leaves behind: taken, never ticked off.
    await database.plant(
      `insert into queue.job (id, name, data, state, started_on, expire_in, retry_limit, policy)
      values ($1, 'test.work', jsonb_build_object('subject', $1::uuid), 'active', now() - interval '6 seconds', interval '5 seconds', 2, 'standard')`,
      [subject],
    );
    const done: (string | null)[] = [];
    queue.work('test.work', (turn) => {
      done.push(turn.subject);
      return Promise.resolve();
    });
    await queue.start(quiet, 0.5);
    await until(() => done.length > 0, 25);
    expect(done).toEqual([subject]);
  }, 40_000);

  it('says the same to who asks while it lost its connections, and works on', async () => {
    const [queue] = pair();
    const done: (string | null)[] = [];
    queue.work('test.work', ({ subject }) => {
      done.push(subject);
      return Promise.resolve();
    });
    await queue.start(quiet, 0.5);
    await database.plant(
      `select pg_terminate_backend(a.pid) from pg_stat_activity a where a.datname = current_database() and a.application_name = 'situation-table queue'`,
    );
    const subject = randomUUID();
    await until(
      () =>
        queue.put('test.work', subject).then(
          () => true,
          () => false,
        ),
      10,
    );
    await until(() => done.length === 1, 10);
  });

  it('takes no name, number or text into a job', async () => {
    for (const told of [
      '{"subject": "Marguerite Okonkwo"}',
      '{"subject": "2026-014"}',
      `{"subject": "${randomUUID()}", "name": "x"}`,
    ]) {
      await expect(
        database.plant(`insert into queue.job (name, data) values ('test.work', $1)`, [told]),
      ).rejects.toMatchObject({ constraint: 'job_data_opaque' });
    }
  });

  it('has the tables that the library would have made', async () => {
    await database.plant(PgBoss.getConstructionPlans('theirs'));
    const differing = await database.plant(`
      with columns as (select c.table_schema as of, c.table_name, c.column_name, replace(c.udt_name, 'theirs', 'queue') as type, c.is_nullable
        from information_schema.columns c where c.table_schema in ('queue', 'theirs') and c.table_name in ('version', 'queue', 'schedule', 'job', 'archive'))
      select table_name, column_name, type, is_nullable from columns group by 1, 2, 3, 4 having count(*) <> 2`);
    expect(differing).toEqual([]);
    expect(
      await database.plant(
        'select v.version from theirs.version v where not exists (select from queue.version where version.version = v.version)',
      ),
    ).toEqual([]);
    await database.plant('drop schema theirs cascade');
  });
});
