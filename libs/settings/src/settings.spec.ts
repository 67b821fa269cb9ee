import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, SettingsError, type Environment } from './index.js';

const three = {
  DATABASE_URL: 'postgresql://app@db/x',
  AUTHN_URL: 'postgresql://authn@db/x',
  JOB_URL: 'postgres://job@db/x',
};

describe('settings', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings '));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const problemsOf = (environment: Environment): readonly string[] => {
    try {
      readSettings(environment, folder);
      return [];
    } catch (error) {
      if (error instanceof SettingsError) return error.problems;
      throw error;
    }
  };

  it('has a default for everything', () => {
    expect(readSettings({}, folder)).toEqual({
      host: '127.0.0.1',
      port: 3000,
      poolSize: 8,
      requestTimeoutMs: 15_000,
      answerTimeoutMs: 300_000,
      allowedHosts: [],
      trustedProxies: [],
      webhooksToLoopback: false,
      loopback: true,
      dataDirectory: join(folder, '.situation-table', 'data'),
      keysDirectory: join(folder, '.situation-table', 'data-keys'),
      backupsDirectory: join(folder, '.situation-table', 'data-backups'),
      checkpointsDirectory: join(folder, '.situation-table', 'data-checkpoints'),
    });
  });

  it.each([
    ['0.0.0.0', undefined, 1],
    ['0.0.0.0', 'http://table.example', 1],
    ['0.0.0.0', 'https://table.example', 0],
    ['192.168.1.7', undefined, 1],
    ['127.0.0.1', undefined, 0],
    ['127.9.9.9', 'http://localhost:8080', 0],
    ['::1', undefined, 0],
    ['localhost', undefined, 0],
    ['127.example.org', undefined, 1],
    ['::', undefined, 1],
  ])('HOST %s with PUBLIC_URL %s has %i problem', (HOST, PUBLIC_URL, count) => {
    expect(problemsOf({ HOST, PUBLIC_URL })).toHaveLength(count);
  });

  it.each(['', ' ', '0'])('takes PORT “%s”', (PORT) => {
    expect(problemsOf({ PORT })).toEqual([]);
  });

  it.each(['65536', '80a', '-1', '3000.5'])('PORT %s is refused', (PORT) => {
    expect(problemsOf({ PORT })).toEqual([expect.stringContaining('PORT')]);
  });

  it.each(['not an address', 'ftp://x', 'https://x/path', 'https://me:secret@x'])(
    'PUBLIC_URL %s is refused',
    (PUBLIC_URL) => {
      expect(problemsOf({ PUBLIC_URL })).toEqual([expect.stringContaining('PUBLIC_URL')]);
    },
  );

  it.each([
    ['uniquelocal', ['uniquelocal']],
    ['10.1.2.3, 172.18.0.0/16,fd00::/8', ['10.1.2.3', '172.18.0.0/16', 'fd00::/8']],
    ['', []],
  ])('takes TRUSTED_PROXIES “%s”', (TRUSTED_PROXIES, list) => {
    expect(readSettings({ TRUSTED_PROXIES }, folder).trustedProxies).toEqual(list);
  });

  it.each(['true', '*', '0.0.0.0/0', '::/0', '10.0.0.0/33', 'proxy', '10.0.0.0/8/8', '1'])(
    'TRUSTED_PROXIES %s is refused',
    (TRUSTED_PROXIES) => {
      expect(problemsOf({ TRUSTED_PROXIES })).toEqual([expect.stringContaining('TRUSTED_PROXIES')]);
    },
  );

  it.each([
    ['api:3000, Table.Internal', ['api:3000', 'table.internal']],
    ['[fd00::1]:3000', ['[fd00::1]:3000']],
    ['', []],
  ])('takes ALLOWED_HOSTS “%s”', (ALLOWED_HOSTS, list) => {
    expect(readSettings({ ALLOWED_HOSTS }, folder).allowedHosts).toEqual(list);
  });

  it.each(['*', '*.example', 'https://table.example', 'a b', 'table.example/x', 'api:300000'])(
    'ALLOWED_HOSTS %s is refused',
    (ALLOWED_HOSTS) => {
      expect(problemsOf({ ALLOWED_HOSTS })).toEqual([expect.stringContaining('ALLOWED_HOSTS')]);
    },
  );

  it('wants all three logins of an own database, and tells no password in its complaint', () => {
    expect(problemsOf({ DATABASE_URL: three.DATABASE_URL })).toHaveLength(2);
    expect(problemsOf({ MIGRATOR_URL: 'postgresql://migrator@db/x' })).toHaveLength(3);
    expect(problemsOf({ ...three, JOB_URL: 'mysql://job:hush@db' })).toEqual([
      'JOB_URL is no postgresql:// URL.',
    ]);
    expect(readSettings(three, folder).ownDatabase).toEqual({
      app: three.DATABASE_URL,
      authn: three.AUTHN_URL,
      job: three.JOB_URL,
    });
  });

  it('takes a mail server with an address to send from, and wants account and password together', () => {
    const smtp = { SMTP_HOST: 'mail.example.org', SMTP_FROM: 'table@example.org' };
    expect(readSettings(smtp, folder).smtp).toEqual({
      host: 'mail.example.org',
      port: 587,
      from: 'table@example.org',
      loopback: false,
    });
    expect(
      readSettings(
        { ...smtp, SMTP_HOST: '127.0.0.1', SMTP_PORT: '25', SMTP_USER: 'u', SMTP_PASSWORD: 'p' },
        folder,
      ).smtp,
    ).toEqual({
      host: '127.0.0.1',
      port: 25,
      from: 'table@example.org',
      loopback: true,
      user: 'u',
      password: 'p',
    });
    for (const wrong of [
      { SMTP_FROM: smtp.SMTP_FROM },
      { SMTP_HOST: smtp.SMTP_HOST },
      { ...smtp, SMTP_USER: 'u' },
      { ...smtp, SMTP_PORT: '0' },
      { ...smtp, SMTP_HOST: 'smtp://x' },
      { ...smtp, SMTP_FROM: 'a@b\nBcc: c@d' },
    ]) {
      expect(problemsOf(wrong)).toHaveLength(1);
    }
  });

  it('reads a secret from a file, and refuses both at once', () => {
    const file = join(folder, 'url');
    writeFileSync(file, `${three.DATABASE_URL}\n`);
    expect(
      readSettings({ ...three, DATABASE_URL: undefined, DATABASE_URL_FILE: file }, folder).ownDatabase?.app,
    ).toBe(three.DATABASE_URL);
    expect(problemsOf({ ...three, DATABASE_URL_FILE: file })).toHaveLength(1);
    expect(
      problemsOf({ ...three, DATABASE_URL: undefined, DATABASE_URL_FILE: join(folder, 'none') }),
    ).toHaveLength(1);
  });

  it('keeps the keyring out of the data directory, also behind a symbolic link', () => {
    const data = join(folder, 'data');
    mkdirSync(data);
    symlinkSync(data, join(folder, 'linked'));
    for (const keys of [
      data,
      join(data, 'keys'),
      join(folder, 'linked', 'keys'),
      join(folder, 'elsewhere', '..', 'data', 'k'),
    ]) {
      expect(problemsOf({ SITUATION_TABLE_DATA: data, SITUATION_TABLE_KEYS: keys })).toEqual([
        expect.stringContaining('SITUATION_TABLE_KEYS'),
      ]);
    }
    for (const keys of [join(folder, 'data-keys'), join(folder, 'dat'), join(folder, '..data')])
      expect(problemsOf({ SITUATION_TABLE_DATA: data, SITUATION_TABLE_KEYS: keys })).toEqual([]);
  });

  it('says everything that is wrong at once', () => {
    expect(problemsOf({ PORT: 'x', HOST: '0.0.0.0', JOB_URL: 'postgresql://job@db/x' })).toHaveLength(4);
  });
});
