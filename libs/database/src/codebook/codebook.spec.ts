import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '#testing';
import { codebook, listNames } from '#domain/vocabulary';
import { connectData } from '../door/connect.js';
import type { Data } from '../door/data.js';
import type { Session, ViewerKey } from '../door/session.js';
import { codebookChange, codebookChanges } from './changes.js';
import { codebookTerms, codebookVersion } from './terms.js';
import { discardChange, proposeChange, reviseChange, signChange, type TermChange } from './change-steps.js';

const people = {
  ana: ['administrator', null],
  bo: ['administrator', null],
  cai: ['coordinator', 'harbour'],
  dov: ['coordinator', 'pinewood'],
  eli: ['rep', 'harbour'],
  fay: ['auditor', null],
  gus: ['privacy', null],
} as const;
type Person = keyof typeof people;

let database: TestDatabase;
let data: Data;
let close: () => Promise<void>;
const keys = new Map<Person, ViewerKey>();
const tables = { harbour: randomUUID(), pinewood: randomUUID() };

const as = <T>(person: Person, work: (session: Session) => Promise<T>): Promise<T> => {
  const key = keys.get(person);
  if (key === undefined) throw new Error(`nobody is called ${person}`);
  return data.as(key, randomUUID(), work);
};
const tutoring: TermChange = {
  kind: 'add',
  list: 'serviceType',
  code: 'tutoring',
  tableId: null,
  content: { labelEn: 'Tutoring', labelFr: 'Tutorat', activeFrom: '2026-01-01' },
};
const ferry = (tableId: string): TermChange => ({
  kind: 'add',
  list: 'studyFlag',
  code: 'local.ferry',
  tableId,
  content: {
    labelEn: 'Ferry',
    labelFr: 'Traversier',
    mapsTo: 'local-study-flags-free-list-defined-by-each-table',
    activeFrom: '2026-01-01',
  },
});
const propose = (person: Person, change: TermChange): Promise<string> =>
  as(person, (session) => proposeChange(session, change));
const sign = (person: Person, id: string, version: number): Promise<number | null> =>
  as(person, (session) => signChange(session, id, version));
const chosenOk = async (list: string, code: string, tableId: string | null, on: string): Promise<boolean> =>
  (
    await database.plant<{ ok: boolean }>('select codebook.chosen_ok($1, $2, $3, $4) as ok', [
      list,
      code,
      tableId,
      on,
    ])
  )[0]?.ok ?? false;
const yesterday = async (): Promise<string> =>
  (
    await database.plant<{ day: string }>(
      `select ((sec.domain_now() at time zone 'America/Toronto')::date - 1)::text as day`,
    )
  )[0]?.day ?? '';

beforeAll(async () => {
  database = await cloneDatabase();
  const opened = await connectData({
    app: database.url('app'),
    authn: database.url('authn'),
    job: database.url('job'),
  });
  ({ data, close } = opened);
  const agency = randomUUID();
  await database.plant(`insert into sec.agency (id, name, sector) values ($1, 'Harbour Police', 'justice')`, [
    agency,
  ]);
  for (const [name, id] of Object.entries(tables)) {
    await database.plant(`insert into sec.situation_table (id, name, region) values ($1, $2, 'East')`, [
      id,
      name,
    ]);
    await database.plant('insert into sec.table_agency (table_id, agency_id) values ($1, $2)', [id, agency]);
  }
  for (const [name, [persona, table]] of Object.entries(people)) {
    const [user, seatId, token] = [randomUUID(), randomUUID(), createHash('sha256').update(name)];
    const tokenHash = token.digest('hex');
    await database.plant('insert into sec.app_user (id, sign_in_name, display_name) values ($1, $2, $2)', [
      user,
      name,
    ]);
    await database.plant(
      `insert into sec.seat (id, user_id, persona, table_id, agency_id, employer_agency_id, starts_at) values ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
      [
        seatId,
        user,
        persona,
        table === null ? null : tables[table],
        persona === 'rep' || persona === 'privacy' ? agency : null,
        persona === 'coordinator' ? agency : null,
      ],
    );
    await database.plant(`insert into sec.session (token_hash, user_id) values (decode($1, 'hex'), $2)`, [
      tokenHash,
      user,
    ]);
    keys.set(name as Person, { tokenHash, seatId });
  }
});

afterAll(async () => {
  await close();
  await database.drop();
});

describe('the codebook as it is planted', () => {
  it('holds every term of the domain, word for word', async () => {
    const rows = await as('eli', (session) => codebookTerms.rows(session, [1, null]));
    const planted = new Map(rows.map((row) => [`${row.list} ${row.code}`, row]));
    const shipped = listNames.flatMap((list) => codebook[list]);
    expect(planted.size).toBe(shipped.length);
    for (const term of shipped) {
      expect(planted.get(`${term.list} ${term.code}`)).toMatchObject({
        group_code: term.group,
        theme_code: term.theme,
        label_en: term.labelEn,
        label_fr: term.labelFr,
        definition_en: term.definitionEn,
        definition_fr: term.definitionFr,
        active_from: term.activeFrom,
        active_to: term.activeTo,
        maps_to: term.mapsTo,
        attributes: term.attributes,
      });
    }
  });

  it.each(Object.keys(people) as Person[])('is read by %s', async (person) => {
    expect(await as(person, (session) => codebookVersion.one(session, [1]))).toMatchObject({
      version: 1,
      name: 'provisional',
    });
  });

  it('refuses what is unknown, a heading, the workflow’s own, and what is not there', async () => {
    expect(await chosenOk('riskFactor', 'mental-health.grief', tables.harbour, '2026-11-22')).toBe(true);
    expect(await chosenOk('riskFactor', 'mental-health.joy', tables.harbour, '2026-11-22')).toBe(false);
    expect(await chosenOk('studyFlag', 'mental-health.grief', tables.harbour, '2026-11-22')).toBe(false);
    expect(
      await chosenOk(
        'studyFlag',
        'local-study-flags-free-list-defined-by-each-table',
        tables.harbour,
        '2026-11-22',
      ),
    ).toBe(false);
    expect(await chosenOk('answer', 'noAnswer', tables.harbour, '2026-11-22')).toBe(false);
    expect(await chosenOk('riskFactor', 'mental-health.grief', tables.harbour, '1999-12-31')).toBe(false);
  });
});

describe('a change', () => {
  it('is published by a second administrator only, in both languages only', async () => {
    const id = await propose('ana', {
      ...tutoring,
      content: { labelEn: 'Tutoring', activeFrom: '2026-01-01' },
    });
    await expect(sign('bo', id, 1)).rejects.toMatchObject({ message: 'codebook.publish.needsFrench' });
    await as('ana', (session) => reviseChange(session, id, 1, { ...tutoring.content, labelFr: 'tutoring' }));
    await expect(sign('bo', id, 2)).rejects.toMatchObject({
      message: 'codebook.publish.frenchEqualsEnglish',
    });
    await as('ana', (session) =>
      reviseChange(session, id, 2, { ...tutoring.content, definitionEn: 'Lessons after school' }),
    );
    await expect(sign('bo', id, 3)).rejects.toMatchObject({ message: 'codebook.publish.needsFrench' });
    await as('ana', (session) => reviseChange(session, id, 3, tutoring.content));
    await expect(sign('ana', id, 4)).rejects.toMatchObject({ message: 'codebook.publish.needsSecondPerson' });
    await expect(sign('bo', id, 3)).rejects.toMatchObject({ code: '40001' });
    expect(await chosenOk('serviceType', 'tutoring', null, '2026-11-22')).toBe(false);
    const version = await sign('bo', id, 4);
    expect(version).toBe(2);
    expect(await chosenOk('serviceType', 'tutoring', null, '2026-11-22')).toBe(true);
    await expect(sign('bo', id, 5)).rejects.toMatchObject({ message: 'codebook.change.decidedAlready' });
    const before = await as('eli', (session) => codebookTerms.rows(session, [1, 'serviceType']));
    const after = await as('eli', (session) => codebookTerms.rows(session, [2, 'serviceType']));
    expect([before.length, after.length]).toEqual([31, 32]);
  });

  it('whose text another administrator rewrote wants the other’s signature', async () => {
    const id = await propose('ana', {
      kind: 'edit',
      list: 'answer',
      code: 'involved',
      tableId: null,
      content: { labelEn: 'Involved', labelFr: 'Concerné' },
    });
    await as('bo', (session) =>
      reviseChange(session, id, 1, { labelEn: 'Involved', labelFr: 'Déjà en lien' }),
    );
    await expect(sign('bo', id, 2)).rejects.toMatchObject({ message: 'codebook.publish.needsSecondPerson' });
    expect(await sign('ana', id, 2)).toBe(3);
    const rows = await as('fay', (session) => codebookTerms.rows(session, [3, 'answer']));
    expect(rows.find((row) => row.code === 'involved')).toMatchObject({
      label_fr: 'Déjà en lien',
      active_from: '2000-01-01',
    });
  });

  it('retires a term, which stays readable and cannot be chosen', async () => {
    const day = await yesterday();
    const id = await propose('bo', {
      kind: 'retire',
      list: 'serviceType',
      code: 'recreation',
      tableId: null,
      content: { activeTo: day },
    });
    const version = await sign('ana', id, 1);
    expect(await chosenOk('serviceType', 'recreation', null, day)).toBe(true);
    expect(await chosenOk('serviceType', 'recreation', null, '2099-01-01')).toBe(false);
    const rows = await as('eli', (session) => codebookTerms.rows(session, [version, 'serviceType']));
    expect(rows.find((row) => row.code === 'recreation')).toMatchObject({ active_to: day });
    await expect(
      propose('ana', {
        kind: 'retire',
        list: 'serviceType',
        code: 'police',
        tableId: null,
        content: { activeTo: '2020-01-01' },
      }),
    ).rejects.toMatchObject({ message: 'codebook.change.retiresInThePast' });
  });

  it.each<[string, TermChange, string]>([
    ['to no list', { ...tutoring, list: 'nope' }, 'codebook.change.unknownList'],
    ['to a closed list', { ...tutoring, list: 'answer' }, 'codebook.change.listClosed'],
    ['with a code in use', { ...tutoring, code: 'police' }, 'codebook.change.codeTaken'],
    ['with a local code', { ...tutoring, code: 'local.tutoring' }, 'codebook.change.codeOfOtherScope'],
    [
      'without a first day',
      { ...tutoring, code: 'tutoring2', content: { labelEn: 'T', labelFr: 'U' } },
      'codebook.change.needsFirstDay',
    ],
    ['without a group', { ...tutoring, list: 'riskFactor' }, 'codebook.change.unknownGroup'],
    [
      'with a group of another list',
      { ...tutoring, list: 'riskFactor', content: { ...tutoring.content, group: 'education' } },
      'codebook.change.unknownGroup',
    ],
    [
      'without a word',
      { ...tutoring, code: 'tutoring3', content: { activeFrom: '2026-01-01' } },
      'codebook.change.needsLabel',
    ],
  ])('that adds a term %s is refused', async (_, change, message) => {
    await expect(propose('ana', change)).rejects.toMatchObject({ message });
  });

  it('of a term that has another one open is refused', async () => {
    const edit: TermChange = {
      kind: 'edit',
      list: 'sector',
      code: 'health',
      tableId: null,
      content: { labelEn: 'Health care', labelFr: 'Soins de santé' },
    };
    const id = await propose('ana', edit);
    await expect(propose('bo', edit)).rejects.toMatchObject({ message: 'codebook.change.anotherIsOpen' });
    await as('bo', (session) => discardChange(session, id, 1));
    await propose('bo', edit);
  });
});

describe('a local term', () => {
  it('is proposed by the coordinator, signed by two administrators, chosen at that table alone', async () => {
    const id = await propose('cai', ferry(tables.harbour));
    expect(await as('cai', (session) => codebookChange.one(session, [id]))).toMatchObject({
      signatures: 0,
      proposed_by_me: true,
    });
    await expect(as('dov', (session) => codebookChange.one(session, [id]))).rejects.toMatchObject({
      code: 'P0002',
    });
    expect(await as('dov', (session) => codebookChanges.rows(session, ['proposed', null, null, 50]))).toEqual(
      [],
    );
    await expect(as('dov', (session) => discardChange(session, id, 1))).rejects.toMatchObject({
      code: 'P0002',
    });
    expect(await sign('ana', id, 1)).toBeNull();
    await expect(sign('ana', id, 2)).rejects.toMatchObject({ message: 'codebook.publish.needsSecondPerson' });
    expect(await sign('bo', id, 2)).toEqual(expect.any(Number));
    expect(await chosenOk('studyFlag', 'local.ferry', tables.harbour, '2026-11-22')).toBe(true);
    expect(await chosenOk('studyFlag', 'local.ferry', tables.pinewood, '2026-11-22')).toBe(false);
    // The same word at another table is that table's own.
    const other = await propose('dov', ferry(tables.pinewood));
    await as('dov', (session) => discardChange(session, other, 1));
  });

  it('of another table, or of none, is not the coordinator’s to propose', async () => {
    await expect(propose('cai', ferry(tables.pinewood))).rejects.toMatchObject({ code: '42501' });
    await expect(propose('cai', tutoring)).rejects.toMatchObject({ code: '42501' });
    await expect(
      propose('cai', { ...ferry(tables.harbour), list: 'sector', code: 'local.port' }),
    ).rejects.toMatchObject({ message: 'codebook.change.listTakesNoLocal' });
    await expect(
      propose('cai', {
        ...ferry(tables.harbour),
        code: 'local.port',
        content: { labelEn: 'Port', labelFr: 'Havre', activeFrom: '2026-01-01' },
      }),
    ).rejects.toMatchObject({ message: 'codebook.change.unknownMapping' });
  });
});

describe('the walls', () => {
  it.each<[Person]>([['eli'], ['fay'], ['gus']])('keep %s from changes', async (person) => {
    await expect(propose(person, tutoring)).rejects.toMatchObject({ code: '42501' });
    await expect(
      as(person, (session) => codebookChanges.rows(session, ['proposed', null, null, 50])),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('keep the coordinator from signing', async () => {
    const { content, ...rest } = ferry(tables.harbour);
    const id = await propose('cai', {
      ...rest,
      code: 'local.bridge',
      content: { ...content, labelEn: 'Bridge only', labelFr: 'Pont seulement' },
    });
    await expect(sign('cai', id, 1)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    'update codebook.term set label_en = label_en',
    'delete from codebook.term',
    'insert into codebook.version (version, name) values (99, $$x$$)',
    'update codebook.change set state = state',
    'select v.first_signed_by from codebook.version v',
  ])('keep an administrator from: %s', async (sql) => {
    await expect(as('ana', (session) => session.rows(sql))).rejects.toMatchObject({ code: '42501' });
  });

  it('keep even the owner from rewriting what was published', async () => {
    await expect(database.plant(`update codebook.term set label_en = 'x'`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(database.plant('delete from codebook.term')).rejects.toMatchObject({ code: '42501' });
    await expect(database.plant('truncate codebook.term cascade')).rejects.toMatchObject({ code: '42501' });
  });

  it('leave a trace of each step', async () => {
    const rows = await database.plant<{ action: string }>(
      `select distinct event.action from audit.event where event.action like 'codebook.%' order by 1`,
    );
    expect(rows.map((row) => row.action)).toEqual([
      'codebook.discard',
      'codebook.propose',
      'codebook.publish',
      'codebook.revise',
      'codebook.sign',
    ]);
  });
});

it('gives version numbers without a gap when two are published at once', async () => {
  const codes = ['swimming', 'skating', 'skiing', 'sailing'];
  const ids: string[] = [];
  for (const code of codes)
    ids.push(
      await propose('ana', {
        ...tutoring,
        code,
        content: { labelEn: code, labelFr: `${code} (fr)`, activeFrom: '2026-01-01' },
      }),
    );
  const versions = await Promise.all(ids.map((id) => sign('bo', id, 1)));
  const sorted = versions.map(Number).sort((a, b) => a - b);
  expect(sorted).toEqual(sorted.map((_, at) => (sorted[0] ?? 0) + at));
});
