import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Answer } from '../world/actor.js';
import { createEmptyWorld, type EmptyWorld } from '../world/empty-world.js';

interface TermSeen {
  readonly code: string;
  readonly labelEn: string;
  readonly labelFr: string;
  readonly activeTo: string | null;
  readonly tableId: string | null;
  readonly traits: string[];
}
interface CodebookSeen {
  readonly version: number;
  readonly name: string;
  readonly lists: readonly { readonly list: string; readonly terms: readonly TermSeen[] }[];
}

let world: EmptyWorld;
let rep: Actor;
let coordinator: Actor;
let otherCoordinator: Actor;
let ana: Actor;
let bo: Actor;
let auditor: Actor;
let officer: Actor;

beforeAll(async () => {
  world = await createEmptyWorld();
  await world.table('Harbour', ['Police', 'School']);
  await world.table('Pinewood', ['Clinic']);
  rep = await world.person('Eli', { persona: 'rep', table: 'Harbour', agency: 'Police' });
  coordinator = await world.person('Cai', { persona: 'coordinator', table: 'Harbour', employer: 'Police' });
  otherCoordinator = await world.person('Dov', {
    persona: 'coordinator',
    table: 'Pinewood',
    employer: 'Clinic',
  });
  ana = await world.person('Ana', { persona: 'administrator' });
  bo = await world.person('Bo', { persona: 'administrator' });
  auditor = await world.person('Fay', { persona: 'auditor' });
  officer = await world.person('Gus', { persona: 'privacy', agency: 'Police' });
});
afterAll(async () => {
  await world.close();
});

const tutoring = {
  kind: 'add',
  list: 'serviceType',
  code: 'tutoring',
  content: { labelEn: 'Tutoring', labelFr: 'Tutorat', activeFrom: '2026-01-01' },
};
const ferry = {
  kind: 'add',
  list: 'studyFlag',
  code: 'local.ferry',
  local: true,
  content: {
    labelEn: 'Ferry only',
    labelFr: 'Traversier seulement',
    mapsTo: 'local-study-flags-free-list-defined-by-each-table',
    activeFrom: '2026-01-01',
  },
};
const seen = (answer: Answer): CodebookSeen => answer.body as unknown as CodebookSeen;
const termsOf = (answer: Answer, list: string): readonly TermSeen[] =>
  seen(answer).lists.find((each) => each.list === list)?.terms ?? [];
const rowsOf = (answer: Answer): { readonly version: number }[] =>
  answer.body['rows'] as unknown as { readonly version: number }[];
const idOf = (answer: Answer): string => {
  expect(answer).toMatchObject({ status: 201, body: { version: 1, publishedIn: null } });
  return String(answer.body['id']);
};
const sign = (actor: Actor, id: string, version: number, once?: string): Promise<Answer> =>
  actor.post(
    `/codebook/changes/${id}/signatures`,
    {},
    { ifMatch: `"v${version}"`, ...(once !== undefined && { once }) },
  );

describe('reading the codebook', () => {
  it('gives every seat all terms in both languages', async () => {
    for (const actor of [rep, coordinator, otherCoordinator, ana, auditor, officer]) {
      const answer = await actor.get('/codebook');
      expect(answer.status).toBe(200);
      expect(termsOf(answer, 'riskFactor')).toHaveLength(105);
      expect(termsOf(answer, 'riskFactor').find(({ code }) => code === 'mental-health.grief')).toMatchObject({
        labelEn: 'grief',
        labelFr: 'deuil',
      });
    }
  });

  it('answers 401 without a session', async () => {
    expect((await world.stranger().get('/codebook')).status).toBe(401);
  });

  it('is not sent again to who has that version', async () => {
    const first = await rep.get('/codebook?version=1');
    expect(first.headers['etag']).toBe('"v1"');
    const again = await rep.get('/codebook?version=1', { headers: { 'if-none-match': '"v1"' } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('may be asked for one list, and knows no other version or list', async () => {
    const one = await rep.get('/codebook?list=answer');
    expect(seen(one).lists.map(({ list }) => list)).toEqual(['answer']);
    expect(termsOf(one, 'answer').find(({ code }) => code === 'noAnswer')?.traits).toEqual(['bySystem']);
    expect((await rep.get('/codebook?version=999')).status).toBe(404);
    expect((await rep.get('/codebook?list=nope')).status).toBe(404);
    expect((await rep.get('/codebook?version=0')).status).toBe(400);
    expect((await rep.get('/codebook?language=fr')).status).toBe(400);
  });
});

describe('publishing', () => {
  it('takes two administrators and both languages, and leaves the earlier version as it was', async () => {
    const id = idOf(
      await ana.post('/codebook/changes', {
        ...tutoring,
        content: { labelEn: 'Tutoring', activeFrom: '2026-01-01' },
      }),
    );
    const early = await sign(bo, id, 1);
    expect(early).toMatchObject({ status: 409, body: { code: 'codebook.publish.needsFrench' } });
    const french = await ana.put(`/codebook/changes/${id}`, tutoring.content, { ifMatch: '"v1"' });
    expect(french).toMatchObject({ status: 200, body: { id, version: 2 } });
    expect(await sign(ana, id, 2)).toMatchObject({
      status: 409,
      body: { code: 'codebook.publish.needsSecondPerson' },
    });
    expect(await sign(bo, id, 1)).toMatchObject({ status: 412 });
    const published = await sign(bo, id, 2, 'the-same-key-twice-1');
    expect(published).toMatchObject({ status: 201, body: { id, version: 3, publishedIn: 2 } });
    expect((await sign(bo, id, 2, 'the-same-key-twice-1')).body).toEqual(published.body);
    const now = await rep.get('/codebook');
    expect([seen(now).version, now.headers['etag']]).toEqual([2, '"v2"']);
    expect(termsOf(now, 'serviceType').find(({ code }) => code === 'tutoring')?.labelFr).toBe('Tutorat');
    expect(
      termsOf(await rep.get('/codebook?version=1'), 'serviceType').some(({ code }) => code === 'tutoring'),
    ).toBe(false);
    expect((await ana.get(`/codebook/changes/${id}`)).body).toMatchObject({
      state: 'published',
      signatures: 2,
      signedByMe: true,
      proposedByMe: true,
      publishedIn: 2,
    });
  });

  it('retires a term, which stays readable', async () => {
    const id = idOf(
      await bo.post('/codebook/changes', {
        kind: 'retire',
        list: 'serviceType',
        code: 'recreation',
        content: { activeTo: '2030-12-31' },
      }),
    );
    expect((await sign(ana, id, 1)).status).toBe(201);
    expect(
      termsOf(await auditor.get('/codebook?list=serviceType'), 'serviceType').find(
        ({ code }) => code === 'recreation',
      ),
    ).toMatchObject({ activeTo: '2030-12-31', labelFr: 'Loisirs' });
  });

  it('edits the words of a term and not its days', async () => {
    const words = { labelEn: 'Involved', labelFr: 'Concerné' };
    const edit = (content: object): Promise<Answer> =>
      ana.post('/codebook/changes', { kind: 'edit', list: 'answer', code: 'involved', content });
    expect((await edit({ ...words, activeTo: '2020-01-01' })).status).toBe(400);
    const id = idOf(await edit(words));
    expect((await sign(bo, id, 1)).status).toBe(201);
    expect(
      termsOf(await rep.get('/codebook?list=answer'), 'answer').find(({ code }) => code === 'involved'),
    ).toMatchObject({ labelFr: 'Concerné', activeTo: null });
  });

  it('lists the versions, newest first, page by page', async () => {
    const first = await rep.get('/codebook/versions?limit=2');
    const rows = rowsOf(first);
    expect(rows[0]!.version).toBe(rows[1]!.version + 1);
    const second = await rep.get(`/codebook/versions?limit=50&after=${String(first.body['next'])}`);
    expect(rowsOf(second).at(-1)).toMatchObject({ version: 1, name: 'provisional' });
    expect(second.body['next']).toBeNull();
    expect((await coordinator.get(`/codebook/versions?after=${String(first.body['next'])}`)).status).toBe(
      400,
    );
  });
});

describe('a local term', () => {
  it('goes from the coordinator through two administrators to everybody’s codebook', async () => {
    const id = idOf(await coordinator.post('/codebook/changes', ferry));
    expect((await otherCoordinator.get(`/codebook/changes/${id}`)).status).toBe(404);
    expect((await otherCoordinator.get('/codebook/changes')).body['rows']).toEqual([]);
    expect((await coordinator.get('/codebook/changes')).body['rows']).toMatchObject([
      { id, signatures: 0, proposedByMe: true },
    ]);
    expect(
      (await coordinator.post(`/codebook/changes/${id}/signatures`, {}, { ifMatch: '"v1"' })).status,
    ).toBe(403);
    expect(await sign(ana, id, 1)).toMatchObject({ status: 201, body: { publishedIn: null } });
    expect(await sign(ana, id, 2)).toMatchObject({ status: 409 });
    expect((await sign(bo, id, 2)).status).toBe(201);
    const flags = termsOf(await otherCoordinator.get('/codebook?list=studyFlag'), 'studyFlag');
    expect(flags.find(({ code }) => code === 'local.ferry')).toMatchObject({
      tableId: world.id('Harbour'),
      labelFr: 'Traversier seulement',
    });
  });

  it('is revised and discarded by its coordinator alone', async () => {
    const id = idOf(
      await coordinator.post('/codebook/changes', {
        ...ferry,
        code: 'local.bridge',
        content: { ...ferry.content, labelEn: 'Bridge only', labelFr: 'Pont seulement' },
      }),
    );
    expect(
      (await otherCoordinator.put(`/codebook/changes/${id}`, ferry.content, { ifMatch: '"v1"' })).status,
    ).toBe(404);
    expect((await otherCoordinator.delete(`/codebook/changes/${id}`, { ifMatch: '"v1"' })).status).toBe(404);
    expect((await coordinator.put(`/codebook/changes/${id}`, ferry.content)).status).toBe(428);
    expect((await coordinator.delete(`/codebook/changes/${id}`, { ifMatch: '"v9"' })).status).toBe(412);
    expect((await coordinator.delete(`/codebook/changes/${id}`, { ifMatch: '"v1"' })).status).toBe(204);
    expect((await coordinator.get('/codebook/changes?state=discarded')).body['rows']).toMatchObject([
      { id, state: 'discarded' },
    ]);
  });

  it('is refused where it is not the coordinator’s to propose', async () => {
    expect((await coordinator.post('/codebook/changes', tutoring)).status).toBe(404);
    expect(
      (
        await coordinator.post('/codebook/changes', {
          ...ferry,
          code: 'local.x',
          tableId: world.id('Pinewood'),
        })
      ).status,
    ).toBe(404);
  });
});

describe('what is refused', () => {
  it.each(['rep', 'auditor', 'officer'] as const)('everything but reading, to %s', async (name) => {
    const actor = { rep, auditor, officer }[name];
    const id = '00000000-0000-4000-8000-000000000000';
    const answers = [
      await actor.post('/codebook/changes', tutoring),
      await actor.get('/codebook/changes'),
      await actor.get(`/codebook/changes/${id}`),
      await actor.put(`/codebook/changes/${id}`, {}, { ifMatch: '"v1"' }),
      await sign(actor, id, 1),
      await actor.delete(`/codebook/changes/${id}`, { ifMatch: '"v1"' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  });

  it('an identifier in a text that everybody reads, named by field and never repeated', async () => {
    const answer = await ana.post('/codebook/changes', {
      ...tutoring,
      code: 'call',
      content: { ...tutoring.content, definitionFr: 'Appeler le 416-555-0199' },
    });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        code: 'codebook.change.identifierInText',
        fields: [{ field: 'content.definitionFr', rule: 'phone' }],
      },
    });
    expect(answer.text).not.toContain('0199');
  });

  it.each<[string, object, string]>([
    ['a list that there is not', { ...tutoring, list: 'nope' }, 'codebook.change.unknownList'],
    ['a new code in a closed list', { ...tutoring, list: 'answer' }, 'codebook.change.listClosed'],
    ['a code in use', { ...tutoring, code: 'police' }, 'codebook.change.codeTaken'],
    ['a code in use with other capitals', { ...tutoring, code: 'Police' }, 'codebook.change.codeTaken'],
    [
      'a label in use, written otherwise',
      {
        ...tutoring,
        code: 'police-2',
        content: { ...tutoring.content, labelEn: ' POLICE. ', labelFr: 'Agents' },
      },
      'codebook.change.labelTaken',
    ],
    [
      'a French label in use',
      {
        ...tutoring,
        code: 'police-3',
        content: { ...tutoring.content, labelEn: 'Constables', labelFr: 'services  policiers' },
      },
      'codebook.change.labelTaken',
    ],
  ])('%s', async (_, change, code) => {
    const answer = await ana.post('/codebook/changes', change, { headers: { 'accept-language': 'fr' } });
    expect(answer).toMatchObject({ status: 409, body: { code } });
  });

  it('unknown fields, wrong kinds, days that do not exist, codes of another form', async () => {
    for (const change of [
      { ...tutoring, extra: 1 },
      { ...tutoring, kind: 'drop' },
      { ...tutoring, content: { ...tutoring.content, activeFrom: '2026-02-30' } },
      { ...tutoring, code: 'no spaces' },
      { ...tutoring, code: 'empty..part' },
      { ...tutoring, content: { ...tutoring.content, labelEn: 5 } },
      { ...tutoring, content: null },
    ]) {
      expect((await ana.post('/codebook/changes', change)).status).toBe(400);
    }
  });
});
