import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { backupSigner, FileKeyProvider } from '#crypto';
import type { Sign } from '#database/backup';
import { connectData, type Data } from '#database/door';
import { AlreadyRunning, embeddedUrl, holdsDatabase, startEmbedded } from '#database/embedded';
import { readSetting, readSettings, type SettingName, type Settings } from '#settings';
import { OperatorError } from '../command.js';

/** The folder that holds `dist`, wherever it was put: relative places of the settings start from it. */
const checkout = fileURLToPath(new URL('../../../../../', import.meta.url));

/** An installation's database and keyring, opened by its operator beside whatever serves from them. */
export interface Installation {
  readonly settings: Settings;
  readonly data: Data;
  readonly keys: FileKeyProvider;
  readonly sign: Sign;
  /** The URL of a login that only operators use. @throws OperatorError where it is not set */
  url(login: 'backup' | 'job'): string;
}

export function operatorSettings(): Settings {
  return readSettings(process.env, checkout);
}

interface Reached {
  url(login: 'app' | 'authn' | 'job' | 'backup'): string;
  stop(): Promise<void>;
}

/**
 * The database of one's own, the embedded server that runs, or that server started for as long as the command
 * takes.
 */
async function reach(settings: Settings): Promise<Reached> {
  const { ownDatabase, dataDirectory } = settings;
  if (ownDatabase) {
    const url = (login: 'app' | 'authn' | 'job' | 'backup'): string =>
      login === 'backup' ? needed('BACKUP_URL', 'as the login backup') : ownDatabase[login];
    return { url, stop: () => Promise.resolve() };
  }
  if (!holdsDatabase(dataDirectory))
    throw new OperatorError(
      `${dataDirectory} holds no installation: name its data directory in SITUATION_TABLE_DATA.`,
    );
  try {
    const server = await startEmbedded(dataDirectory);
    return { url: (login) => server.url(login), stop: () => server.stop() };
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    return { url: (login) => embeddedUrl(dataDirectory, login), stop: () => Promise.resolve() };
  }
}

/** @throws OperatorError */
export function needed(name: SettingName, as: string): string {
  const value = readSetting(process.env, name);
  if (!value) throw new OperatorError(`${name} is not set: it names your PostgreSQL ${as}.`);
  return value;
}

/**
 * Opens the installation that the settings name, works with it, and closes what it opened. A running server
 * is left as it is.
 */
export async function withInstallation(work: (installation: Installation) => Promise<void>): Promise<void> {
  const settings = operatorSettings();
  const keys = await FileKeyProvider.open(settings.keysDirectory, [], settings.keysPassphrase);
  const reached = await reach(settings);
  try {
    const opened = await connectData({
      app: reached.url('app'),
      authn: reached.url('authn'),
      job: reached.url('job'),
      poolSize: 1,
    });
    try {
      await work({ settings, data: opened.data, keys, sign: await backupSigner(keys), url: reached.url });
    } finally {
      await opened.close();
    }
  } finally {
    await reached.stop();
    await keys.close();
  }
}
