import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { newTierKey, seal } from '#crypto';

/** What the benches stand on: 60 tables, 60 open situations each whatever the size, and a history of concluded ones. */
export const tables = 60;
const open = 60;
const agencies = 12;
const stages = ['deidentified', 'limited', 'planning', 'intervention'];
const factors = `array['alcohol.alcohol-abuse-by-person', 'alcohol.alcohol-abuse-in-home', 'drugs.drug-abuse-by-person', 'housing.person-does-not-have-access-to-appropriate-housing', 'missing-school.chronic-absenteeism']`;

/** One signed-in seat: what a request carries. */
const seated = async (client, persona, table, agency) => {
  const [user, seat, token] = [randomUUID(), randomUUID(), randomBytes(32).toString('base64url')];
  await client.query('insert into sec.app_user (id, sign_in_name, display_name) values ($1, $2, $2)', [
    user,
    `u${user.slice(0, 13)}`,
  ]);
  await client.query(
    `insert into sec.seat (id, user_id, persona, table_id, agency_id, employer_agency_id, starts_at) values ($1, $2, $3, $4, $5, $6, now() - interval '1 day')`,
    [
      seat,
      user,
      persona,
      table,
      persona === 'rep' ? agency : null,
      persona === 'coordinator' ? agency : null,
    ],
  );
  const hash = createHash('sha256').update(token).digest('hex');
  await client.query(
    `insert into sec.session (token_hash, user_id, stepped_up_at, tiers_opened_at) values (decode($1, 'hex'), $2, clock_timestamp(), clock_timestamp())`,
    [hash, user],
  );
  return { seat, token, hash, table };
};

/** Sealed summaries and real keys for the open situations, so that reading one opens its text. */
async function sealOpen(client, keys) {
  const { rows } = await client.query(
    `select s.table_id, s.id from app.situation s where s.stage <> 'concluded'`,
  );
  for (let from = 0; from < rows.length; from += 600) {
    const made = [];
    for (const { table_id: tableId, id: situationId } of rows.slice(from, from + 600)) {
      const key = await newTierKey(keys, { tableId, situationId, tier: 2 });
      const text = seal(
        key.dek,
        { tableId, situationId, tier: 2, field: 'tier2_text.summary', rowId: situationId },
        'Left home twice this week and stopped attending; the agency called and visited.',
      );
      made.push({
        t: tableId,
        s: situationId,
        w: Buffer.from(key.wrapped).toString('hex'),
        e: key.epochId,
        x: text.toString('hex'),
      });
      key.dek.wipe();
    }
    await client.query(
      `insert into app.tier_key (table_id, situation_id, tier, wrapped, epoch_id) select (r->>'t')::uuid, (r->>'s')::uuid, 2, decode(r->>'w', 'hex'), r->>'e' from jsonb_array_elements($1) r`,
      [JSON.stringify(made)],
    );
    await client.query(
      `insert into app.tier2_text (table_id, situation_id, summary, guard_version) select (r->>'t')::uuid, (r->>'s')::uuid, decode(r->>'x', 'hex'), 1 from jsonb_array_elements($1) r`,
      [JSON.stringify(made)],
    );
  }
}

/**
 * Plants tables, seats and history by SQL as superuser.
 * @param size concluded situations in all
 */
export async function plantHistory(url, keys, size) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tableIds = Array.from({ length: tables }, () => randomUUID()),
    agencyIds = Array.from({ length: agencies }, () => randomUUID());
  for (const [i, id] of agencyIds.entries())
    await client.query('insert into sec.agency (id, name, sector) values ($1, $2, $3)', [
      id,
      `Agency ${i}`,
      'health',
    ]);
  for (const [i, id] of tableIds.entries()) {
    await client.query('insert into sec.situation_table (id, name, region) values ($1, $2, $3)', [
      id,
      `Table ${i}`,
      `Region ${i % 7}`,
    ]);
    await client.query('insert into sec.table_agency (table_id, agency_id) select $1, unnest($2::uuid[])', [
      id,
      agencyIds,
    ]);
  }
  const perTable = Math.ceil(size / tables);
  await client.query('set synchronous_commit = off');
  await client.query('set session_replication_role = replica');
  for (const id of tableIds) {
    await client.query(
      `create temporary table made on commit preserve rows as
      select $1::uuid as table_id, gen_random_uuid() as id, n, case when n > $2::int then ($4::text[])[1 + n % 4] else 'concluded' end as stage, ($3::uuid[])[1 + n % 12] as agency_id
      from generate_series(1, $2::int + $5::int) n`,
      [id, perTable, agencyIds, stages, open],
    );
    await client.query(
      `insert into app.situation (table_id, id, year, sequence, stage, opened_month) select table_id, id, 2010 + n / 1100, 1 + n % 1100, stage, date_trunc('month', now())::date from made`,
    );
    await client.query(
      `insert into app.workflow (table_id, situation_id, brought_at, left_at, stage_left) select table_id, id, now(), case when stage = 'concluded' then now() - interval '20 days' end, case when stage = 'concluded' then 'intervention' end from made`,
    );
    await client.query(
      `insert into app.situation_origin (table_id, situation_id, agency_id) select table_id, id, agency_id from made`,
    );
    await client.query(`insert into app.tier2 (table_id, situation_id, type, age_band, sex, risk_factors) select table_id, id, (array['person','family','person','person'])[1 + n % 4], (array['12-17','18-24','25-29','30-39','40-59'])[1 + n % 5],
      (array['male','female'])[1 + n % 2], (${factors})[1 + n % 5 : 2 + n % 5] from made`);
    await client.query(
      `insert into app.conclusion (table_id, situation_id, reason, told, concluded_on, seal_after, destroy_after) select table_id, id, 'overall-risk-lowered.connected-to-services', 'told', current_date - 20, current_date + 10, current_date + 365 from made where stage = 'concluded'`,
    );
    await client.query(
      `insert into app.disclosure (table_id, situation_id, tier, agency_id, basis, granted_by, granted_at, revoked_at, revoked_because) select table_id, id, 3, ($1::uuid[])[1 + (n + 1) % 12], 'phipa40', gen_random_uuid(), now(), case when stage = 'concluded' then now() end, case when stage = 'concluded' then 'concluded' end from made where stage <> 'deidentified'`,
      [agencyIds],
    );
    await client.query(
      `insert into app.assignment (table_id, situation_id, agency_id, role, state, asked_at, contact_due_at) select table_id, id, ($1::uuid[])[1 + (n + 1) % 12], 'lead', 'accepted', now(), now() from made where stage in ('planning', 'intervention', 'concluded')`,
      [agencyIds],
    );
    await client.query(
      `insert into app.step (table_id, situation_id, version, move, stage, at) select table_id, id, 1, 'bringToTable', 'deidentified', now() from made`,
    );
    await client.query('drop table made');
  }
  await client.query('set session_replication_role = origin');
  await sealOpen(client, keys);
  const reps = [],
    coordinators = [];
  for (const id of tableIds) {
    reps.push(await seated(client, 'rep', id, agencyIds[0]));
    coordinators.push(await seated(client, 'coordinator', id, agencyIds[11]));
    const meeting = await client.query(
      `insert into app.meeting (table_id, kind, scheduled_for, opened_at) values ($1, 'regular', now(), now()) returning id`,
      [id],
    );
    await client.query(
      `insert into app.attendance (table_id, meeting_id, agency_id, mode) select $1, $2, unnest($3::uuid[]), 'room'`,
      [id, meeting.rows[0].id, agencyIds.slice(0, 3)],
    );
  }
  // What loading left to do is done before anything is measured: else the vacuum and the first full-page writes are.
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  const situations = (
    await client.query(
      `select s.table_id, s.id, s.stage, o.agency_id from app.situation s join app.situation_origin o on o.table_id = s.table_id and o.situation_id = s.id where s.stage <> 'concluded'`,
    )
  ).rows;
  await client.end();
  return { reps, coordinators, situations, own: agencyIds[0], employer: agencyIds[11], agencies: agencyIds };
}

/** More representatives at each table, signed in. */
export async function plantSeats(url, tableIds, agencyIds, count) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const made = [];
  for (const table of tableIds)
    for (let i = 0; i < count; i += 1)
      made.push(await seated(client, 'rep', table, agencyIds[i % agencyIds.length]));
  await client.end();
  return made;
}

/** Screenings ready to be brought, sealed under their own keys; made apart so that only the bringing is measured. */
export async function plantScreenings(url, keys, rep, agency, count) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const content = JSON.stringify({
    type: 'person',
    ageBand: '12-17',
    sex: 'female',
    riskFactors: ['alcohol.alcohol-abuse-in-home'],
    ownMeans: ['called'],
    summary: 'Left home twice this week.',
  });
  const made = [];
  for (let i = 0; i < count; i++) {
    const id = randomUUID(),
      place = { tableId: rep.table, situationId: id, tier: 1 };
    const key = await newTierKey(keys, place);
    made.push({
      id,
      c: seal(key.dek, { ...place, field: 'screening.content', rowId: id }, content).toString('hex'),
      w: Buffer.from(key.wrapped).toString('hex'),
      e: key.epochId,
    });
    key.dek.wipe();
  }
  await client.query(
    `insert into app.screening (table_id, agency_id, id, content, wrapped_key, epoch_id, created_by, created_at, updated_at)
    select $1, $2, (r->>'id')::uuid, decode(r->>'c', 'hex'), decode(r->>'w', 'hex'), r->>'e', (select user_id from sec.seat where id = $4), now(), now() from jsonb_array_elements($3) r`,
    [rep.table, agency, JSON.stringify(made), rep.seat],
  );
  await client.end();
  return made.map(({ id }) => id);
}
