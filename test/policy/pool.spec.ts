import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createWorld, type World } from '../world/world.js';

/*
 * What somebody sees who shares a login with the API: its statements' texts hold the hash by which a session enters.
 */
let world: World;
beforeAll(async () => { world = await createWorld(); });
afterAll(async () => { await world.close(); });

async function connected(login: 'app' | 'authn' | 'job'): Promise<Client> {
  const client = new Client({ connectionString: world.database.url(login) });
  await client.connect();
  return client;
}

it.each(['app', 'authn', 'job'] as const)('the login %s shows nobody what another connection says', async (login) => {
  const { tokenHash, seatId } = world.actors.police.key;
  const [victim, thief] = [await connected(login), await connected(login)];
  const said = login === 'app' ? `begin; select sec.enter('\\x${tokenHash}', '${seatId}')` : `select '${tokenHash}'`;
  await victim.query(said);
  expect((await thief.query('select query from pg_stat_activity where query like $1 and pid <> pg_backend_pid()', [`%${tokenHash}%`])).rows).toEqual([]);
  await expect(thief.query('set track_activities = on')).rejects.toMatchObject({ code: '42501' });
  await Promise.all([victim.end(), thief.end()]);
});
