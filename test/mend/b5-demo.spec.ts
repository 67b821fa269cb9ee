import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FileKeyProvider } from '#crypto';
import { openDemo } from '#database/demo';
import { readSettings } from '#settings';
import { cloneDatabase, type TestDatabase } from '#testing';
import { beginningAsked, chooseBeginning } from '../../apps/cli/src/serve/beginning.js';
import { OperatorError } from '../../apps/cli/src/command.js';
import { startApiProcess } from '../world/api-process.js';
import { buildProduct } from '../world/built.js';

/*
 * Given: a demo behind PUBLIC_URL=https://… serves its known passwords to the world. A demo refuses whatever
 * lets others reach it, and its database says of itself that it is one, so that no other start serves it
 * without the word.
 */
const demo = { touched: true, demo: true, halfFilled: false };
const untouched = { touched: false, demo: false, halfFilled: false };
const shown: Readonly<Record<string, string>>[] = [
  { PUBLIC_URL: 'https://demo.example.org' },
  { PUBLIC_URL: 'https://demo.example.org', HOST: '0.0.0.0' },
  { PUBLIC_URL: 'http://192.168.1.4:3000' },
  { TRUSTED_PROXIES: '10.0.0.0/8' },
  { ALLOWED_HOSTS: 'demo.example.org' },
];

describe('npm start', () => {
  it.each(shown)('begins no demo, and serves none, with %p', async (environment) => {
    const settings = readSettings(environment, '/tmp');
    expect(() => beginningAsked({ demo: true }, settings)).toThrow(OperatorError);
    const never = (): Promise<never> => Promise.reject(new Error('nobody is asked'));
    await expect(chooseBeginning('demo', demo, settings, never)).rejects.toThrow(OperatorError);
    // Nobody is asked at the terminal either, where the answer would be refused.
    expect(await chooseBeginning(undefined, untouched, settings, never)).toBe('empty');
  });

  it('serves a demo that is there only when the word is said', async () => {
    const home = readSettings({}, '/tmp');
    const ask = (): Promise<'demo'> => Promise.resolve('demo');
    await expect(chooseBeginning(undefined, demo, home, ask)).rejects.toThrow('npm start -- --demo');
    expect(await chooseBeginning('demo', demo, home, ask)).toBeUndefined();
    const said = readSettings({ SITUATION_TABLE_DEMO: 'yes' }, '/tmp');
    expect(await chooseBeginning(undefined, demo, said, ask)).toBeUndefined();
  });

  it('begins a demo at loopback alone, by any name', () => {
    const name = fc.oneof(
      fc.constantFrom('localhost', '127.0.0.1', '127.8.9.1', '[::1]'),
      fc.domain(),
      fc.ipV4(),
      fc.ipV6().map((address) => `[${address}]`),
    );
    fc.assert(
      fc.property(name, fc.constantFrom('http', 'https'), (host, scheme) => {
        const settings = readSettings({ PUBLIC_URL: `${scheme}://${host}` }, '/tmp');
        const own = ['localhost', '[::1]'].includes(settings.publicUrl!.hostname);
        const begins = (): unknown => beginningAsked({ demo: true }, settings);
        if (own || /^127(\.\d+){3}$/.test(settings.publicUrl!.hostname)) expect(begins()).toBe('demo');
        else expect(begins).toThrow(OperatorError);
      }),
    );
  });
});

describe('the API over a demo’s database', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    buildProduct();
    folder = await mkdtemp(join(tmpdir(), 'demo-'));
    database = await cloneDatabase();
    const filling = await openDemo(database.url('postgres'));
    await filling.finish();
    await filling.close();
    await (await FileKeyProvider.openOrCreate(join(folder, 'keys'))).close();
  }, 120_000);
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts it as a container would. @returns what it said when it ended, or 'serves' */
  async function start(environment: Readonly<Record<string, string>>): Promise<string> {
    try {
      const api = await startApiProcess({
        url: database.url,
        data: join(folder, 'data'),
        keys: join(folder, 'keys'),
        settings: environment,
      });
      await api.kill('SIGKILL');
      return 'serves';
    } catch (error) {
      return (error as Error).message;
    }
  }

  it('is not served without the word', async () => {
    expect(await start({})).toContain('SITUATION_TABLE_DEMO=yes');
    expect(await start({ SITUATION_TABLE_DEMO: 'yes' })).toBe('serves');
  }, 60_000);

  it.each(shown)(
    'is not served with the word and %p',
    async (environment) => {
      const said = await start({ ...environment, SITUATION_TABLE_DEMO: 'yes' });
      expect(said).toContain('on this machine only');
      expect(said).toContain(Object.keys(environment).at(-1));
    },
    60_000,
  );

  it('is served as usual where the database is none', async () => {
    await database.plant('update sec.demo_clock set demo = false');
    expect(await start({ PUBLIC_URL: 'https://table.example.org' })).toBe('serves');
    await database.plant('update sec.demo_clock set demo = true');
  }, 60_000);
});
