import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileKeyProvider, newTierKey, seal } from '#crypto';
import { connectData, type Data, type DataSources, type Session, type ViewerKey } from '#database';
import { cloneDatabase, type TestDatabase } from '#testing';

/** Who meets: two tables, their agencies, and one person for each part. */
const agencies = { police: 'justice', school: 'education', health: 'health', family: 'child-youth-and-family-services', shelter: 'housing' } as const;
const people = {
  amelie: ['rep', 'harbour', 'police'], benoit: ['rep', 'harbour', 'school'], chidi: ['rep', 'harbour', 'health'], fatou: ['rep', 'harbour', 'family'],
  dana: ['coordinator', 'harbour', 'health'], edith: ['coordinator', 'harbour', 'school'],
  farid: ['rep', 'pinewood', 'police'], gita: ['coordinator', 'pinewood', 'police'],
  hugo: ['auditor', null, null], irene: ['administrator', null, null], jin: ['privacy', null, 'police'],
} as const;
export type Person = keyof typeof people;
export type Agency = keyof typeof agencies;

export interface Brought { readonly id: string; readonly number: string }
export const riskFactors = ['alcohol.alcohol-abuse-by-person', 'alcohol.alcohol-abuse-in-home'];
export const summaryText = 'Left home twice in a week';

/** A database of its own with two tables, and ways to act in it as somebody. */
export interface World {
  readonly database: TestDatabase;
  readonly data: Data;
  readonly sources: DataSources;
  readonly keys: FileKeyProvider;
  readonly agency: Readonly<Record<Agency, string>>;
  readonly tables: { readonly harbour: string; readonly pinewood: string };
  key(person: Person): ViewerKey;
  token(person: Person): string;
  as<T>(person: Person, work: (session: Session) => Promise<T>): Promise<T>;
  /** A situation brought to its table by a representative. */
  bring(person: Person, text?: string): Promise<Brought>;
  /** A move, on the situation's version of the moment. */
  move(person: Person, name: string, situation: Brought, request?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Moves domain time, as in a demo. */
  ahead(interval: string): Promise<void>;
  close(): Promise<void>;
}

export async function meetingsWorld(): Promise<World> {
  const database = await cloneDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'meetings-keys-'));
  const keys = await FileKeyProvider.openOrCreate(join(folder, 'keys'));
  const { data, sources, close } = await connectData({ app: database.url('app'), authn: database.url('authn'), job: database.url('job') });
  const agency = Object.fromEntries(Object.keys(agencies).map((name) => [name, randomUUID()])) as Record<Agency, string>;
  const tables = { harbour: randomUUID(), pinewood: randomUUID() };
  for (const [name, sector] of Object.entries(agencies)) await database.plant('insert into sec.agency (id, name, sector) values ($1, $2, $3)', [agency[name as Agency], `Harbour ${name}`, sector]);
  for (const [name, id] of Object.entries(tables)) await database.plant(`insert into sec.situation_table (id, name, region, meeting_weekday) values ($1, $2, 'East', 4)`, [id, name]);
  await database.plant(`insert into sec.table_agency (table_id, agency_id, has_account) select $1, a.id, a.sector <> 'housing' from sec.agency a`, [tables.harbour]);
  await database.plant('insert into sec.table_agency (table_id, agency_id) values ($1, $2)', [tables.pinewood, agency.police]);
  // A fixed Monday morning: the week's meeting is on Thursday.
  await database.plant(`insert into sec.demo_clock (ahead) values (timestamptz '2026-11-23 15:00:00+00' - clock_timestamp())`);
  const seats = new Map<Person, { seatId: string; token: string }>();
  for (const [name, [persona, table, place]] of Object.entries(people)) {
    const [user, seatId, token] = [randomUUID(), randomUUID(), Buffer.from(createHash('sha256').update(`${name} ${randomUUID()}`).digest()).toString('base64url')];
    await database.plant('insert into sec.app_user (id, sign_in_name, display_name) values ($1, $2, $2)', [user, name]);
    await database.plant('insert into sec.seat (id, user_id, persona, table_id, agency_id, employer_agency_id, starts_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [seatId, user, persona, table && tables[table], persona === 'coordinator' ? null : place && agency[place], persona === 'coordinator' ? agency[place] : null, '2020-01-01']);
    await database.plant('insert into sec.session (token_hash, user_id) values ($1, $2)', [createHash('sha256').update(token).digest(), user]);
    seats.set(name as Person, { seatId, token });
  }
  const key = (person: Person): ViewerKey => ({ seatId: seats.get(person)!.seatId, tokenHash: createHash('sha256').update(seats.get(person)!.token).digest('hex') });
  const as = <T>(person: Person, work: (session: Session) => Promise<T>): Promise<T> => data.as(key(person), randomUUID(), work);
  return {
    database, data, sources, keys, agency, tables, key, as,
    token: (person) => seats.get(person)!.token,
    bring: async (person, text = summaryText) => {
      const id = randomUUID();
      const tableId = tables[people[person][1] as 'harbour'];
      const made = await Promise.all(([2, 3, 4] as const).map((tier) => newTierKey(keys, { tableId, situationId: id, tier })));
      const summary = seal(made[0]!.dek, { tableId, situationId: id, tier: 2, field: 'tier2_text.summary', rowId: id }, text);
      const wrapped = made.map((each, index) => ({ tier: index + 2, wrapped: Buffer.from(each.wrapped).toString('base64'), epochId: each.epochId }));
      return as(person, async (session) => {
        const screening = randomUUID();
        await session.change(`insert into app.screening (id, content, wrapped_key, epoch_id) values ($1, 'x', 'x', 'x')`, [screening]);
        const content = { type: 'person', ageBand: '12-17', sex: 'male', riskFactors, persons: [{ id: randomUUID(), ageBand: '12-17', sex: 'male', riskFactors: [] }] };
        const { number } = await session.one<{ number: string }>('select app.bring_to_table($1, 1, $2, $3, $4, $5, $6) as number',
          [screening, id, { ownMeansExhausted: true }, content, summary, JSON.stringify(wrapped)]);
        return { id, number };
      });
    },
    move: async (person, name, situation, request = {}) => as(person, async (session) => {
      const { version } = await session.one<{ version: number }>('select f.version from app.move_facts($1) f', [situation.id]);
      await session.rows('select * from app.transition($1, $2, $3, $4)', [name, situation.id, version, request]);
    }),
    ahead: async (interval) => { await database.plant('update sec.demo_clock set ahead = ahead + $1::interval', [interval]); },
    close: async () => {
      await close();
      await keys.close();
      await rm(folder, { recursive: true, force: true });
      await database.drop();
    },
  };
}
