import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { buildIfStale, checkout } from './prepare.mjs';

/**
 * `npm run db`: a superuser's shell into the embedded database of `npm run dev`, or of `npm start` where a data
 * directory is named: `npm run db -- .situation-table/data`. It is psql where there is one; otherwise a small shell
 * in which a statement ends with a semicolon.
 */
buildIfStale();
const { Client } = (await import('pg')).default;
const { holdsDatabase, superuserUrl } = await import('../dist/libs/database/src/embedded/index.js');
const data = join(checkout, process.argv[2] ?? '.situation-table/dev');
if (!holdsDatabase(data)) {
  console.error(`${data} has no embedded database: start npm run dev, or name the folder of one that runs.`);
  process.exit(1);
}
const url = superuserUrl(data);
const psql = spawnSync('psql', [url], { stdio: 'inherit' });
if (!psql.error) process.exit(psql.status ?? 1);

const client = new Client({ connectionString: url });
await client.connect().catch(() => {
  console.error(
    `The database in ${data} does not run: start npm run dev, or name the folder of one that runs.`,
  );
  process.exit(1);
});
const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '=# ' });
let statement = '';
lines.prompt();
for await (const line of lines) {
  statement += `${line}\n`;
  if (/;\s*$/.test(line)) {
    try {
      const { rows, rowCount, command } = await client.query(statement);
      if (rows.length > 0) console.table(rows);
      console.log(`${command} ${rowCount ?? ''}`);
    } catch (error) {
      console.error(error.message);
    }
    statement = '';
  }
  lines.setPrompt(statement.trim() === '' ? '=# ' : '-# ');
  lines.prompt();
}
await client.end();
