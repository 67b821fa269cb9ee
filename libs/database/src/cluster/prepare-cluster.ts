import { Client } from 'pg';
import { databaseAccessSql, databaseContentSql, rolesSql, type Passwords } from './roles.js';

async function within(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Makes roles and database on a cluster, or brings them to what this version wants; safe to repeat.
 * @param url a superuser's; the database in it is the one that is made, unless another is named
 * @param passwords for the logins that get a new one
 */
export async function prepareCluster(url: string, passwords: Passwords, database?: string): Promise<void> {
  const product = new URL(url);
  const name = database ?? decodeURIComponent(product.pathname.slice(1));
  product.pathname = `/${encodeURIComponent(name)}`;
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  await within(maintenance.href, async (client) => {
    await client.query(rolesSql(passwords));
    const { rowCount } = await client.query('select from pg_catalog.pg_database d where d.datname = $1', [
      name,
    ]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)} owner owner`);
    await client.query(databaseAccessSql(name));
  });
  await within(product.href, async (client) => {
    await client.query(databaseContentSql());
  });
}
