import process from 'node:process';
import { clusterScript, logins, prepareCluster, type Login } from '#database/cluster';
import { readSetting, type SettingName } from '#settings';
import { OperatorError, type Command } from '../command.js';

const urlOf = {
  migrator: 'MIGRATOR_URL',
  app: 'DATABASE_URL',
  authn: 'AUTHN_URL',
  job: 'JOB_URL',
  backup: 'BACKUP_URL',
} as const satisfies Partial<Record<Login, SettingName>>;

/** The passwords that the logins' own URLs carry, so that each is written down once. */
function passwordsFromUrls(): Partial<Record<Login, string>> {
  const found: Partial<Record<Login, string>> = {};
  for (const [login, setting] of Object.entries(urlOf) as [Login, SettingName][]) {
    const url = readSetting(process.env, setting);
    if (!url) continue;
    const { username, password } = new URL(url);
    if (username !== login)
      throw new OperatorError(`${setting} must sign in as ${login}, not as ${username || 'nobody'}.`);
    if (password) found[login] = decodeURIComponent(password);
  }
  return found;
}

/** Makes the cluster's roles, or shows the SQL for whoever may not give us a superuser. */
export const rolesCommand: Command = {
  says: `make the roles (${logins.join(', ')} and the personas) and the database as SUPERUSER_URL; --print shows the SQL instead`,
  options: { print: { type: 'boolean' }, database: { type: 'string' } },
  async run(given) {
    const named = typeof given['database'] === 'string' ? given['database'] : undefined;
    if (given['print']) {
      process.stdout.write(clusterScript(named));
      return;
    }
    const url = readSetting(process.env, 'SUPERUSER_URL');
    if (!url)
      throw new OperatorError(
        'SUPERUSER_URL is not set: it names your PostgreSQL as a superuser. Or take the SQL from situation-table roles --print.',
      );
    const passwords = passwordsFromUrls();
    await prepareCluster(url, passwords, named);
    console.log(
      `The roles and the database stand. Passwords set for: ${Object.keys(passwords).join(', ') || 'none (their URLs were not given)'}.`,
    );
  },
};
