import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { isIP } from 'node:net';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { definitions, type SettingName } from './definitions.js';

/** Connection URLs of a PostgreSQL that the operator runs. */
export interface OwnDatabase {
  readonly app: string;
  readonly authn: string;
  readonly job: string;
  readonly migrator?: string;
}

/** The mail server that emails are handed to. */
interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly user?: string;
  readonly password?: string;
  readonly from: string;
  /** It is this machine: nothing else needs no TLS. */
  readonly loopback: boolean;
}

/** An installation's settings, checked as a whole. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly poolSize: number;
  readonly requestTimeoutMs: number;
  readonly answerTimeoutMs: number;
  /** Opens `/metrics` to whoever sends it. */
  readonly metricsToken?: string;
  /** True when only this machine can reach us. */
  readonly loopback: boolean;
  /** The word demo was said: a demo's database may be served. */
  readonly demo?: boolean;
  readonly publicUrl?: URL;
  /** Names besides that of `publicUrl` and loopback under which requests may come. */
  readonly allowedHosts: readonly string[];
  /** Whose word on the client's address is taken. */
  readonly trustedProxies: readonly string[];
  readonly ownDatabase?: OwnDatabase;
  readonly smtp?: SmtpServer;
  /** Webhooks may go to this machine too. */
  readonly webhooksToLoopback: boolean;
  readonly dataDirectory: string;
  readonly keysDirectory: string;
  readonly backupsDirectory: string;
  readonly checkpointsDirectory: string;
  /** Seals the keyring's file. */
  readonly keysPassphrase?: string;
}

/** Everything that is wrong with the settings at once, one line each, without a secret's value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(readonly problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The value of one setting: from its own variable, or for a secret from the file that `<name>_FILE` names;
 * empty counts as absent.
 */
export function readSetting(environment: Environment, name: SettingName): string | undefined {
  const file = 'secret' in definitions[name] ? environment[`${name}_FILE`] : undefined;
  if (file && environment[name]) throw new SettingsError([`${name} and ${name}_FILE are both set: use one.`]);
  if (!file) return environment[name]?.trim() || undefined;
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    throw new SettingsError([
      `${name}_FILE cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'}).`,
    ]);
  }
}

/** True for a host name or address that never leaves this machine. */
function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host === '::1' ||
    host === '[::1]' ||
    (isIP(host) === 4 && host.startsWith('127.'))
  );
}

/**
 * What of these settings lets others reach us: a demo, whose passwords everybody knows, refuses each. Empty
 * where only this machine can.
 */
export function publicParts(
  settings: Pick<Settings, 'host' | 'loopback' | 'publicUrl' | 'allowedHosts' | 'trustedProxies'>,
): readonly string[] {
  const isOurs = (host: string): boolean =>
    URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname);
  return [
    ...(settings.loopback ? [] : [`HOST=${settings.host}`]),
    ...(settings.publicUrl && !isLoopback(settings.publicUrl.hostname)
      ? [`PUBLIC_URL=${settings.publicUrl.origin}`]
      : []),
    ...(settings.allowedHosts.every(isOurs) ? [] : [`ALLOWED_HOSTS=${settings.allowedHosts.join(',')}`]),
    // A proxy that is trusted hands on what comes from elsewhere.
    ...(settings.trustedProxies.length === 0 ? [] : [`TRUSTED_PROXIES=${settings.trustedProxies.join(',')}`]),
  ];
}

/** The real path of something that may not exist yet: a symbolic link on the way must not hide where a folder is. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
}

function isInside(inner: string, outer: string): boolean {
  const way = relative(realPath(outer), realPath(inner));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Reads one part, turning its complaint into a line of the list. */
function part<T>(problems: string[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** A whole number between two bounds, both included. */
function readWhole(
  name: SettingName,
  text: string | undefined,
  otherwise: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text) || Number(text) > most || Number(text) < least)
    throw new SettingsError([`${name} must be a whole number from ${least} to ${most}, not “${text}”.`]);
  return Number(text);
}

function readPublicUrl(text: string | undefined, host: string): URL | undefined {
  const url = text === undefined ? undefined : URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw new SettingsError([`PUBLIC_URL is no address: “${text}”.`]);
  if (
    url &&
    (!['http:', 'https:'].includes(url.protocol) ||
      url.pathname !== '/' ||
      url.search ||
      url.hash ||
      url.username ||
      url.password)
  ) {
    throw new SettingsError(['PUBLIC_URL must be http(s)://host[:port], with nothing behind it.']);
  }
  if (!isLoopback(host) && url?.protocol !== 'https:') {
    throw new SettingsError([
      `HOST=${host} can be reached from other machines: that needs PUBLIC_URL=https://… (a proxy with TLS before us), or nobody could stay signed in.`,
    ]);
  }
  return url;
}

/**
 * Addresses, networks, or the three names that the HTTP server knows for networks of one's own. Never
 * everybody: a client could then say who it is.
 */
function readProxies(text: string | undefined): readonly string[] {
  const named = (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const isKnown = (one: string): boolean => {
    const [address = '', bits, ...more] = one.split('/');
    if (['loopback', 'linklocal', 'uniquelocal'].includes(one)) return true;
    if (isIP(address) === 0 || more.length > 0) return false;
    return (
      bits === undefined ||
      (/^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= (isIP(address) === 4 ? 32 : 128))
    );
  };
  const wrong = named.filter((one) => !isKnown(one));
  if (wrong.length > 0)
    throw new SettingsError([`TRUSTED_PROXIES has no address or network in “${wrong.join('”, “')}”.`]);
  return named;
}

/** Names of this server, each a host with or without a port. Never all names: then any page could be pointed at us. */
function readHosts(text: string | undefined): readonly string[] {
  const named = (text ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
  const wrong = named.filter(
    (one) => !/^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/.test(one),
  );
  if (wrong.length > 0)
    throw new SettingsError([`ALLOWED_HOSTS has no host or host:port in “${wrong.join('”, “')}”.`]);
  return named;
}

function readMetricsToken(text: string | undefined): string | undefined {
  if (text !== undefined && !/^[\x21-\x7e]{16,200}$/.test(text))
    throw new SettingsError([
      'METRICS_TOKEN must be 16 to 200 visible characters of ASCII, without a space.',
    ]);
  return text;
}

const senderAddress = /^[^\s@<>"(),:;\\[\]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;

function readSmtp(read: (name: SettingName) => string | undefined): SmtpServer | undefined {
  const [host, user, password, from] = [
    read('SMTP_HOST'),
    read('SMTP_USER'),
    read('SMTP_PASSWORD'),
    read('SMTP_FROM'),
  ];
  const port = readWhole('SMTP_PORT', read('SMTP_PORT'), 587, 1, 65_535);
  const problems: string[] = [];
  if (host === undefined && [user, password, from, read('SMTP_PORT')].some((given) => given !== undefined))
    problems.push('SMTP_HOST is missing: the other SMTP settings are for it.');
  if (host !== undefined && !/^[A-Za-z0-9.:-]{1,253}$/.test(host))
    problems.push('SMTP_HOST must be the name or address of a mail server, and nothing more.');
  if ((user === undefined) !== (password === undefined))
    problems.push('SMTP_USER and SMTP_PASSWORD belong together: give both, or none.');
  if (host !== undefined && (from === undefined || !senderAddress.test(from)))
    problems.push('SMTP_FROM must be the address that emails come from.');
  if (problems.length > 0) throw new SettingsError(problems);
  if (host === undefined || from === undefined) return undefined;
  return {
    host,
    port,
    from,
    loopback: isLoopback(host),
    ...(user !== undefined && password !== undefined ? { user, password } : {}),
  };
}

function readYes(name: SettingName, text: string | undefined): boolean {
  if (text !== undefined && text !== 'yes' && text !== 'no')
    throw new SettingsError([`${name} must be yes or no.`]);
  return text === 'yes';
}

function readDatabase(read: (name: SettingName) => string | undefined): OwnDatabase | undefined {
  const named = {
    app: read('DATABASE_URL'),
    authn: read('AUTHN_URL'),
    job: read('JOB_URL'),
    migrator: read('MIGRATOR_URL'),
  };
  if (!Object.values(named).some(Boolean)) return undefined;
  const variables = {
    app: 'DATABASE_URL',
    authn: 'AUTHN_URL',
    job: 'JOB_URL',
    migrator: 'MIGRATOR_URL',
  } as const;
  const problems: string[] = [];
  for (const [login, variable] of Object.entries(variables) as [keyof typeof variables, string][]) {
    const url = named[login];
    if (!url && login !== 'migrator')
      problems.push(`${variable} is missing: your own PostgreSQL needs DATABASE_URL, AUTHN_URL and JOB_URL.`);
    else if (url && (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)))
      problems.push(`${variable} is no postgresql:// URL.`);
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return {
    app: named.app ?? '',
    authn: named.authn ?? '',
    job: named.job ?? '',
    ...(named.migrator ? { migrator: named.migrator } : {}),
  };
}

function readKeys(text: string | undefined, dataDirectory: string): string {
  const keys = resolve(text ?? `${dataDirectory}-keys`);
  if (isInside(keys, dataDirectory))
    throw new SettingsError([
      `SITUATION_TABLE_KEYS must not lie in the data directory (${dataDirectory}): whoever copies that would have keys and sealed text together.`,
    ]);
  return keys;
}

function readPassphrase(text: string | undefined): string | undefined {
  if (text !== undefined && text.length < 15)
    throw new SettingsError(['SITUATION_TABLE_KEYS_PASSPHRASE has at least 15 characters.']);
  return text;
}

function readBackups(text: string | undefined, dataDirectory: string, keysDirectory: string): string {
  const backups = resolve(text ?? `${dataDirectory}-backups`);
  if (isInside(backups, dataDirectory))
    throw new SettingsError([
      `SITUATION_TABLE_BACKUPS must not lie in the data directory (${dataDirectory}): what takes the one would take the other.`,
    ]);
  if (isInside(keysDirectory, backups))
    throw new SettingsError([
      `SITUATION_TABLE_KEYS must not lie in the folder of backups (${backups}): whoever copies that would have keys and sealed text together.`,
    ]);
  return backups;
}

function readCheckpoints(text: string | undefined, dataDirectory: string): string {
  const checkpoints = resolve(text ?? `${dataDirectory}-checkpoints`);
  if (isInside(checkpoints, dataDirectory))
    throw new SettingsError([
      `SITUATION_TABLE_CHECKPOINTS must not lie in the data directory (${dataDirectory}): whoever rewrites the one would have the other.`,
    ]);
  return checkpoints;
}

/**
 * Reads and checks the settings.
 * @param checkout the folder that relative and default places start from
 * @throws SettingsError with every problem, not only the first
 */
export function readSettings(environment: Environment, checkout: string): Settings {
  const problems: string[] = [];
  const read = (name: SettingName): string | undefined => readSetting(environment, name);
  const host = read('HOST') ?? '127.0.0.1';
  const whole = (name: SettingName, ...bounds: [number, number, number]): number =>
    part(problems, () => readWhole(name, read(name), ...bounds)) ?? 0;
  const port = whole('PORT', 3000, 0, 65_535);
  const poolSize = whole('POOL_SIZE', 8, 1, 200);
  const requestTimeoutMs = whole('REQUEST_TIMEOUT_MS', 15_000, 500, 120_000);
  const answerTimeoutMs = whole('ANSWER_TIMEOUT_MS', 300_000, 1000, 3_600_000);
  const publicUrl = part(problems, () => readPublicUrl(read('PUBLIC_URL'), host));
  const allowedHosts = part(problems, () => readHosts(read('ALLOWED_HOSTS'))) ?? [];
  const trustedProxies = part(problems, () => readProxies(read('TRUSTED_PROXIES'))) ?? [];
  const metricsToken = part(problems, () => readMetricsToken(read('METRICS_TOKEN')));
  const ownDatabase = part(problems, () => readDatabase(read));
  const smtp = part(problems, () => readSmtp(read));
  const webhooksToLoopback =
    part(problems, () => readYes('WEBHOOK_LOOPBACK', read('WEBHOOK_LOOPBACK'))) ?? false;
  const demo = part(problems, () => readYes('SITUATION_TABLE_DEMO', read('SITUATION_TABLE_DEMO'))) ?? false;
  const dataDirectory = resolve(checkout, read('SITUATION_TABLE_DATA') ?? join('.situation-table', 'data'));
  const keysDirectory = part(problems, () => readKeys(read('SITUATION_TABLE_KEYS'), dataDirectory)) ?? '';
  const backupsDirectory =
    part(problems, () => readBackups(read('SITUATION_TABLE_BACKUPS'), dataDirectory, keysDirectory)) ?? '';
  const checkpointsDirectory =
    part(problems, () => readCheckpoints(read('SITUATION_TABLE_CHECKPOINTS'), dataDirectory)) ?? '';
  const keysPassphrase = part(problems, () => readPassphrase(read('SITUATION_TABLE_KEYS_PASSPHRASE')));
  if (problems.length > 0) throw new SettingsError(problems);
  return {
    host,
    port,
    poolSize,
    requestTimeoutMs,
    answerTimeoutMs,
    allowedHosts,
    trustedProxies,
    webhooksToLoopback,
    loopback: isLoopback(host),
    dataDirectory,
    keysDirectory,
    backupsDirectory,
    checkpointsDirectory,
    ...(demo ? { demo } : {}),
    ...(keysPassphrase ? { keysPassphrase } : {}),
    ...(metricsToken ? { metricsToken } : {}),
    ...(publicUrl ? { publicUrl } : {}),
    ...(ownDatabase ? { ownDatabase } : {}),
    ...(smtp ? { smtp } : {}),
  };
}
