import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { TestDatabase } from '#testing';
import type { Sender } from './requests.js';

const agencies = [randomUUID(), randomUUID()] as const;
const table = randomUUID();
const seats = [
  { persona: 'rep', table, agency: agencies[0], employer: null },
  { persona: 'rep', table, agency: agencies[1], employer: null },
  { persona: 'coordinator', table, agency: null, employer: agencies[0] },
  { persona: 'auditor', table: null, agency: null, employer: null },
  { persona: 'administrator', table: null, agency: null, employer: null },
  { persona: 'privacy', table: null, agency: agencies[1], employer: null },
].map((seat) => ({ ...seat, id: randomUUID(), user: randomUUID(), token: randomBytes(32).toString('base64url') }));

/** The ids that requests may speak of from the start. */
export const plantedIds: readonly string[] = [table, ...agencies, ...seats.flatMap(({ id, user }) => [id, user])];

/** One table with a person of each persona, all signed in. */
export async function plantPeople(database: TestDatabase): Promise<void> {
  await database.plant(`insert into sec.situation_table (id, name, region) values ('${table}', 'Pinewood', 'North')`);
  for (const [at, agency] of agencies.entries()) {
    await database.plant(`insert into sec.agency (id, name, sector) values ('${agency}', 'Agency ${at}', 'police');
      insert into sec.table_agency (table_id, agency_id) values ('${table}', '${agency}')`);
  }
  for (const [at, seat] of seats.entries()) {
    await database.plant(`insert into sec.app_user (id, sign_in_name, display_name) values ('${seat.user}', 'person${at}', 'Person ${at}')`);
    await database.plant('insert into sec.seat (id, user_id, persona, table_id, agency_id, employer_agency_id) values ($1, $2, $3, $4, $5, $6)',
      [seat.id, seat.user, seat.persona, seat.table, seat.agency, seat.employer]);
  }
  await signEverybodyIn(database);
}

/** Whoever was signed out, disabled or lost a seat by a request that was right is put back, so that the next ones go deep again. */
export async function signEverybodyIn(database: TestDatabase): Promise<void> {
  await database.plant(`delete from sec.session; update sec.agency set ended_at = null; update sec.situation_table set ended_at = null;
    update sec.table_agency set left_at = null; update sec.app_user set status = 'active' where sign_in_name like 'person_'`);
  for (const { user, token, id } of seats) {
    const hash = createHash('sha256').update(token).digest('hex');
    await database.plant(`update sec.seat set ends_at = starts_at + interval '1 year' where id = '${id}';
      insert into sec.session (token_hash, user_id, stepped_up_at) values ('\\x${hash}', '${user}', clock_timestamp())`);
  }
}

/** How these people's requests say who sends them; some say it wrong. */
export function sendersOf(): Sender[] {
  const right = seats.map(({ id, token }) => ({ cookie: `__Host-session=${token}`, seat: id }));
  const [rep, other] = right;
  if (rep === undefined || other === undefined) throw new Error('nobody is planted');
  return [
    ...right, ...right, ...right,
    {}, { cookie: rep.cookie }, { cookie: rep.cookie, seat: other.seat }, { cookie: rep.cookie, seat: 'Zqxcanary' },
    { cookie: '__Host-session=Zqxcanary', seat: rep.seat }, { cookie: 'a=b; __Host-session', seat: rep.seat },
  ];
}
