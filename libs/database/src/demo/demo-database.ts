import { Client } from 'pg';

/** Who there is in a demo; ids are given, so that whoever fills it knows them. */
export interface DemoCast {
  readonly agencies: readonly { readonly id: string; readonly name: string; readonly sector: string }[];
  readonly tables: readonly {
    readonly id: string;
    readonly name: string;
    readonly region: string;
    readonly identifierRecipients: string;
  }[];
  readonly places: readonly {
    readonly tableId: string;
    readonly agencyId: string;
    readonly hasAccount: boolean;
  }[];
  readonly users: readonly {
    readonly id: string;
    readonly signInName: string;
    readonly displayName: string;
    readonly language: string;
    readonly persona: string;
    readonly tableId: string | null;
    readonly agencyId: string | null;
    readonly employerId: string | null;
  }[];
  /** argon2id, the same for all: they are known to whoever reads the file of accounts. */
  readonly passwordHash: string;
}

/** One past outcome record, as the generator draws it; `tableId` in place of the generator's name. */
export interface PastRecord {
  readonly tableId: string;
  readonly region: string;
  readonly year: number;
  readonly month: number;
  readonly status: string;
  readonly type: string;
  readonly ageBand: string | null;
  readonly sex: string | null;
  readonly originatingSector: string;
  readonly leadSector: string | null;
  readonly assistingSectors: readonly string[] | null;
  readonly conclusionGroup: string | null;
  readonly conclusionReason: string | null;
  readonly riskFactors: readonly string[] | null;
  readonly studyFlags: readonly string[] | null;
  readonly protectiveFactors: readonly string[] | null;
  readonly services: unknown;
  readonly riskAfter: string | null;
}

/**
 * A demo's database while it is filled. Only the superuser of the embedded server can do this; nothing here
 * is reached from the API.
 */
export interface DemoDatabase {
  /** Domain time stands here and goes on from here. @param at an instant with its offset */
  setClock(at: string): Promise<void>;
  plantCast(cast: DemoCast): Promise<void>;
  /** Plants past records and lets the year's cut do its work for the years that are over by the clock. */
  plantPast(records: readonly PastRecord[]): Promise<void>;
  /** From now on it is a demo, whole. Until then a start takes it as half filled and begins again. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

const castSql: readonly string[] = [
  `insert into sec.agency (id, name, sector) select a.id, a.name, a.sector from jsonb_to_recordset($1::jsonb -> 'agencies') as a(id uuid, name text, sector text)`,
  `insert into sec.situation_table (id, name, region, identifier_recipients) select t.id, t.name, t.region, t."identifierRecipients" from jsonb_to_recordset($1::jsonb -> 'tables') as t(id uuid, name text, region text, "identifierRecipients" text)`,
  `insert into sec.table_agency (table_id, agency_id, has_account) select p."tableId", p."agencyId", p."hasAccount" from jsonb_to_recordset($1::jsonb -> 'places') as p("tableId" uuid, "agencyId" uuid, "hasAccount" boolean)`,
  `insert into sec.app_user (id, sign_in_name, display_name, language) select u.id, u."signInName", u."displayName", u.language
   from jsonb_to_recordset($1::jsonb -> 'users') as u(id uuid, "signInName" text, "displayName" text, language text)`,
  `insert into sec.password (user_id, hash) select u.id, $1::jsonb ->> 'passwordHash' from jsonb_to_recordset($1::jsonb -> 'users') as u(id uuid)`,
  // A demo is looked at for longer than two years of its own clock.
  `insert into sec.seat (user_id, persona, table_id, agency_id, employer_agency_id, ends_at)
   select u.id, u.persona, u."tableId", u."agencyId", u."employerId", timestamptz '2050-01-01 00:00+00'
   from jsonb_to_recordset($1::jsonb -> 'users') as u(id uuid, persona text, "tableId" uuid, "agencyId" uuid, "employerId" uuid)`,
];

const pastSql = `
insert into stats.sealed_record (year, month, table_id, region, status, type, age_band, sex, originating_sector, lead_sector, assisting_sectors, conclusion_group, conclusion_reason,
  risk_factors, study_flags, protective_factors, services, risk_after)
select r.year, make_date(r.year, r.month, 1), r."tableId", r.region, r.status, r.type, r."ageBand", r.sex, r."originatingSector", r."leadSector", r."assistingSectors",
  r."conclusionGroup", r."conclusionReason", r."riskFactors", r."studyFlags", r."protectiveFactors", r.services, r."riskAfter"
from jsonb_to_recordset($1::jsonb) as r("tableId" uuid, region text, year int, month int, status text, type text, "ageBand" text, sex text, "originatingSector" text, "leadSector" text,
  "assistingSectors" text[], "conclusionGroup" text, "conclusionReason" text, "riskFactors" text[], "studyFlags" text[], "protectiveFactors" text[], services jsonb, "riskAfter" text)
order by random()`;

/**
 * Opens an untouched embedded database to be filled as a demo; its clock can be moved from then on, and in no
 * other database.
 * @param url the superuser's
 */
export async function openDemo(url: string): Promise<DemoDatabase> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`insert into sec.demo_clock (ahead, filling, demo) values (interval '0', true, true)`);
  return {
    async setClock(at) {
      await client.query('update sec.demo_clock set ahead = $1::timestamptz - clock_timestamp()', [at]);
    },
    async plantCast(cast) {
      await client.query('begin');
      for (const statement of castSql) await client.query(statement, [JSON.stringify(cast)]);
      await client.query('commit');
    },
    async plantPast(records) {
      await client.query('begin');
      await client.query(pastSql, [JSON.stringify(records)]);
      // The tables have sealed up to now: what is over is cut by the functions that the scheduled job calls.
      await client.query(
        `insert into stats.seal_run (table_id, boundary) select t.id, stats.seal_boundary(t) from sec.situation_table t`,
      );
      await client.query(
        'select stats.cut_tables(y, null, 1000), stats.end_cut(y) from (select y from stats.years_to_cut() y offset 0) years',
      );
      await client.query('commit');
      // In a transaction of its own, as sealing itself does it.
      await client.query(
        `insert into app.sealing (table_id, boundary, finished) select t.id, stats.seal_boundary(t), true from sec.situation_table t
        on conflict (table_id) do update set boundary = excluded.boundary`,
      );
    },
    async finish() {
      await client.query('update sec.demo_clock set filling = false');
    },
    async close() {
      await client.end();
    },
  };
}

/**
 * Removes a database of the embedded server, so that a demo that was only half filled is begun again.
 * @param url the superuser's, of that database
 */
export async function removeDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    await client.query(
      `drop database ${client.escapeIdentifier(decodeURIComponent(new URL(url).pathname.slice(1)))} with (force)`,
    );
  } finally {
    await client.end();
  }
}
