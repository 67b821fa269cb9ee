/**
 * The control: node:http and pg, running the same SQL in the same signed context and transaction, opening the
 * same texts, and nothing else.
 * What the product takes longer is what the framework, the first wall and the edge cost.
 */
import { createServer } from 'node:http';
import process from 'node:process';
import pg from 'pg';
import { FileKeyProvider } from '#crypto';
import { sealing, worksOn } from './works.mjs';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
const keys = await FileKeyProvider.openOrCreate(process.env.SITUATION_TABLE_KEYS);
const works = worksOn(pool, sealing(keys));

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const { work, who, about } = JSON.parse(Buffer.concat(parts).toString());
    works[work](who, about).then(
      (answer) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      },
      (error) => {
        response.writeHead(500).end(String(error));
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send({ listening: `http://127.0.0.1:${server.address().port}` });
});
process.on('disconnect', () => {
  process.exit();
});
process.on('SIGTERM', () => {
  process.exit();
});
