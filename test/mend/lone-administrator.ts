import { randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';
import { sessionCookieName } from '#access';
import { canary } from '../world/situation.js';
import { Actor, body, type World } from '../world/world.js';

/*
 * One administrator who acts alone, and the accounts that they made: the administrator holds their
 * invitations and passwords, and acts through them too. Everything here goes over HTTP; only time is planted.
 */

const phrase = 'kettle drum and a wet umbrella';
export const inAYear = (): string => new Date(Date.now() + 300 * 86_400_000).toISOString();
export const codeOf = (response: Response): string => String((response.body as { code?: unknown }).code);

interface MySeat {
  readonly id: string;
  readonly persona: string;
}

/** An account that the administrator made, or took over. */
export interface Puppet {
  readonly userId: string;
  readonly signInName: string;
  /** The token of the latest invitation, which the administrator kept. */
  invitation: string;
  session: string | undefined;
}

/** Notice is a day of the wall clock, and seats begin by the clock of the domain: the test lets both pass. */
export async function wait(world: World, interval: string): Promise<void> {
  await world.ahead(interval);
  await world.database.plant(`update sec.invitation set opens_at = opens_at - $1::interval`, [interval]);
}

export async function createAgency(administrator: Actor, name: string): Promise<string> {
  return body<{ id: string }>(
    await administrator.post('/agencies', { name: `${name} ${randomUUID().slice(0, 8)}`, sector: 'health' }),
  ).id;
}

/** Invites somebody whom nobody has seen. */
export async function invite(
  administrator: Actor,
  name: string,
  agencyId: string | null = null,
): Promise<Puppet> {
  const signInName = `${name}-${randomUUID().slice(0, 8)}`;
  const made = body<{ userId: string; token: string }>(
    await administrator.post('/users', { signInName, displayName: name, language: 'en', agencyId }),
  );
  return { userId: made.userId, signInName, invitation: made.token, session: undefined };
}

/** Uses the invitation that the administrator kept. @returns the code of a refusal, or undefined */
export async function comeIn(world: World, puppet: Puppet, code?: string): Promise<string | undefined> {
  const joined = await request(world.server)
    .post('/api/v1/joining')
    .set('sec-fetch-site', 'same-origin')
    .send({ token: puppet.invitation, password: phrase, ...(code !== undefined && { code }) });
  if (joined.status !== 204) return codeOf(joined);
  const signed = await request(world.server)
    .post('/api/v1/session')
    .set('sec-fetch-site', 'same-origin')
    .send({ signInName: puppet.signInName, password: phrase });
  const cookies = ([] as string[]).concat(signed.headers['set-cookie'] ?? []);
  puppet.session = new RegExp(`${sessionCookieName}=([^;]+)`).exec(cookies.join('\n'))?.[1];
  return undefined;
}

/** Everything that an account may act through now. */
export async function seatsOf(world: World, puppet: Puppet): Promise<(Actor & { persona: string })[]> {
  if (puppet.session === undefined) return [];
  const me = await request(world.server)
    .get('/api/v1/me')
    .set('cookie', `${sessionCookieName}=${puppet.session}`)
    .set('sec-fetch-site', 'same-origin');
  if (me.status !== 200) return [];
  return (me.body as { seats: MySeat[] }).seats.map(({ id, persona }) =>
    Object.assign(
      new Actor(world.server, {
        name: puppet.signInName,
        userId: puppet.userId,
        seatId: id,
        token: puppet.session!,
      }),
      { persona },
    ),
  );
}

/** The only seat of that persona. @throws Error when there is none */
export async function seatOf(world: World, puppet: Puppet, persona: string): Promise<Actor> {
  const found = (await seatsOf(world, puppet)).find((seat) => seat.persona === persona);
  if (found === undefined) throw new Error(`${puppet.signInName} has no seat as ${persona}`);
  return found;
}

/** Asks that an agency is placed at a table, and says what stands there afterwards. */
export async function place(
  administrator: Actor,
  table: string,
  agency: string,
  hasAccount = true,
): Promise<{ readonly placed: boolean; readonly joining: string | undefined }> {
  const path = `/tables/${table}`;
  const version = String((await administrator.get(path)).headers['etag']);
  await administrator.put(`${path}/agencies/${agency}`, { hasAccount }, { ifMatch: version });
  const found = body<{ agencies: { agencyId: string }[]; joining: { id: string; agencyId: string }[] }>(
    await administrator.get(path),
  );
  return {
    placed: found.agencies.some(({ agencyId }) => agencyId === agency),
    joining: found.joining.find(({ agencyId }) => agencyId === agency)?.id,
  };
}

/**
 * Words of tier 3 that an account can read of a situation by any of its seats, and what of its agenda or list
 * it finds.
 */
export async function seen(world: World, puppets: readonly Puppet[], situation: string): Promise<string[]> {
  const found: string[] = [];
  for (const puppet of puppets) {
    for (const seat of await seatsOf(world, puppet)) {
      for (const path of [`/situations/${situation}`, `/situations/${situation}/tier3`, '/situations']) {
        const answer = await seat.get(path);
        const said = JSON.stringify(answer.body);
        if (said.includes(canary.familyName) || said.includes(canary.address) || said.includes(situation))
          found.push(`${puppet.signInName} as ${seat.persona}: ${path}`);
      }
    }
  }
  return found;
}
