/**
 * The bare work that the product is measured beside: the same statements in the same signed context and
 * transaction, opening and sealing the same texts. `bench walls` runs it with one wall taken away.
 */
import { randomUUID } from 'node:crypto';
import { newTierKey, openText, seal, withTierKey } from '#crypto';
import { listNewestFirst, situationCard } from '#database/situations';

const openStages = ['deidentified', 'limited', 'planning', 'intervention'];

/** The statement that opens a transaction: session and seat are checked, and the context is signed. */
export const entering = ({ seat, hash }) =>
  `select set_config('role', c.persona, true), c.* from sec.enter('\\x${hash}', '${seat}', true) c`;

/** How texts are opened and sealed, each situation under its keys. */
export const sealing = (keys) => ({
  open: (at, stored, sealed) => withTierKey(keys, at, stored, (dek) => openText(dek, at, sealed)),
  async newKey(place, field, text) {
    const key = await newTierKey(keys, place);
    const sealed = text === null ? null : seal(key.dek, { ...place, field, rowId: place.situationId }, text);
    key.dek.wipe();
    return { wrapped: key.wrapped, epochId: key.epochId, sealed };
  },
});

async function unit(pool, enter, who, work) {
  const client = await pool.connect();
  try {
    await client.query(
      `begin; select set_config('situation_table.request_id', '${randomUUID()}', true); ${enter(who)}`,
    );
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
  const { rows } = await client.query(listNewestFirst.sql, [
    stages,
    null,
    null,
    null,
    null,
    factor,
    null,
    false,
    null,
    null,
    26,
  ]);
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

/** Every work, by name, as somebody asks for it; `enter` and `texts` may be others than the product's. */
export const worksOn = (pool, texts, enter = entering) => {
  const as = (who, work) => unit(pool, enter, who, work);
  return {
    list: (who) => as(who, (client) => list(client, openStages, null)),
    search: (who) => as(who, (client) => list(client, ['concluded'], 'drugs.drug-abuse-by-person')),
    read: (who, { id }) =>
      as(who, async (client) => {
        const {
          rows: [card],
        } = await client.query(situationCard.sql, [id]);
        const summary = await texts.open(
          { tableId: card.table_id, situationId: id, tier: 2, field: 'tier2_text.summary', rowId: id },
          { wrapped: Buffer.from(card.key2.wrapped, 'base64'), epochId: card.key2.epochId },
          Buffer.from(card.summary.sealed, 'base64'),
        );
        return { ...card, summary };
      }),
    bring: (who, { id, version }) =>
      as(who, (client) =>
        once(client, async () => {
          const {
            rows: [row],
          } = await client.query(
            `select g.id, g.table_id, g.content, g.created_at, g.updated_at, g.version from app.screening g
        where g.table_id = (select (sec.ctx()).table_id) and g.agency_id = (select (sec.ctx()).agency_id) and g.id = $1`,
            [id],
          );
          const {
            rows: [stored],
          } = await client.query(
            'select k.wrapped, k.epoch_id as "epochId" from app.open_screening($1, $2) k',
            [id, 'bring'],
          );
          const content = JSON.parse(
            await texts.open(
              { tableId: row.table_id, situationId: id, tier: 1, field: 'screening.content', rowId: id },
              stored,
              row.content,
            ),
          );
          const situationId = randomUUID(),
            made = [];
          let summary = null;
          for (const tier of [2, 3, 4]) {
            const key = await texts.newKey(
              { tableId: row.table_id, situationId, tier },
              'tier2_text.summary',
              tier === 2 ? content.summary : null,
            );
            made.push({ tier, wrapped: Buffer.from(key.wrapped).toString('base64'), epochId: key.epochId });
            if (tier === 2) summary = key.sealed;
          }
          const codes = { ...content, summary: undefined, guardVersion: 1 };
          const {
            rows: [{ number }],
          } = await client.query('select app.bring_to_table($1, $2, $3, $4, $5, $6, $7) as number', [
            id,
            version,
            situationId,
            '{"ownMeansExhausted":true}',
            JSON.stringify(codes),
            summary,
            JSON.stringify(made),
          ]);
          return { id: situationId, number, version: 1 };
        }),
      ),
    move: (who, { id, version, name, request }) =>
      as(who, (client) =>
        once(client, async () => {
          await client.query('select 1 as known where app.known($1)', [id]);
          await client.query('select f.version, f.facts from app.move_facts($1) f', [id]);
          const {
            rows: [moved],
          } = await client.query('select t.version, t.stage from app.transition($1, $2, $3, $4) t', [
            name,
            id,
            version,
            JSON.stringify(request),
          ]);
          return { id, version: moved.version, stage: moved.stage };
        }),
      ),
  };
};
