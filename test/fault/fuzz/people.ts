import { sessionCookieName } from '#access';
import { plantSession } from '../../world/planting.js';
import { draft, takeTo } from '../../world/situation.js';
import type { World } from '../../world/world.js';
import type { Sender } from './requests.js';

/** Codes that are right in many places. */
export const plantedCodes: readonly string[] = [
  ...draft.riskFactors,
  ...draft.studyFlags,
  ...draft.sectors,
  ...draft.ownMeans,
  draft.type,
  draft.ageBand,
  draft.sex,
  'phipa40',
  'mfippa32h',
  'cyfsa292',
  'capacity',
  'noBasis',
  'overall-risk-lowered.connected-to-services',
  'rejected.single-agency-can-address-risk-alone',
];

/**
 * Situations on every stage, so that there is something to find. Returns the ids that requests may speak of
 * from the start, by kind.
 */
export async function plantStories(world: World): Promise<Map<string, string[]>> {
  const screening = await takeTo(world, 'screening');
  const situations: string[] = [];
  for (const stage of [
    'deidentified',
    'riskRecorded',
    'limited',
    'planning',
    'intervention',
    'concluded',
    'rejected',
  ] as const) {
    situations.push((await takeTo(world, stage)).id);
  }
  const actors = Object.values(world.actors);
  return new Map([
    ['screenings', [screening.id]],
    ['situations', situations],
    ['agencies', Object.values(world.agency)],
    ['tables', Object.values(world.tables)],
    ['seats', actors.map(({ seatId }) => seatId)],
    ['users', actors.map(({ userId }) => userId)],
  ]);
}

/**
 * Whoever was signed out, disabled or lost a seat by a request that was right is put back, so that the next
 * ones go deep again.
 */
export async function putEverybodyBack(world: World): Promise<void> {
  const actors = Object.values(world.actors);
  // Requests that were right also moved the demo's clock, past the end of every seat.
  await world.database.plant(`update sec.demo_clock set ahead = interval '0'`);
  await world.database
    .plant(`update sec.agency set ended_at = null; update sec.situation_table set ended_at = null;
    update sec.table_agency set left_at = null; update sec.table_agency set has_account = true where agency_id <> '${world.agency.foodBank}'`);
  await world.database.plant(`update sec.app_user set status = 'active' where id = any ($1)`, [
    actors.map(({ userId }) => userId),
  ]);
  await world.database.plant(
    `update sec.seat set ends_at = starts_at + interval '1 year' where id = any ($1) and ends_at < now() + interval '1 day'`,
    [actors.map(({ seatId }) => seatId)],
  );
  for (const { userId, token } of actors) await plantSession(world.database, userId, { token });
}

/** How requests say who sends them; some say it wrong. */
export async function sendersOf(world: World): Promise<Sender[]> {
  const personas = await world.database.plant<{ id: string; persona: string }>(
    'select id, persona from sec.seat',
  );
  const right = Object.values(world.actors).map(({ token, seatId }) => ({
    persona: personas.find(({ id }) => id === seatId)?.persona ?? '',
    headers: { cookie: `${sessionCookieName}=${token}`, seat: seatId },
  }));
  const [one, other] = right;
  if (one === undefined || other === undefined) throw new Error('nobody is planted');
  const { cookie, seat } = one.headers;
  const wrong: Record<string, string>[] = [
    {},
    { cookie },
    { cookie, seat: other.headers.seat },
    { cookie, seat: 'Zqxcanary' },
    { cookie: `${sessionCookieName}=Zqxcanary`, seat },
    { cookie: `a=b; ${sessionCookieName}`, seat },
  ];
  return [...right, ...wrong.map((headers) => ({ persona: '', headers }))];
}
