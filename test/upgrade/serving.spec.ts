import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { migrate } from '#database/migration';
import { ask, Installation, until, type Answered, type Api, type Person } from '../fault/installation.js';
import { draft } from '../world/situation.js';
import { SchemaFiles } from './schema-files.js';

/**
 * The program of this version serves while the next version's migration runs, is killed in the middle, and is
 * started again on the migrated database: every answer equals that of an installation where nothing happened.
 */
const requests = 2_000;
jest.setTimeout(900_000);

let files: SchemaFiles;
const installations: Installation[] = [];

beforeAll(() => {
  files = new SchemaFiles();
  files.write(
    'migrations/9001-a-column.sql',
    `alter table app.situation add column tomorrow text;
alter table app.tier2 add column tomorrow text constraint tier2_tomorrow check (length(tomorrow) < 100);`,
  );
  files.write(
    'migrations/9002-an-index.sql',
    `-- outside a transaction, resumable
create index concurrently if not exists situation_tomorrow on app.situation (table_id, tomorrow);
-- next statement
update app.situation set tomorrow = 'x' where situation.tomorrow is null;`,
  );
  for (const table of ['situation', 'tier2', 'tier2_text', 'situation_origin', 'screening', 'step'])
    files.edit(`schema/app/tables/${table}.sql`, (sql) => `-- Of tomorrow.\n${sql}`);
  files.edit('schema/app/functions/transition.sql', (sql) => `-- Of tomorrow.\n${sql}`);
  files.edit('schema/sec/functions/enter.sql', (sql) => `-- Of tomorrow.\n${sql}`);
});
afterAll(async () => {
  for (const installation of installations) await installation.close();
  files.remove();
});

/** Ids, instants and marks of pages become the order in which they were first seen: what is left must be equal. */
class Likeness {
  private readonly seen = new Map<string, string>();
  of(text: string): string {
    return text
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        if (!this.seen.has(id)) this.seen.set(id, `id${this.seen.size}`);
        return this.seen.get(id)!;
      })
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'instant')
      .replace(/"next":"[^"]+"/g, '"next":"mark"');
  }
}

/** One installation played with: every request goes out in the same order, whatever happens to the server. */
class Play {
  readonly answers: string[] = [];
  private readonly likeness = new Likeness();
  private readonly open: string[] = [];
  private readonly brought: string[] = [];
  private constructor(
    readonly installation: Installation,
    public api: Api,
    private readonly police: Person,
    private readonly school: Person,
    private readonly coordinator: Person,
  ) {}

  static async begin(): Promise<Play> {
    const installation = await Installation.create();
    installations.push(installation);
    const api = await installation.startApi();
    const [police, school] = [
      await installation.enter('rep', 'police'),
      await installation.enter('rep', 'school'),
    ];
    return new Play(installation, api, police, school, await installation.enter('coordinator', 'city'));
  }

  /** Sends until there is an answer: a server that is gone or busy is asked again with the same key. */
  private async send(
    person: Person,
    path: string,
    sent: { body?: object; match?: string } = {},
  ): Promise<Answered> {
    const key = `request-${String(this.answers.length).padStart(12, '0')}`;
    let answer: Answered | undefined;
    await until(
      `an answer for ${path}`,
      async () => {
        answer = await ask(this.api, `/api/v1${path}`, {
          ...(sent.body !== undefined && { body: sent.body }),
          headers: {
            ...person.headers,
            ...(sent.body !== undefined && { 'idempotency-key': key }),
            ...(sent.match !== undefined && { 'if-match': sent.match }),
          },
        });
        return answer.status !== 0 && answer.status !== 503;
      },
      120_000,
    );
    this.answers.push(this.likeness.of(`${path} ${answer!.status} ${JSON.stringify(answer!.body)}`));
    return answer!;
  }

  /** The next request of the script, which depends on nothing but how many went before. */
  async step(n: number): Promise<void> {
    switch (n % 8) {
      case 0:
      case 4: {
        const { body } = await this.send(this.police, '/screenings', { body: draft });
        this.open.push(String(body['id']));
        break;
      }
      case 1:
      case 5: {
        const screening = this.open.shift();
        const { body } = await this.send(this.police, `/screenings/${screening}/bring-to-table`, {
          body: { ownMeansExhausted: true },
          match: '"v1"',
        });
        this.brought.push(String(body['id']));
        break;
      }
      case 2:
        await this.send(this.coordinator, '/situations?limit=10');
        break;
      case 3:
        await this.send(this.school, `/situations/${this.brought.at(-1)}`);
        break;
      case 6:
        await this.send(this.police, `/situations/${this.brought.shift()}/moves/withdraw`, {
          body: { reason: 'ownMeans' },
          match: '"v1"',
        });
        break;
      default:
        await this.send(this.school, '/situations?limit=5');
    }
  }
}

it(`answers ${requests} requests as if nothing happened`, async () => {
  const calm = await Play.begin();
  for (let n = 0; n < requests; n++) await calm.step(n);
  await calm.api.kill('SIGTERM');

  const upgraded = await Play.begin();
  let migrating: Promise<unknown> | undefined;
  for (let n = 0; n < requests; n++) {
    if (n === 500) migrating = migrate(upgraded.installation.running.url('migrator'), { source: files });
    if (n === 1_000) {
      await upgraded.api.kill('SIGKILL');
      await migrating;
      upgraded.api = await upgraded.installation.startApi();
    }
    await upgraded.step(n);
  }
  expect(upgraded.answers).toEqual(calm.answers);
  expect(upgraded.answers.filter((answer) => / 5\d\d /.test(answer))).toEqual([]);
  const [found] = await upgraded.installation.sql<{ n: string }>(
    `select count(*) as n from app.situation where tomorrow is not null`,
  );
  expect(Number(found!.n)).toBeGreaterThan(100);
});
