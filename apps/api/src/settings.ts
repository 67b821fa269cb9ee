import { readFileSync } from 'node:fs';

/** How one API process is to run, read from its environment. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: URL | undefined;
  readonly appUrl: string;
  readonly authnUrl: string;
  readonly jobUrl: string;
  readonly keysFolder: string;
  readonly poolSize: number;
  readonly requestTimeoutMs: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that is missing or cannot be: said to whoever starts the server. */
export class SettingFault extends Error {
  override readonly name = 'SettingFault';
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Reads the settings; a secret may come from a file named by `…_FILE`.
 * @throws SettingFault naming the variable, never its value
 */
export function readSettings(environment: Environment): Settings {
  const host = environment['HOST'] ?? '127.0.0.1';
  const publicUrl = environment['PUBLIC_URL'] === undefined ? undefined : urlOf('PUBLIC_URL', environment['PUBLIC_URL']);
  // Off loopback without TLS the browser would silently drop the session cookie, which is __Host- and Secure.
  if (!loopback.has(host) && publicUrl?.protocol !== 'https:') throw new SettingFault('HOST is off loopback, so PUBLIC_URL must be set and begin with https://');
  return {
    host,
    publicUrl,
    port: wholeOf(environment, 'PORT', 3000, 0, 65_535),
    appUrl: secretOf(environment, 'DATABASE_URL'),
    authnUrl: secretOf(environment, 'AUTHN_URL'),
    jobUrl: secretOf(environment, 'JOB_URL'),
    keysFolder: required(environment, 'SITUATION_TABLE_KEYS'),
    poolSize: wholeOf(environment, 'POOL_SIZE', 8, 1, 200),
    requestTimeoutMs: wholeOf(environment, 'REQUEST_TIMEOUT_MS', 15_000, 500, 120_000),
  };
}

function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined || value === '') throw new SettingFault(`${name} is not set`);
  return value;
}

function secretOf(environment: Environment, name: string): string {
  const file = environment[`${name}_FILE`];
  if (file === undefined) return required(environment, name);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new SettingFault(`${name}_FILE cannot be read`);
  }
}

function urlOf(name: string, value: string): URL {
  if (!URL.canParse(value)) throw new SettingFault(`${name} is not an address`);
  return new URL(value);
}

function wholeOf(environment: Environment, name: string, otherwise: number, least: number, most: number): number {
  const value = environment[name];
  if (value === undefined || value === '') return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most) throw new SettingFault(`${name} must be a whole number from ${least} to ${most}`);
  return number;
}
