import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { takeTo } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';
import { intrude } from './at-the-pool.js';

/*
 * What somebody sees and does who shares a login with the API: its statements' texts hold the hash by which a
 * session enters.
 */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

async function connected(login: 'app' | 'authn' | 'job'): Promise<Client> {
  const client = new Client({ connectionString: world.database.url(login) });
  await client.connect();
  return client;
}

it.each(['app', 'authn', 'job'] as const)(
  'the login %s shows nobody what another connection says',
  async (login) => {
    const { tokenHash, seatId } = world.actors.police.key;
    const [victim, thief] = [await connected(login), await connected(login)];
    const said =
      login === 'app' ? `begin; select sec.enter('\\x${tokenHash}', '${seatId}')` : `select '${tokenHash}'`;
    await victim.query(said);
    expect(
      (
        await thief.query(
          'select query from pg_stat_activity where query like $1 and pid <> pg_backend_pid()',
          [`%${tokenHash}%`],
        )
      ).rows,
    ).toEqual([]);
    await expect(thief.query('set track_activities = on')).rejects.toMatchObject({ code: '42501' });
    await Promise.all([victim.end(), thief.end()]);
  },
);

it('a change on no version is stale, not on whichever there is', async () => {
  const story = await takeTo(world, 'riskRecorded');
  const screening = (await world.actors.police.post('/screenings', { type: 'person', riskFactors: [] }))
    .body as { id: string };
  const [meeting] = await world.database.plant<{ id: string }>(
    'select id from app.meeting where table_id = $1 and opened_at is not null and closed_at is null',
    [world.tables.harbour],
  );
  const attacks = {
    police: [
      `app.transition('releaseIdentifiers', '${story.id}', null, '{"basis": "phipa40"}')`,
      `app.drop_screening('${screening.id}', null)`,
    ],
    deputy: [
      `app.transition('takeBackRisk', '${story.id}', null, '{}')`,
      `app.close_meeting('${meeting?.id ?? ''}', null)`,
      `app.put_card('${meeting?.id ?? ''}', null, '${story.id}', true)`,
      `app.mark_attendance('${meeting?.id ?? ''}', '${world.agency.housing}', null, 'room', null)`,
    ],
    administrator: [
      `sec.end_agency('${world.agency.housing}', null)`,
      `sec.end_table('${world.tables.harbour}', null)`,
      `sec.change_user_status('${world.actors.school.userId}', null, false)`,
    ],
  } as const;
  for (const who of ['police', 'deputy', 'administrator'] as const) {
    const intruder = await intrude(world, world.actors[who].key);
    for (const attack of attacks[who])
      expect([attack, await intruder.tries(`select ${attack}`)]).toEqual([attack, '40001']);
    await intruder.close();
  }
});
