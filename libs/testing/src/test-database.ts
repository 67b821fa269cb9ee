import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { Client, type QueryResultRow } from 'pg';
import { databaseAccessSql, type Login } from '#database/cluster';

/** The environment variable through which the run's server is made known to jest's workers. */
export const runVariable = 'SITUATION_TABLE_TEST_SERVER';

/** Where the run's server is: a superuser's URL, the template's name, every login's password. */
export interface RunServer {
  readonly base: string;
  readonly template: string;
  readonly passwords: Readonly<Record<Login | 'postgres', string>>;
}

function runServer(): RunServer {
  const told = process.env[runVariable];
  if (!told)
    throw new Error(
      `${runVariable} is not set: run the tests through npm run jest, whose globalSetup starts the server.`,
    );
  const server = JSON.parse(told) as RunServer | { failure: string };
  if ('failure' in server) throw new Error(`The test server did not start: ${server.failure}`);
  return server;
}

/** A migrated database of a test file's own. */
export interface TestDatabase {
  readonly name: string;
  /** A connection URL for one of the logins; `postgres` is the superuser. */
  url(login: Login | 'postgres'): string;
  /**
   * Runs SQL as the superuser, whom row-level security does not stop: for planting and for looking behind the
   * walls, never for what is being tested.
   */
  plant<T extends QueryResultRow = QueryResultRow>(sql: string, params?: unknown[]): Promise<T[]>;
  /** Ends the connections and removes the database. */
  drop(): Promise<void>;
}

async function asSuperuser(sql: string[]): Promise<void> {
  const client = new Client({ connectionString: runServer().base });
  await client.connect();
  try {
    for (const statement of sql) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Clones the run's migrated template; one for each test file, so that files never see each other's rows. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const server = runServer();
  const name = `t_${process.pid}_${randomBytes(4).toString('hex')}`;
  // file_copy writes no WAL for the copied pages; a new database gets none of the template's access rights,
  // so they are said again.
  await asSuperuser([
    `create database ${name} template ${server.template} strategy file_copy`,
    databaseAccessSql(name),
  ]);
  const url = (login: Login | 'postgres'): string => {
    const made = new URL(server.base);
    made.username = login;
    made.password = server.passwords[login];
    made.pathname = `/${name}`;
    return made.href;
  };
  let superuser: Client | undefined;
  return {
    name,
    url,
    async plant<T extends QueryResultRow>(sql: string, params?: unknown[]) {
      if (!superuser) {
        superuser = new Client({ connectionString: url('postgres') });
        // The server ends such a connection when the run is over; nobody waits for it then.
        superuser.on('error', () => undefined);
        await superuser.connect();
      }
      return (await superuser.query<T>(sql, params)).rows;
    },
    async drop() {
      await superuser?.end();
      superuser = undefined;
      await asSuperuser([`drop database if exists ${name} with (force)`]);
    },
  };
}
