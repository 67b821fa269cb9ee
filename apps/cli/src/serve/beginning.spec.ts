import { describe, expect, it } from '@jest/globals';
import { readSettings, type Settings } from '#settings';
import { OperatorError } from '../command.js';
import { beginningAsked, chooseBeginning, type Beginning } from './beginning.js';

const own = {
  DATABASE_URL: 'postgresql://app@db/x',
  AUTHN_URL: 'postgresql://authn@db/x',
  JOB_URL: 'postgresql://job@db/x',
};
const home = readSettings({}, '/tmp');
const shown = readSettings({ HOST: '0.0.0.0', PUBLIC_URL: 'https://table.example' }, '/tmp');
const behindProxy = readSettings({ PUBLIC_URL: 'https://demo.example' }, '/tmp');
const proxied = readSettings({ TRUSTED_PROXIES: 'loopback' }, '/tmp');
const ownDatabase = readSettings(own, '/tmp');
const untouched = { touched: false, demo: false, halfFilled: false };
const installation = { touched: true, demo: false, halfFilled: false };
const demo = { touched: true, demo: true, halfFilled: false };
const cutOff = { touched: true, demo: false, halfFilled: true };

describe('the flags', () => {
  it('ask for a demo, for none, or for nothing', () => {
    expect([
      beginningAsked({ demo: true }, home),
      beginningAsked({ empty: true }, home),
      beginningAsked({}, home),
    ]).toEqual(['demo', 'empty', undefined]);
  });

  it.each([
    ['both', { demo: true, empty: true }, home],
    ['a demo that others could reach', { demo: true }, shown],
    ['a demo behind a public address', { demo: true }, behindProxy],
    ['a demo in a database of one’s own', { demo: true }, ownDatabase],
  ])('refuse %s', (_what, given, settings) => {
    expect(() => beginningAsked(given, settings as Settings)).toThrow(OperatorError);
  });
});

describe('what a start begins with', () => {
  let questions = 0;
  const ask = (answer: Beginning) => (): Promise<Beginning> => {
    questions += 1;
    return Promise.resolve(answer);
  };

  it.each([
    ['asked for a demo, nothing there', 'demo', untouched, home, 'demo'],
    ['asked for none, nothing there', 'empty', untouched, home, 'empty'],
    ['asked for nothing, an installation there', undefined, installation, home, undefined],
    ['asked for none, an installation there', 'empty', installation, home, undefined],
    ['asked for a demo, a demo there', 'demo', demo, home, undefined],
    ['asked for nothing, half a demo there', undefined, cutOff, home, 'demo'],
    ['asked for nothing, nothing there, open to others', undefined, untouched, shown, 'empty'],
  ] as const)('%s', async (_what, wanted, state, settings, expected) => {
    questions = 0;
    expect(await chooseBeginning(wanted, state, settings, ask('demo'))).toBe(expected);
    expect(questions).toBe(0);
  });

  it('is asked only when nothing is there and nothing was said', async () => {
    questions = 0;
    expect(await chooseBeginning(undefined, untouched, home, ask('demo'))).toBe('demo');
    expect(questions).toBe(1);
  });

  it.each([
    ['a demo over an installation', 'demo', installation, home],
    ['an empty start over a demo', 'empty', demo, home],
    ['an empty start over half a demo', 'empty', cutOff, home],
    ['half a demo shown to others', undefined, cutOff, shown],
    ['a demo shown to others', undefined, demo, shown],
    ['a demo behind a public address', 'demo', demo, behindProxy],
    ['a demo behind a trusted proxy', 'demo', demo, proxied],
    ['a demo for which nobody said the word', undefined, demo, home],
  ] as const)('refuses %s', async (_what, wanted, state, settings) => {
    await expect(chooseBeginning(wanted, state, settings, ask('empty'))).rejects.toThrow(OperatorError);
  });
});
