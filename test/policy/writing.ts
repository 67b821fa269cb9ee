import type { Story } from '../world/situation.js';
import type { World } from '../world/world.js';
import type { Person } from './viewers.js';

export type Words = Readonly<Record<string, unknown>>;

/** Rows that a change may speak of: the first of each kind, and the person's own. */
export interface Rows {
  readonly person: string;
  readonly tier3: string;
  readonly plan: string;
  /** The full-content row of an agency. */
  readonly tier4: Readonly<Record<string, string>>;
}

/** One thing that can be done to a situation: which row of the matrix lets whom, how it is asked over HTTP, and how PostgreSQL is asked for the same. */
export interface Writing {
  readonly name: string;
  readonly row: number;
  /** Words of a cell that give the right. */
  readonly says: RegExp;
  /** Names of the occasions on which it is tried. */
  readonly on: readonly string[];
  /** What the matrix's words leave to the story: who of the named is asked, leads or assists. */
  readonly also?: (person: Person) => boolean;
  /** The coordinator's employer brought it: refused for a need (409), not for the part. */
  readonly notOwnAgency?: true;
  readonly method: 'post' | 'put';
  /** As in openapi.json, behind /api/v1. */
  readonly path: string;
  readonly row$?: (rows: Rows, person: Person) => string | undefined;
  readonly body: (world: World, person: Person) => Words;
  /** The same request with a code that does not exist: whoever has the part is then refused for the need, which shows that the part was right. */
  readonly spoilt?: Words;
  readonly sql: (
    story: Story,
    rows: Rows,
    body: Words,
    person: Person,
  ) => readonly [text: string, parameters: readonly unknown[]];
}

const lead = (person: Person): boolean => person.is !== 'IV' || person.name === 'childServices';
const text = Buffer.from('sealed');
const id = (): string => crypto.randomUUID();

function content(
  name: string,
  path: string,
  row: number,
  says: RegExp,
  on: readonly string[],
  words: Words,
  table: string,
  columns: string,
  values: readonly unknown[],
  more: Partial<Writing> = {},
): Writing {
  const places = values.map((_, i) => `$${i + 2}`).join(', ');
  return {
    name,
    row,
    says,
    on,
    method: 'post',
    path: `/situations/{id}/${path}`,
    body: () => words,
    sql: (story) => [
      `insert into app.${table} (situation_id, id, ${columns}) values ($1, gen_random_uuid(), ${places}) returning id`,
      [story.id, ...values],
    ],
    ...more,
  };
}

function correction(
  name: string,
  path: string,
  row: number,
  says: RegExp,
  on: readonly string[],
  words: Words,
  change: string,
  values: readonly unknown[],
  row$: Writing['row$'],
  more: Partial<Writing> = {},
): Writing {
  return {
    name,
    row,
    says,
    on,
    method: 'put',
    path: `/situations/{id}/${path}`,
    body: () => words,
    ...(row$ !== undefined && { row$ }),
    sql: (story, rows, _, person) => [
      change,
      [story.id, ...(row$ === undefined ? [] : [row$(rows, person) ?? id()]), ...values],
    ],
    ...more,
  };
}

export const dayAhead = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const codes = {
  type: 'person',
  ageBand: '12-17',
  sex: 'female',
  riskFactors: ['alcohol.alcohol-abuse-by-person'],
};
const both = ['deidentified', 'limited'];
const four = ['planning', 'intervention'];
const own4 = (rows: Rows, person: Person): string | undefined =>
  rows.tier4[person.agency ?? ''] ?? Object.values(rows.tier4)[0];
const wrote4 = (person: Person): boolean => person.name !== 'childServices';

export const contentWritings: readonly Writing[] = [
  content(
    'note',
    'notes',
    9,
    /C R/,
    both,
    { text: 'Another remark' },
    'discussion_note',
    'note, guard_version',
    [text, 1],
  ),
  content(
    'tier3',
    'tier3',
    11,
    /C R U/,
    ['deidentified'],
    { identity: { familyName: 'Canary-T3-x', givenNames: 'X' } },
    'tier3',
    'person_id, identity',
    [null, text],
  ),
  correction(
    'tier3 corrected',
    'tier3/{row}',
    11,
    /C R U/,
    ['deidentified'],
    { identity: { familyName: 'Canary-T3-Okonkwo', givenNames: 'Ada' } },
    'update app.tier3 set identity = $3 where situation_id = $1 and id = $2 returning id',
    [text],
    (rows) => rows.tier3,
  ),
  correction(
    'tier3 corrected',
    'tier3/{row}',
    13,
    /R, correct/,
    ['limited'],
    { identity: { familyName: 'Canary-T3-Okonkwo', givenNames: 'Ada' } },
    'update app.tier3 set identity = $3 where situation_id = $1 and id = $2 returning id',
    [text],
    (rows) => rows.tier3,
  ),
  correction(
    'tier2 corrected',
    'tier2',
    6,
    /^C R U/,
    ['deidentified'],
    codes,
    `update app.tier2 set sex = $2 where situation_id = $1 returning situation_id`,
    ['male'],
    undefined,
  ),
  correction(
    'tier2 corrected',
    'tier2',
    6,
    /^C R U|C U for an agency that asks/,
    ['brought on behalf'],
    codes,
    `update app.tier2 set sex = $2 where situation_id = $1 returning situation_id`,
    ['male'],
    undefined,
  ),
  correction(
    'summary corrected',
    'summary',
    7,
    /^C R U|^as row 6/,
    ['brought on behalf'],
    { text: 'Left home twice; stopped attending' },
    'update app.tier2_text set summary = $2, guard_version = 1 where situation_id = $1 returning situation_id',
    [text],
    undefined,
  ),
  correction(
    'tier2 corrected',
    'tier2',
    8,
    /U by correction/,
    ['limited', 'planning', 'intervention'],
    codes,
    `update app.tier2 set sex = $2 where situation_id = $1 returning situation_id`,
    ['male'],
    undefined,
  ),
  correction(
    'summary corrected',
    'summary',
    7,
    /^C R U/,
    ['deidentified'],
    { text: 'Left home twice; stopped attending' },
    'update app.tier2_text set summary = $2, guard_version = 1 where situation_id = $1 returning situation_id',
    [text],
    undefined,
  ),
  correction(
    'summary corrected',
    'summary',
    8,
    /U by correction/,
    ['limited'],
    { text: 'Left home twice; stopped attending' },
    'update app.tier2_text set summary = $2, guard_version = 1 where situation_id = $1 returning situation_id',
    [text],
    undefined,
  ),
  content(
    'person',
    'persons',
    6,
    /^C R U/,
    ['deidentified'],
    { ageBand: '0-5', sex: 'male' },
    'affected_person',
    'age_band',
    ['0-5'],
  ),
  correction(
    'person corrected',
    'persons/{row}',
    6,
    /^C R U/,
    ['deidentified'],
    { ageBand: '0-5' },
    'update app.affected_person set age_band = $3 where situation_id = $1 and id = $2 returning id',
    ['0-5'],
    (rows) => rows.person,
  ),
  content('tier4', 'tier4', 18, /^C,? R/, four, { text: 'Canary-T4-full account' }, 'tier4', 'content', [
    text,
  ]),
  correction(
    'tier4 corrected',
    'tier4/{row}',
    18,
    /correct own|R own contribution/,
    four,
    { text: 'Canary-T4-full account' },
    'update app.tier4 set content = $3 where situation_id = $1 and id = $2 returning id',
    [text],
    own4,
    { also: wrote4 },
  ),
  content('plan', 'plan', 21, /^C R U/, four, { text: 'Canary-T4-visit on Friday' }, 'plan', 'content', [
    text,
  ]),
  correction(
    'plan changed',
    'plan/{row}',
    21,
    /lead U/,
    ['intervention'],
    { text: 'Canary-T4-visit on Friday' },
    'update app.plan set content = $3 where situation_id = $1 and id = $2 returning id',
    [text],
    (rows) => rows.plan,
    { also: lead },
  ),
  content(
    'reportBack',
    'report-backs',
    22,
    /^C R/,
    four,
    { status: 'contactMade' },
    'report_back',
    'status',
    ['contactMade'],
  ),
  content('consent', 'consents', 24, /^C R/, ['limited', ...four], { state: 'refused' }, 'consent', 'state', [
    'refused',
  ]),
  content(
    'service',
    'services',
    46,
    /^C R/,
    four,
    { service: 'addiction', mobilization: 'offered-service' },
    'service_mobilized',
    'service, mobilization',
    ['addiction', 'offered-service'],
  ),
  content(
    'safetyNote',
    'safety-notes',
    47,
    /^C/,
    four,
    { text: 'Canary-T4-dog in the yard' },
    'safety_note',
    'note',
    [text],
  ),
  {
    name: 'holdRequest',
    row: 39,
    says: /X ask own PO/,
    on: ['limited', ...four, 'concluded'],
    method: 'post',
    path: '/situations/{id}/hold-requests',
    body: () => ({ reason: 'complaint' }),
    sql: (story) => ['select app.ask_hold($1, $2) as id', [story.id, 'complaint']],
  },
  {
    // Whoever may be named per row 19 for what the own agency brought or takes part in writes an item; the law's cell for the others is 404.
    name: 'youthItem',
    row: 19,
    says: /^per named recipient/,
    on: ['limited', ...four],
    method: 'post',
    path: '/situations/{id}/youth-items',
    body: (world) => ({
      text: 'Canary-T4-youth',
      recipients: [world.actors.childServices.userId],
      destroyBy: dayAhead(200),
    }),
    sql: (story) => [
      'select app.write_youth_item($1, gen_random_uuid(), $2, $2, $3, $4::date, $5) as id',
      [story.id, text, 'epoch', dayAhead(200), [story.world.actors.childServices.userId]],
    ],
  },
  content('gap', 'gaps', 52, /^C R/, four, { service: 'addiction' }, 'gap', 'service', ['addiction']),
];
