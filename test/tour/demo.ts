import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import { superuserUrl } from '#database/embedded';
import type { Settings } from '#settings';
import { Actor, body } from '../world/world.js';

/** The demo is not there, or not as the tour needs it; the message says what to do. */
export class NoDemo extends Error {
  override readonly name = 'NoDemo';
}

interface Account {
  readonly user: string;
  readonly password: string;
  readonly name: string;
  readonly agency: string | null;
}
interface Me {
  readonly userId: string;
  readonly now: string;
  readonly seats: readonly { readonly id: string; readonly agency: { id: string; name: string } | null }[];
}

/** Somebody of the demo: their seat over HTTP, and the agency that they act for. */
export interface Guest {
  readonly user: string;
  readonly name: string;
  readonly actor: Actor;
  readonly agencyId: string | null;
}

/** The running demo, from outside over HTTP and, for what is truly there, from behind the walls. */
export interface Demo {
  readonly database: {
    plant<T extends QueryResultRow = QueryResultRow>(sql: string, params?: unknown[]): Promise<T[]>;
  };
  signIn(user: string): Promise<Guest>;
  /** Domain time, as the API tells it. */
  now(by: Guest): Promise<Date>;
  close(): Promise<void>;
}

/**
 * Finds the demo that runs on these settings' port and data directory.
 * @throws NoDemo
 */
export async function findDemo(settings: Settings): Promise<Demo> {
  const base = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}`;
  const file = join(settings.dataDirectory, 'demo-accounts.json');
  if (!existsSync(file))
    throw new NoDemo(
      `There is no demo in ${settings.dataDirectory}: start one with npm start -- --demo, or name its directory in SITUATION_TABLE_DATA.`,
    );
  const ready = await fetch(`${base}/readyz`).then(
    (answer) => answer.status === 200,
    () => false,
  );
  if (!ready)
    throw new NoDemo(
      `Nothing that is ready answers on ${base}: start the demo with npm start, or name its PORT.`,
    );
  const { accounts } = JSON.parse(readFileSync(file, 'utf8')) as { accounts: Account[] };
  const client = new Client({ connectionString: superuserUrl(settings.dataDirectory) });
  await client.connect();
  return {
    database: {
      plant: async <T extends QueryResultRow>(sql: string, params?: unknown[]) =>
        (await client.query<T>(sql, params)).rows,
    },
    async signIn(user) {
      const account = accounts.find((each) => each.user === user);
      if (account === undefined) throw new NoDemo(`${file} names no ${user}.`);
      const answer = await fetch(`${base}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ signInName: user, password: account.password }),
      });
      const token = /^[^=]+=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
      if (token === undefined)
        throw new NoDemo(
          `${user} of ${file} cannot sign in on ${base} (${answer.status}): do they belong together?`,
        );
      const unseated = new Actor(base, { name: user, token });
      const me = body<Me>(await unseated.get('/me'));
      const seat = me.seats[0];
      return {
        user,
        name: account.name,
        actor: new Actor(base, { name: user, userId: me.userId, seatId: seat?.id ?? '', token }),
        agencyId: seat?.agency?.id ?? null,
      };
    },
    now: async (by) => new Date(body<Me>(await by.actor.get('/me')).now),
    close: () => client.end(),
  };
}
