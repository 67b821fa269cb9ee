import type { MatrixStage } from './matrix.js';
import type { Occasion } from './occasions.js';

type Body = Readonly<Record<string, unknown>>;
interface Item {
  readonly id: string;
}

/**
 * One group of fields: which row of the matrix speaks of it at which stage, where HTTP shows it, which SELECT
 * is its twin, and what is truly there.
 */
export interface Reading {
  readonly group: string;
  /**
   * The row that speaks at each stage; where none stands, nobody reads. `41` and `42` speak of exits before
   * and after minimising.
   */
  readonly rows: Readonly<Partial<Record<number | 'left' | 'minimised', number>>>;
  /** Rows that say the same of the group in other words. */
  readonly also?: readonly number[];
  /** Seen where the cell says X, not R. */
  readonly byDoing?: true;
  /** A cell with these words reads less than this. */
  readonly beyond?: RegExp;
  /** There whole for whoever reads but their own: a key opens what is theirs. */
  readonly wholeForOwn?: true;
  /** Those whom the story names; a cell that says so reads it all for them. */
  readonly named?: readonly string[];
  /** A path of its own, hidden as a whole; or a part of the situation's view. `$` stands for the situation. */
  readonly path: string;
  readonly pick: (body: Body, id: string) => readonly string[];
  /**
   * What PostgreSQL shows under the person's own context: rows `key`. $1 situation. Undefined where the
   * question has no SQL of its own.
   */
  readonly sql: string | undefined;
  /** What is there, for whoever stands behind the walls: `key`, `agency_id`. $1 situation. */
  readonly truth: string;
}

const view = '/situations/$';
const one =
  (name: string) =>
  (body: Body): readonly string[] =>
    body[name] === undefined || body[name] === null ? [] : ['it'];
const listed =
  (name: string) =>
  (body: Body): readonly string[] =>
    ((body[name] ?? []) as Item[]).map((item) => item.id);
const rowsOf = (body: Body): readonly string[] => ((body['rows'] ?? []) as Item[]).map((item) => item.id);
const single = (table: string): string => `select 'it' as key from app.${table} where situation_id = $1`;
const whole = (table: string): string =>
  `select 'it' as key, null as agency_id from app.${table} where situation_id = $1`;
const many = (table: string, key = 'id'): string =>
  `select ${key} as key from app.${table} where situation_id = $1`;
const owned = (table: string, key = 'id', agency = 'agency_id'): string =>
  `select ${key} as key, ${agency} as agency_id from app.${table} where situation_id = $1`;
const situation = `select 'it' as key, null as agency_id from app.situation where id = $1`;

const part = (group: string, table: string, rows: Reading['rows'], more: Partial<Reading> = {}): Reading => ({
  group,
  rows,
  path: view,
  pick: one(group),
  sql: single(table),
  truth: whole(table),
  ...more,
});
const list = (group: string, table: string, rows: Reading['rows'], more: Partial<Reading> = {}): Reading => ({
  group,
  rows,
  path: view,
  pick: listed(group),
  sql: many(table),
  truth: owned(table),
  ...more,
});
const page = (
  group: string,
  path: string,
  table: string,
  rows: Reading['rows'],
  key = 'id',
  more: Partial<Reading> = {},
): Reading => ({
  group,
  rows,
  path: `${view}/${path}`,
  pick: rowsOf,
  sql: many(table, key),
  truth: owned(table, key),
  ...more,
});

const inOpen = (row: number): Reading['rows'] => ({ 2: row, 3: row, 4: row, 5: row });
const whileIntervening = (row: number): Reading['rows'] => ({ 4: row, 5: row });
const t4 = (row: number): Reading['rows'] => ({ 4: row, 5: row, 6: 27, 7: 29 });

/** Every reading of a situation. */
export const readings: readonly Reading[] = [
  {
    group: 'screening',
    rows: { 1: 1, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2, 7: 2 },
    path: '/screenings/$',
    pick: (body) => ('content' in body ? ['it'] : []),
    sql: `select 'it' as key from app.screening where id = $1`,
    truth: `select 'it' as key, agency_id from app.screening where id = $1`,
  },
  {
    group: 'screenings listed',
    rows: { 1: 1, 2: 2, 3: 2 },
    path: '/screenings',
    pick: (body, id) =>
      rowsOf(body)
        .filter((key) => key === id)
        .map(() => 'it'),
    sql: undefined,
    truth: `select 'it' as key, agency_id from app.screening where id = $1`,
  },
  {
    group: 'preview',
    rows: { 1: 50 },
    byDoing: true,
    path: '/screenings/$/preview',
    pick: () => ['it'],
    sql: undefined,
    truth: `select 'it' as key, agency_id from app.screening where id = $1`,
  },
  {
    group: 'header',
    rows: { ...inOpen(3), 6: 3, 7: 29, left: 41, minimised: 42 },
    path: view,
    pick: one('number'),
    sql: `select 'it' as key from app.situation where id = $1`,
    truth: situation,
  },
  {
    group: 'listed',
    rows: { ...inOpen(3), 6: 3, 7: 29, left: 41, minimised: 42 },
    path: '/situations?stage=all&limit=50',
    pick: (body, id) =>
      rowsOf(body)
        .filter((key) => key === id)
        .map(() => 'it'),
    sql: undefined,
    truth: situation,
  },
  {
    group: 'origin listed',
    rows: inOpen(4),
    path: '/situations?stage=all&limit=50',
    pick: (body, id) =>
      ((body['rows'] ?? []) as (Item & { originatingAgency: string | null })[])
        .filter((row) => row.id === id && row.originatingAgency !== null)
        .map(() => 'it'),
    sql: undefined,
    truth: whole('situation_origin'),
  },
  // When what was decided is no part of what row 42 leaves of an exit.
  {
    group: 'timeline',
    rows: { ...inOpen(3), 6: 3, 7: 29, left: 41 },
    path: `${view}/timeline`,
    pick: (body) => (((body['rows'] ?? []) as unknown[]).length > 0 ? ['it'] : []),
    sql: `select distinct 'it' as key from app.step where situation_id = $1`,
    truth: `select distinct 'it' as key, null as agency_id from app.step where situation_id = $1`,
  },
  part('origin', 'situation_origin', inOpen(4)),
  part('author', 'situation_author', inOpen(5)),
  part('tier2', 'tier2', { 2: 6, 3: 8, 4: 8, 5: 8, 6: 43, 7: 29 }),
  part('summary', 'tier2_text', { 2: 7, 3: 8, 4: 8, 5: 8 }),
  list(
    'persons',
    'affected_person',
    { 2: 6, 3: 8, 4: 8, 5: 8 },
    { also: [45], truth: many('affected_person').replace(' as key', ' as key, null as agency_id') },
  ),
  list('notes', 'discussion_note', { 2: 9, 3: 9, 6: 27, 7: 29 }, { truth: owned('discussion_note') }),
  part('risk', 'risk_decision', { 2: 10 }),
  page('tier3', 'tier3', 'tier3', { 2: 11, 3: 13, 4: 17, 5: 17, 6: 27, 7: 29, left: 41 }, 'id', {
    also: [45],
  }),
  list(
    'answers',
    'answer',
    { 3: 14 },
    {
      pick: (body) => ((body['answers'] ?? []) as { agency: Item }[]).map(({ agency }) => agency.id),
      sql: many('answer', 'agency_id'),
      truth: owned('answer', 'agency_id'),
    },
  ),
  list('assignments', 'assignment', whileIntervening(48)),
  page('tier4', 'tier4', 'tier4', t4(18), 'id', { also: [45] }),
  page('plan', 'plan', 'plan', t4(21)),
  list('reportBacks', 'report_back', { 4: 22, 5: 22, 6: 43 }),
  page('reportBackDetails', 'report-backs/details', 'report_back_detail', t4(23), 'report_back_id'),
  list('consents', 'consent', { 3: 24, 4: 24, 5: 24 }),
  page('consentDetails', 'consents/details', 'consent_detail', { 3: 24, 4: 24, 5: 24 }, 'consent_id', {
    beyond: / only/,
  }),
  page('ledger', 'ledger', 'disclosure', { 3: 25, 4: 25, 5: 25, 6: 25 }),
  // What the lead proposes is not yet the outcome, whose code comes to all with the conclusion (row 43).
  part(
    'conclusionProposal',
    'conclusion_proposal',
    { 3: 26, 4: 26, 5: 26 },
    { byDoing: true, beyond: /outcome code/ },
  ),
  part('conclusion', 'conclusion', { 6: 43 }, { also: [26] }),
  part('exit', 'exit', { minimised: 42 }),
  list('services', 'service_mobilized', { 4: 46, 5: 46, 6: 46 }),
  page('safetyNotes', 'safety-notes', 'safety_note', t4(47)),
  list('gaps', 'gap', { 4: 52, 5: 52, 6: 52 }),
  {
    group: 'youthItems',
    rows: { 3: 19, 4: 19, 5: 19, 6: 27, 7: 29 },
    named: ['policeColleague', 'housing', 'childServices', 'deputy'],
    path: `${view}/youth-items`,
    pick: rowsOf,
    sql: many('youth_item'),
    truth: many('youth_item').replace(' as key', ' as key, null as agency_id'),
  },
  {
    group: 'holds',
    rows: { 3: 39, 4: 39, 5: 39, 6: 39 },
    path: `${view}/holds`,
    pick: (body) => (Array.isArray(body) ? (body as Item[]).map((item) => item.id) : []),
    sql: 'select id as key from app.holds_of($1)',
    truth: owned('hold'),
  },
  {
    group: 'whoSaw',
    rows: { ...inOpen(32), 6: 32 },
    path: `${view}/who-saw`,
    pick: () => ['it'],
    sql: `select distinct 'it' as key from app.who_saw($1, null, 500)`,
    truth: situation,
  },
  {
    group: 'whatOthersSee',
    rows: inOpen(50),
    byDoing: true,
    path: `${view}/what-others-see`,
    pick: () => ['it'],
    sql: undefined,
    truth: situation,
  },
];

/** The wrapped keys: handed out where something sealed of that tier may be read now, together with the audit event. */
export const keys: readonly Reading[] = (
  [
    [2, { 2: 7, 3: 8, 4: 8, 5: 8 }],
    [3, { 2: 11, 3: 13, 4: 17, 5: 17 }],
    [4, { 4: 18, 5: 18 }],
  ] as const
).map(([tier, rows]) => ({
  group: `key of tier ${tier}`,
  rows,
  wholeForOwn: true,
  path: '',
  pick: () => [],
  sql: `select 'it' as key from app.open_tier($1, ${tier}::smallint, 'read')`,
  truth: `select 'it' as key, null as agency_id from app.tier_key where situation_id = $1 and tier = ${tier}`,
}));

/** The row that speaks of a reading on an occasion. */
export function rowOn(reading: Reading, occasion: Pick<Occasion, 'stage' | 'minimised'>): number | undefined {
  const at: MatrixStage = occasion.stage;
  return at === 'left' ? reading.rows[occasion.minimised === true ? 'minimised' : 'left'] : reading.rows[at];
}
