import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runScheduledJob } from '#database/jobs';
import { draft, move, takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type Agency, type Name, type World } from '../world/world.js';

interface Receipt {
  readonly id: string;
  readonly version: number;
}
interface Entry {
  situationId: string;
  number: string;
  section: string;
  overdue: boolean;
  decisions: string[];
  reason: string | null;
  onTheTable: boolean;
  version: number;
  place: number;
  stage: string;
}

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const soon = async (): Promise<string> => {
  const [row] = await world.database.plant<{ at: Date }>(
    `select sec.domain_now() + interval '1 minute' as at`,
  );
  return row!.at.toISOString();
};
/** Puts domain time on the next such day at ten in the morning at the table; meetings are on Thursdays. */
async function until(isoDay: number): Promise<void> {
  await world.database.plant(
    `update sec.demo_clock set ahead = ahead + (
    (select (d::date + (($1::int - extract(isodow from d)::int + 6) % 7) + 1 + time '10:00') at time zone 'America/Toronto' from (select sec.domain_now() at time zone 'America/Toronto' as d) x) - sec.domain_now())`,
    [isoDay],
  );
}
async function convene(who: Name = 'coordinator', kind = 'regular'): Promise<Receipt> {
  const called = { kind, scheduledFor: await soon(), place: 'City hall, room 2' };
  return body(await world.actors[who].post('/meetings', called));
}
async function open(meeting: Receipt, who: Name = 'coordinator'): Promise<Receipt> {
  return body(await world.actors[who].post(`/meetings/${meeting.id}/open`, {}, { ifMatch: meeting.version }));
}
async function close(meeting: Receipt, who: Name = 'coordinator'): Promise<Receipt> {
  return body(
    await world.actors[who].post(`/meetings/${meeting.id}/close`, {}, { ifMatch: meeting.version }),
  );
}
async function attend(meeting: Receipt, agencies: readonly Agency[]): Promise<void> {
  for (const agency of agencies)
    body(
      await world.actors.coordinator.put(
        `/meetings/${meeting.id}/attendance/${world.agency[agency]}`,
        { mode: 'room' },
        { ifMatch: 0 },
      ),
    );
}
const agenda = async (meeting: Receipt, who: Name = 'housing'): Promise<Entry[]> =>
  body<{ rows: Entry[] }>(await world.actors[who].get(`/meetings/${meeting.id}/agenda`)).rows;
const bring = (): Promise<Story> => takeTo(world, 'deidentified');
const points = {
  fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
  decidedBy: 'agreement',
};
/** Ends a meeting that a test left open, so that the next one can begin. */
async function closeAny(): Promise<void> {
  const found = await world.actors.coordinator.get('/meetings/open');
  if (found.status === 200) await close(body<Receipt>(found));
}

describe('a meeting is scheduled, opened and closed', () => {
  it('by any coordinator of the table, and by nobody else', async () => {
    const { actors } = world;
    const meeting = await convene('deputy');
    for (const who of ['police', 'valley', 'auditor', 'administrator', 'policeOfficer'] as const) {
      expect(
        (await actors[who].post('/meetings', { kind: 'regular', scheduledFor: await soon() })).status,
      ).toBe(403);
    }
    expect((await actors.police.post(`/meetings/${meeting.id}/open`, {}, { ifMatch: 1 })).status).toBe(403);
    for (const stranger of ['valley', 'valleyCoordinator'] as const) {
      for (const page of ['', '/agenda', '/attendance', '/card', '/minutes'])
        expect((await actors[stranger].get(`/meetings/${meeting.id}${page}`)).status).toBe(404);
    }
    expect(
      (await actors.valleyCoordinator.post(`/meetings/${meeting.id}/open`, {}, { ifMatch: 1 })).status,
    ).toBe(404);
    for (const outsider of ['auditor', 'administrator', 'policeOfficer'] as const)
      expect((await actors[outsider].get(`/meetings/${meeting.id}`)).status).toBe(403);
    expect(body<{ rows: { id: string }[] }>(await actors.valleyCoordinator.get('/meetings')).rows).toEqual(
      [],
    );
    expect(
      body<{ rows: { id: string }[] }>(await actors.school.get('/meetings')).rows.map(({ id }) => id),
    ).toContain(meeting.id);
    await close(await open(meeting, 'coordinator'), 'deputy');
  });

  it('once at a time, on the version that was read, and not again', async () => {
    const { coordinator } = world.actors;
    const [first, second] = [await convene(), await convene('coordinator', 'emergency')];
    const opened = await open(first);
    const other = await coordinator.post(`/meetings/${second.id}/open`, {}, { ifMatch: second.version });
    expect([other.status, other.body.code]).toEqual([409, 'meeting.anotherOpen']);
    expect(
      (await coordinator.post(`/meetings/${first.id}/close`, {}, { ifMatch: first.version })).status,
    ).toBe(412);
    expect((await coordinator.post(`/meetings/${first.id}/close`, {})).status).toBe(428);
    const closed = await close(opened);
    expect(
      (await coordinator.post(`/meetings/${first.id}/open`, {}, { ifMatch: closed.version })).body.code,
    ).toBe('meeting.notScheduled');
    const moved = body<Receipt>(
      await coordinator.put(
        `/meetings/${second.id}`,
        { scheduledFor: await soon(), place: null },
        { ifMatch: second.version },
      ),
    );
    expect(
      body<Receipt>(await coordinator.post(`/meetings/${second.id}/call-off`, {}, { ifMatch: moved.version }))
        .version,
    ).toBe(3);
    expect(body<{ state: string }>(await world.actors.school.get(`/meetings/${second.id}`)).state).toBe(
      'calledOff',
    );
  });

  it('never in the past, nor at a place that names a person', async () => {
    const { coordinator } = world.actors;
    expect(
      (await coordinator.post('/meetings', { kind: 'regular', scheduledFor: '2020-01-02T15:00:00Z' })).body
        .code,
    ).toBe('meeting.inThePast');
    expect(
      (
        await coordinator.post('/meetings', {
          kind: 'regular',
          scheduledFor: await soon(),
          place: 'Call 613-555-0134',
        })
      ).body.code,
    ).toBe('meeting.placeIdentifies');
  });

  it('and is done once under one key', async () => {
    const { coordinator } = world.actors;
    const request = { kind: 'regular', scheduledFor: await soon() };
    const once = 'the-very-same-key-0001';
    const [first, again] = [
      await coordinator.post('/meetings', request, { once }),
      await coordinator.post('/meetings', request, { once }),
    ];
    expect(again.body).toEqual(first.body);
  });
});

describe('attendance', () => {
  it('is marked by the coordinator while the meeting is open, and seen by every seat', async () => {
    const { actors, agency } = world;
    const meeting = await convene();
    const early = await actors.coordinator.put(
      `/meetings/${meeting.id}/attendance/${agency.police}`,
      { mode: 'room' },
      { ifMatch: 0 },
    );
    expect(early.body.code).toBe('meeting.notOpen');
    const opened = await open(meeting);
    await attend(meeting, ['police']);
    expect(
      (
        await actors.police.put(
          `/meetings/${meeting.id}/attendance/${agency.police}`,
          { mode: 'room' },
          { ifMatch: 1 },
        )
      ).status,
    ).toBe(403);
    expect(
      (
        await actors.coordinator.put(
          `/meetings/${meeting.id}/attendance/${agency.police}`,
          { mode: 'remote' },
          { ifMatch: 0 },
        )
      ).status,
    ).toBe(412);
    expect(
      body<Receipt>(
        await actors.coordinator.put(
          `/meetings/${meeting.id}/attendance/${agency.police}`,
          { mode: 'remote' },
          { ifMatch: 1 },
        ),
      ).version,
    ).toBe(2);
    expect(
      (
        await actors.coordinator.put(
          `/meetings/${meeting.id}/attendance/${agency.valleyPolice}`,
          { mode: 'room' },
          { ifMatch: 0 },
        )
      ).status,
    ).toBe(404);
    const rows = body<{ rows: { agencyId: string; mode: string }[] }>(
      await actors.housing.get(`/meetings/${meeting.id}/attendance`),
    ).rows;
    expect(rows.filter((row) => row.mode !== 'absent')).toEqual([
      expect.objectContaining({ agencyId: agency.police, mode: 'remote' }),
    ]);
    expect(rows).toHaveLength(7);
    body(
      await actors.coordinator.put(
        `/meetings/${meeting.id}/attendance/${agency.police}`,
        { mode: 'absent' },
        { ifMatch: 2 },
      ),
    );
    await close(opened);
  });

  it('of an agency without an account is entered for it, on a basis', async () => {
    const { actors, agency } = world;
    const opened = await open(await convene());
    const path = `/meetings/${opened.id}/attendance`;
    expect(
      (await actors.coordinator.put(`${path}/${agency.foodBank}`, { mode: 'room' }, { ifMatch: 0 })).body
        .code,
    ).toBe('meeting.attendanceBasis');
    expect(
      (
        await actors.coordinator.put(
          `${path}/${agency.foodBank}`,
          { mode: 'room', basis: 'noSuchBasis' },
          { ifMatch: 0 },
        )
      ).body.code,
    ).toBe('meeting.attendanceBasis');
    expect(
      (
        await actors.coordinator.put(
          `${path}/${agency.police}`,
          { mode: 'room', basis: 'consent' },
          { ifMatch: 0 },
        )
      ).body.code,
    ).toBe('meeting.attendanceBasis');
    body(
      await actors.coordinator.put(
        `${path}/${agency.foodBank}`,
        { mode: 'room', basis: 'consent' },
        { ifMatch: 0 },
      ),
    );
    const row = body<{ rows: { agencyId: string }[] }>(await actors.school.get(path)).rows.find(
      ({ agencyId }) => agencyId === agency.foodBank,
    );
    expect(row).toMatchObject({ mode: 'room', enteredForAgency: true, basis: 'consent' });
    await close(opened);
  });

  it('keeps a session alive while the meeting is open, and only then', async () => {
    const { actors } = world;
    const idle = async (who: Name): Promise<number> => {
      await world.database.plant(
        `update sec.session set last_seen_at = clock_timestamp() - interval '31 minutes' where user_id = $1`,
        [actors[who].userId],
      );
      const { status } = await world.data
        .as(actors[who].key, '', async () => ({ status: 200 }))
        .catch(({ code }: { code: string }) => ({ status: code === '28000' ? 401 : 500 }));
      await world.database.plant(
        'update sec.session set last_seen_at = clock_timestamp() where user_id = $1',
        [actors[who].userId],
      );
      return status;
    };
    expect(await idle('school')).toBe(401);
    const opened = await open(await convene());
    await attend(opened, ['school']);
    expect([
      await idle('school'),
      await idle('coordinator'),
      await idle('health'),
      await idle('valleyCoordinator'),
    ]).toEqual([200, 200, 401, 401]);
    await world.ahead('5 hours');
    expect(await idle('school')).toBe(401);
    await close(opened);
  });
});

describe('the agenda builds itself', () => {
  beforeAll(closeAny);

  it('report-backs first and overdue on top, then new, then waiting, then carried over; minutes keep what was decided', async () => {
    await until(4);
    const [led, late] = [await takeTo(world, 'intervention'), await takeTo(world, 'intervention')];
    const planned = await takeTo(world, 'planning');
    await closeAny();
    await until(4);
    // Reported in its week, so that only the other one is overdue.
    await world.ahead('-2 days');
    body(
      await world.actors.childServices.post(`/situations/${led.id}/report-backs`, {
        status: 'serviceOffered',
        stillElevated: true,
      }),
    );
    await world.ahead('2 days');
    await until(5);
    const [fresh, carried] = [await bring(), await bring()];
    const meeting = await convene();
    const seen = await agenda(meeting);
    const place = (story: Story): Entry => seen.find((entry) => entry.situationId === story.id)!;
    expect(
      [place(late), place(led), place(fresh), place(planned)].map(({ section, overdue }) => [
        section,
        overdue,
      ]),
    ).toEqual([
      ['reportBack', true],
      ['reportBack', false],
      ['new', false],
      ['waiting', true],
    ]);
    expect(
      [place(late), place(led), place(fresh), place(carried), place(planned)].map((entry) => entry.place),
    ).toEqual([1, 2, 3, 4, 5].map((n) => n + place(late).place - 1));
    expect(place(late).place).toBe(1);
    expect(Object.keys(seen[0]!).sort()).toEqual([
      'contactOverdue',
      'decisions',
      'dueOn',
      'noted',
      'number',
      'onTheTable',
      'overdue',
      'place',
      'reason',
      'section',
      'situationId',
      'stage',
      'version',
    ]);

    // Put off to the next meeting, where it is carried over.
    const opened = await open(meeting);
    await attend(opened, ['police', 'school']);
    expect((await agenda(meeting)).map(({ situationId }) => situationId)).toEqual(
      seen.map(({ situationId }) => situationId),
    );
    const note = `/meetings/${meeting.id}/agenda/${carried.id}`;
    expect((await world.actors.school.put(note, { noted: 'moreInformation' }, { ifMatch: 1 })).status).toBe(
      403,
    );
    body(await world.actors.coordinator.put(note, { noted: 'moreInformation' }, { ifMatch: 1 }));
    expect((await world.actors.coordinator.put(note, { noted: null }, { ifMatch: 1 })).status).toBe(412);
    expect(
      (
        await world.actors.coordinator.put(
          `/meetings/${meeting.id}/agenda/${led.id}`,
          { noted: 'moreInformation' },
          { ifMatch: 1 },
        )
      ).body.code,
    ).toBe('meeting.decisionNotNow');
    body(
      await world.actors.coordinator.put(
        `/meetings/${meeting.id}/agenda/${late.id}`,
        { noted: 'reported' },
        { ifMatch: 1 },
      ),
    );
    await move(fresh, 'deputy', 'record-risk', points);
    const brought = await bring();
    await close(opened);

    const minutes = body<{
      lines: { number: string; decisions: string[] }[];
      present: unknown[];
      shredBy: string;
      heldOn: string;
    }>(await world.actors.housing.get(`/meetings/${meeting.id}/minutes`));
    const line = (story: Story): string[] =>
      minutes.lines.find(({ number }) => number === story.number)!.decisions;
    expect([line(late), line(carried), line(fresh), line(brought)]).toEqual([
      ['reported'],
      ['moreInformation'],
      ['riskRecorded'],
      [],
    ]);
    expect(minutes.present).toEqual([
      { agency: 'Agency police', mode: 'room' },
      { agency: 'Agency school', mode: 'room' },
    ]);
    expect(new Date(minutes.shredBy).getUTCDay()).toBe(4);
    expect(minutes.shredBy > minutes.heldOn).toBe(true);
    expect(
      body<{ shredBy: string }>(await world.actors.coordinator.get(`/meetings/${meeting.id}/agenda`)).shredBy,
    ).toBe(minutes.shredBy);
    expect(JSON.stringify(minutes)).not.toMatch(/alcohol|Left home|Canary/);

    const next = await agenda(await convene());
    const section = (story: Story): string =>
      next.find(({ situationId }) => situationId === story.id)!.section;
    expect([section(carried), section(fresh), section(brought)]).toEqual(['carriedOver', 'waiting', 'new']);
    expect(next.at(-1)?.situationId).toBe(carried.id);
  });

  it('forgets at once what leaves the table, and keeps number, decision and reason when it is minimised', async () => {
    const [rejected, undone, returned] = [await bring(), await bring(), await bring()];
    const opened = await open(await convene('coordinator', 'emergency'));
    await attend(opened, ['police', 'health']);
    const reason = 'rejected.single-agency-can-address-risk-alone';
    await move(rejected, 'deputy', 'reject', { reason });
    await move(undone, 'deputy', 'reject', { reason });
    await move(undone, 'deputy', 'undo');
    await move(returned, 'deputy', 'send-back', { reason: 'ownMeansRemain' });
    const listed = async (who: Name): Promise<string[]> =>
      (await agenda(opened, who)).map(({ number }) => number);
    for (const who of ['police', 'housing', 'coordinator'] as const) {
      expect(await listed(who)).not.toContain(rejected.number);
      expect(await listed(who)).toContain(undone.number);
    }
    await close(opened);
    await world.ahead('11 minutes');
    await runScheduledJob(world.data, 'minimised');
    const { lines } = body<{ lines: { number: string; decisions: string[]; reason: string | null }[] }>(
      await world.actors.school.get(`/meetings/${opened.id}/minutes`),
    );
    expect(lines.find(({ number }) => number === rejected.number)).toEqual({
      number: rejected.number,
      decisions: ['rejected'],
      reason,
    });
    expect(lines.find(({ number }) => number === returned.number)).toEqual({
      number: returned.number,
      decisions: ['returned'],
      reason: 'ownMeansRemain',
    });
    expect(lines.find(({ number }) => number === undone.number)).toEqual({
      number: undone.number,
      decisions: [],
      reason: null,
    });
  });

  it('of an emergency meeting has no report-backs, and minutes wait for its end', async () => {
    const opened = await open(await convene('deputy', 'emergency'));
    expect((await agenda(opened)).filter(({ section }) => section === 'reportBack')).toEqual([]);
    expect((await world.actors.school.get(`/meetings/${opened.id}/minutes`)).status).toBe(404);
    await close(opened);
  });
});

describe('what is on the table', () => {
  it('is put there by the coordinator and followed by every seat', async () => {
    const story = await bring();
    const opened = await open(await convene());
    const path = `/meetings/${opened.id}/card`;
    expect((await world.actors.school.put(path, { situationId: story.id }, { ifMatch: 1 })).status).toBe(403);
    expect(
      (await world.actors.coordinator.put(path, { situationId: world.agency.police }, { ifMatch: 1 })).status,
    ).toBe(404);
    body(await world.actors.coordinator.put(path, { situationId: story.id }, { ifMatch: 1 }));
    expect((await world.actors.coordinator.put(path, { situationId: null }, { ifMatch: 1 })).status).toBe(
      412,
    );
    expect(body(await world.actors.school.get(path))).toMatchObject({
      situationId: story.id,
      number: story.number,
      stage: 'deidentified',
      withSummary: false,
      shaded: false,
      version: 2,
    });
    expect((await agenda(opened)).find(({ onTheTable }) => onTheTable)?.situationId).toBe(story.id);
    await attend(opened, ['police', 'school']);
    await move(story, 'deputy', 'reject', { reason: 'rejected.single-agency-can-address-risk-alone' });
    expect(body(await world.actors.school.get(path))).toMatchObject({ situationId: null, number: null });
    await close(opened);
  });
});

describe('every change is in the audit', () => {
  it('with who made it', async () => {
    const actions = await world.database.plant<{ action: string }>(
      `select distinct e.action from audit.event e where e.chain = $1 and e.actor = any ($2)`,
      [world.tables.harbour, [world.actors.coordinator.userId, world.actors.deputy.userId]],
    );
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'meeting.convene',
        'meeting.reschedule',
        'meeting.callOff',
        'meeting.begin',
        'meeting.close',
        'meeting.attendance',
        'meeting.note',
        'meeting.putCard',
      ]),
    );
    expect(
      await world.database.plant('select audit.first_broken($1) as broken', [world.tables.harbour]),
    ).toEqual([{ broken: null }]);
    expect(draft.type).toBe('person');
  });
});
