/** One thing an operator can set, as the environment names it and as the documentation lists it. */
export interface SettingDefinition {
  readonly says: string;
  /** What holds without it, in words. */
  readonly otherwise: string;
  /** The same name with `_FILE` may name a file that holds the value, which then stands in no process list. */
  readonly secret?: true;
}

/**
 * Every setting there is. The table in the documentation is written from this, and nothing else reads the
 * environment.
 */
export const definitions = {
  PORT: { says: 'The TCP port to serve on; 0 takes any that is free.', otherwise: '3000' },
  HOST: { says: 'The address to listen on. Off loopback PUBLIC_URL must say https.', otherwise: '127.0.0.1' },
  PUBLIC_URL: {
    says: 'The address people type. It must be https off loopback: the session cookie is never sent over anything else.',
    otherwise: 'http on HOST and PORT',
  },
  ALLOWED_HOSTS: {
    says: 'Further names under which requests may come, host or host:port, with commas: what a probe or a proxy inside your network calls this server. That of PUBLIC_URL and loopback are always allowed.',
    otherwise: 'none',
  },
  TRUSTED_PROXIES: {
    says: 'Whose X-Forwarded-For is believed: addresses, networks (10.0.0.0/8) or the words loopback, linklocal, uniquelocal, with commas. Without it all who come through a proxy count as one source of failed sign-ins.',
    otherwise: 'nobody’s',
  },
  SITUATION_TABLE_DEMO: {
    says: 'With the word yes the database of a demo is served, on this machine alone: everybody knows its passwords. `npm start -- --demo` says it.',
    otherwise: 'no',
  },
  DATABASE_URL: {
    says: 'Your own PostgreSQL 16 or newer, as the login app. AUTHN_URL and JOB_URL must then be named too.',
    otherwise: 'the embedded PostgreSQL',
    secret: true,
  },
  AUTHN_URL: {
    says: 'The same database as the login authn.',
    otherwise: 'the embedded PostgreSQL',
    secret: true,
  },
  JOB_URL: {
    says: 'The same database as the login job.',
    otherwise: 'the embedded PostgreSQL',
    secret: true,
  },
  MIGRATOR_URL: {
    says: 'The same database as the login migrator. Without it nothing is migrated, and a database that is behind is refused.',
    otherwise: 'the embedded PostgreSQL, or no migration',
    secret: true,
  },
  BACKUP_URL: {
    says: 'The same database as the login backup: for `situation-table backup` alone.',
    otherwise: 'the embedded PostgreSQL',
    secret: true,
  },
  SUPERUSER_URL: {
    says: 'The same database as a superuser: for `situation-table roles` and `restore` alone.',
    otherwise: 'none',
    secret: true,
  },
  SITUATION_TABLE_DATA: {
    says: 'The data directory: the embedded PostgreSQL and what belongs to it.',
    otherwise: '.situation-table/data in the checkout',
  },
  SITUATION_TABLE_KEYS: {
    says: 'The folder of the keyring. Never inside the data directory: whoever copies the one must not get the other.',
    otherwise: 'the data directory’s name with -keys',
  },
  SITUATION_TABLE_KEYS_PASSPHRASE: {
    says: 'Seals the keyring’s file; at least 15 characters. A keyring without one is sealed by its next change.',
    otherwise: 'none: the file’s mode protects it',
    secret: true,
  },
  SITUATION_TABLE_BACKUPS: {
    says: 'The folder of backups. Never inside the data directory, and the keyring never in it.',
    otherwise: 'the data directory’s name with -backups',
  },
  SITUATION_TABLE_CHECKPOINTS: {
    says: 'The folder of the audit’s signed checkpoints. Never inside the data directory: who rewrites the one should not get the other.',
    otherwise: 'the data directory’s name with -checkpoints',
  },
  SMTP_HOST: {
    says: 'The mail server that emails are handed to, over TLS unless it is this machine. Without it they are written into the folder outbox of the data directory.',
    otherwise: 'the folder',
  },
  SMTP_PORT: {
    says: 'Its port: 465 speaks TLS from the first byte, any other by STARTTLS.',
    otherwise: '587',
  },
  SMTP_USER: {
    says: 'The account there, where it wants one. SMTP_PASSWORD must then be given too.',
    otherwise: 'none',
  },
  SMTP_PASSWORD: { says: 'That account’s password.', otherwise: 'none', secret: true },
  SMTP_FROM: {
    says: 'The address that emails come from. SMTP_HOST wants it.',
    otherwise: 'situation-table@localhost',
  },
  WEBHOOK_LOOPBACK: {
    says: 'With the word yes webhooks may go to this machine too, and there over http: for trying them out, never where other programs of this machine trust it.',
    otherwise: 'no',
  },
  POOL_SIZE: {
    says: 'How many connections one API process holds for requests, from 1 to 200.',
    otherwise: '8',
  },
  METRICS_TOKEN: {
    says: 'Who sends it as Authorization: Bearer … reads /metrics, at least 16 characters. Without it only this machine does, and nobody where PUBLIC_URL is set, since all then come through the proxy.',
    otherwise: 'this machine alone',
    secret: true,
  },
  REQUEST_TIMEOUT_MS: {
    says: 'How long a request may take to arrive, in milliseconds, from 500 to 120000.',
    otherwise: '15000',
  },
  ANSWER_TIMEOUT_MS: {
    says: 'How long a file may take to be read, in milliseconds, from 1000 to 3600000; who is slower is cut off.',
    otherwise: '300000',
  },
} as const satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof definitions;
