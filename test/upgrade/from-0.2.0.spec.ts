import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { embeddedUrl, superuserUrl } from '#database/embedded';
import { catalogueOf, shippedSchema } from '#database/migration';
import { signIn, type Acting } from '../../apps/cli/src/demo/acting.js';
import { situationTable, started, type Serving } from '../life/drill/product.js';
import { buildProduct } from '../world/built.js';
import { accountsIn, fixtures, foldersIn, unpack } from './fixtures.js';

/*
 * What a released version left behind is restored into a new cluster, brought to this version and served. Who is
 * asked is found in the fixture itself, since a later demo may have other people.
 */
jest.setTimeout(300_000);

interface Account {
  readonly user: string;
  readonly password: string;
  readonly role: string;
}
interface Page {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

it('has at least the fixture of 0.2.0, and none is larger than the repository takes', () => {
  expect(fixtures().map(({ version }) => version)).toContain('0.2.0');
  for (const { file } of fixtures()) expect(statSync(file).size).toBeLessThanOrEqual(2 * 1024 * 1024);
});

describe.each(fixtures().map((fixture) => [fixture.version, fixture] as const))(
  'the backup of version %s',
  (_version, fixture) => {
    const folder = mkdtempSync(join(tmpdir(), 'st-from-'));
    const folders = foldersIn(folder);
    let serving: Serving | undefined;
    let accounts: readonly Account[];

    beforeAll(async () => {
      buildProduct();
      unpack(fixture, folder);
      const { code, text } = await situationTable(folders, 'restore');
      expect([code, text]).toEqual([0, expect.stringContaining('each opens')]);
      copyFileSync(accountsIn(folder), join(folders.data, 'demo-accounts.json'));
      ({ accounts } = JSON.parse(readFileSync(accountsIn(folder), 'utf8')) as { accounts: Account[] });
      serving = await started(folders, ['--demo']);
    });
    afterAll(async () => {
      await serving?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const everybody = (role: string): Promise<Acting[]> =>
      Promise.all(
        accounts
          .filter((account) => account.role === role)
          .map(({ user, password }) => signIn(`http://127.0.0.1:${serving!.port}`, user, password)),
      );

    it('is what a new database is: the version before and every migration since make the same', async () => {
      const client = new Client({ connectionString: superuserUrl(folders.data) });
      await client.connect();
      const { rows } = await client.query<{ version: string }>('select version from migration.installed');
      await client.end();
      const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
      expect(rows).toEqual([{ version }]);
      const fresh = readFileSync(join(shippedSchema.definitions, 'catalogue.txt'), 'utf8');
      expect((await catalogueOf(embeddedUrl(folders.data, 'migrator'))).join('\n') + '\n').toBe(fresh);
    });

    it('lets its people sign in and read a situation with its texts', async () => {
      const seen = await Promise.all(
        (await everybody('rep')).map(async (rep) => {
          const { rows: items } = await rep.get<Page>('/situations?limit=50');
          const cards = await Promise.all(items.map(({ id }) => rep.get(`/situations/${String(id)}`)));
          const identities = await Promise.all(
            items.map(({ id }) =>
              rep.get<{ rows: unknown[] }>(`/situations/${String(id)}/tier3`).catch(() => ({ rows: [] })),
            ),
          );
          return { cards, identities: identities.flatMap(({ rows }) => rows) };
        }),
      );
      const cards = seen.flatMap((each) => each.cards);
      expect(cards.length).toBeGreaterThan(0);
      // Texts open only where data and keys came back together.
      expect(JSON.stringify(cards)).toMatch(/"summary":\{"text":"[^"]+"/);
      expect(seen.flatMap((each) => each.identities).length).toBeGreaterThan(0);
    });

    it('shows a coordinator the meetings, and lets a screening be written and read', async () => {
      const [coordinator] = await everybody('coordinator');
      const { rows: items } = await coordinator!.get<Page>('/meetings?limit=50');
      expect(items.length).toBeGreaterThan(0);
      expect(await coordinator!.get(`/meetings/${String(items[0]!['id'])}`)).toMatchObject({
        id: items[0]!['id'],
      });
      const [rep] = await everybody('rep');
      const screening = await rep!.post<{ id: string }>('/screenings', {
        type: 'person',
        riskFactors: [],
        privateNote: 'Written after the upgrade.',
      });
      expect(await rep!.get(`/screenings/${screening.id}`)).toMatchObject({
        content: { privateNote: 'Written after the upgrade.' },
      });
    });

    it('has the figures of years past', async () => {
      const [auditor] = await everybody('auditor');
      const years = await auditor!.get<readonly { year: number; withheld: boolean }[]>(
        '/statistics/across-tables/years',
      );
      const shown = years.find(({ withheld }) => !withheld);
      expect(shown).toBeDefined();
      const figures = await auditor!.get(`/statistics/across-tables/figures?year=${shown!.year}&by=type`);
      expect(JSON.stringify(figures)).toContain('person');
    });

    it('has its audit whole, what happened since included', async () => {
      const file = join(folder, 'audit.jsonl');
      const exported = await situationTable(folders, 'audit', 'export', '--to', file);
      expect([exported.code, exported.text]).toEqual([0, expect.stringMatching(/^\d+ events/m)]);
      const key = /Public key: (.+)$/m.exec(exported.text)![1]!;
      const verified = await situationTable(folders, 'audit', 'verify', '--from', file, '--key', key);
      expect([verified.code, verified.text]).toEqual([
        0,
        expect.stringMatching(/whole in itself|Nothing is altered/),
      ]);
    });

    it('starts a second time', async () => {
      await serving!.stop();
      serving = await started(folders, ['--demo']);
      const [rep] = await everybody('rep');
      expect((await rep!.get<Page>('/situations?limit=50')).rows.length).toBeGreaterThan(0);
    });
  },
);
