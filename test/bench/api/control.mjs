/**
 * The control: node:http and pg, running the same SQL in the same signed context and transaction, opening the same texts, and nothing else.
 * What the product takes longer is what the framework, the first wall and the edge cost.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import process from 'node:process';
import pg from 'pg';
import { FileKeyProvider, newTierKey, openText, seal, withTierKey } from '#crypto';
import { listNewestFirst, situationCard } from '#database';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
const keys = await FileKeyProvider.openOrCreate(process.env.SITUATION_TABLE_KEYS);
const openStages = ['deidentified', 'limited', 'planning', 'intervention'];

async function unit({ seat, hash }, work) {
  const client = await pool.connect();
  try {
    await client.query(`begin; select set_config('situation_table.request_id', '${randomUUID()}', true); select set_config('role', c.persona, true), c.* from sec.enter('\\x${hash}', '${seat}', true) c`);
    const answer = await work(client);
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function list(client, stages, factor) {
  const { rows } = await client.query(listNewestFirst.sql, [stages, null, null, null, null, factor, null, false, null, null, 26]);
  const page = rows.slice(0, 25);
  await client.query('select app.note_reads($1)', [page.map(({ id }) => id)]);
  return page;
}

async function once(client, work) {
  const key = randomUUID();
  await client.query(`select sec.claim_once($1, decode($2, 'hex')) as receipt`, [key, '00'.repeat(32)]);
  const receipt = await work();
  await client.query('select sec.keep_receipt($1, $2::jsonb)', [key, JSON.stringify(receipt)]);
  return receipt;
}

const works = {
  list: (who) => unit(who, (client) => list(client, openStages, null)),
  search: (who) => unit(who, (client) => list(client, ['concluded'], 'drugs.drug-abuse-by-person')),
  read: (who, { id }) => unit(who, async (client) => {
    const { rows: [card] } = await client.query(situationCard.sql, [id]);
    const at = { tableId: card.table_id, situationId: id, tier: 2 };
    const summary = await withTierKey(keys, at, { wrapped: Buffer.from(card.key2.wrapped, 'base64'), epochId: card.key2.epochId },
      (dek) => openText(dek, { ...at, field: 'tier2_text.summary', rowId: id }, Buffer.from(card.summary.sealed, 'base64')));
    return { ...card, summary };
  }),
  bring: (who, { id, version }) => unit(who, (client) => once(client, async () => {
    const { rows: [row] } = await client.query(`select g.id, g.table_id, g.content, g.created_at, g.updated_at, g.version from app.screening g
      where g.table_id = (select (sec.ctx()).table_id) and g.agency_id = (select (sec.ctx()).agency_id) and g.id = $1`, [id]);
    const { rows: [stored] } = await client.query('select k.wrapped, k.epoch_id as "epochId" from app.open_screening($1, $2) k', [id, 'bring']);
    const at = { tableId: row.table_id, situationId: id, tier: 1 };
    const content = JSON.parse(await withTierKey(keys, at, stored, (dek) => openText(dek, { ...at, field: 'screening.content', rowId: id }, row.content)));
    const situationId = randomUUID(), made = [];
    let summary = null;
    for (const tier of [2, 3, 4]) {
      const place = { tableId: row.table_id, situationId, tier }, key = await newTierKey(keys, place);
      made.push({ tier, wrapped: Buffer.from(key.wrapped).toString('base64'), epochId: key.epochId });
      if (tier === 2) summary = seal(key.dek, { ...place, field: 'tier2_text.summary', rowId: situationId }, content.summary);
      key.dek.wipe();
    }
    const codes = { ...content, summary: undefined };
    const { rows: [{ number }] } = await client.query('select app.bring_to_table($1, $2, $3, $4, $5, $6, $7) as number', [id, version, situationId, '{"ownMeansExhausted":true}', JSON.stringify(codes), summary, JSON.stringify(made)]);
    return { id: situationId, number, version: 1 };
  })),
  move: (who, { id, version, name, request }) => unit(who, (client) => once(client, async () => {
    await client.query('select 1 as known where app.known($1)', [id]);
    await client.query('select f.version, f.facts from app.move_facts($1) f', [id]);
    const { rows: [moved] } = await client.query('select t.version, t.stage from app.transition($1, $2, $3, $4) t', [name, id, version, JSON.stringify(request)]);
    return { id, version: moved.version, stage: moved.stage };
  })),
};

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const { work, who, about } = JSON.parse(Buffer.concat(parts).toString());
    works[work](who, about).then((answer) => { response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer)); },
      (error) => { response.writeHead(500).end(String(error)); });
  });
});
server.listen(0, '127.0.0.1', () => { process.send({ listening: `http://127.0.0.1:${server.address().port}` }); });
process.on('disconnect', () => { process.exit(); });
process.on('SIGTERM', () => { process.exit(); });
