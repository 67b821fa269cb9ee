import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileKeyProvider } from '#crypto';
import { openDemo, type DemoDatabase } from '#database/demo';
import { connectData } from '#database/door';
import type { EmbeddedServer } from '#database/embedded';
import { runScheduledJobs } from '#database/jobs';
import type { Settings } from '#settings';
import { OperatorError } from '../command.js';
import { signIn, type Acting } from '../demo/acting.js';
import { castOfDemo, demoPassword, type Cast, type DemoAccount, type SignInName } from '../demo/cast.js';
import { demoBegins, playTheWeeksBefore } from '../demo/live-table.js';
import { pastRecords } from '../demo/past.js';
import { startApi } from './api-process.js';

/** Who can sign in, in the data directory; owner-only. */
const accountsFile = 'demo-accounts.json';

function writeAccounts(folder: string, accounts: readonly DemoAccount[]): string {
  const file = join(folder, accountsFile);
  const draft = `${file}.${process.pid}`;
  writeFileSync(
    draft,
    `${JSON.stringify({ note: 'All of this is invented. A demo answers on loopback alone.', accounts }, null, 2)}\n`,
    { mode: 0o600 },
  );
  renameSync(draft, file);
  return file;
}

function printAccounts(accounts: readonly DemoAccount[], file: string): void {
  const width = (key: 'user' | 'name' | 'role'): number =>
    Math.max(...accounts.map((account) => account[key].length));
  const [user, name, role] = [width('user'), width('name'), width('role')];
  const lines = accounts.map(
    (account) =>
      `  ${account.user.padEnd(user)}  ${account.name.padEnd(name)}  ${account.role.padEnd(role)}  ${[account.agency, account.table].filter((each) => each !== null).join(', ') || '–'}`,
  );
  console.log(
    `The demo is filled. Everybody’s password is “${demoPassword}”:\n${lines.join('\n')}\nThey stand in ${file} too.`,
  );
}

/**
 * What lives at the one live table is written by its people over HTTP, through an API that only this start
 * knows of.
 */
async function play(
  server: EmbeddedServer,
  settings: Settings,
  demo: DemoDatabase,
  cast: Cast,
): Promise<void> {
  const urls = { app: server.url('app'), authn: server.url('authn'), job: server.url('job') };
  const api = await startApi(settings, urls, new Promise(() => undefined), {
    quiet: true,
    environment: {
      PORT: '0',
      HOST: '127.0.0.1',
      PUBLIC_URL: '',
      TRUSTED_PROXIES: '',
      SITUATION_TABLE_DEMO: 'yes',
    },
  });
  if (api === undefined) throw new OperatorError('The API did not start.');
  const clock = await connectData(urls);
  const seats = new Map<SignInName, Promise<Acting>>();
  try {
    await playTheWeeksBefore(
      {
        as: (name) => {
          const seat = seats.get(name) ?? signIn(api.url, name, demoPassword);
          seats.set(name, seat);
          return seat;
        },
        agency: (name) => cast.agencyIds[name],
        at: (instant) => demo.setClock(instant),
      },
      async () => {
        await runScheduledJobs(clock.data);
      },
    );
    for (const seat of seats.values()) await (await seat).signOut();
  } finally {
    await clock.close();
    await api.stop();
  }
}

/**
 * Fills an untouched embedded database with the demo. Cut off in between, it is found half filled at the next
 * start and begun again.
 * @throws Error with what the API answered, when a step is refused
 */
export async function seedDemo(server: EmbeddedServer, settings: Settings): Promise<void> {
  console.log('Filling the demo …');
  const cast = castOfDemo();
  const demo = await openDemo(server.url('postgres'));
  try {
    await demo.setClock('2024-01-08T09:00:00-05:00');
    await demo.plantCast(cast);
    // The Monday after the last correction window of the year before: that year is cut, as it was then.
    await demo.setClock('2026-02-09T09:00:00-05:00');
    await demo.plantPast(pastRecords(cast));
    await (
      await FileKeyProvider.openOrCreate(settings.keysDirectory, new Date(), settings.keysPassphrase)
    ).close();
    await play(server, settings, demo, cast);
    await demo.setClock(demoBegins);
    printAccounts(cast.accounts, writeAccounts(server.directory, cast.accounts));
    await demo.finish();
  } finally {
    await demo.close();
  }
}
