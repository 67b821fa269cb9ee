import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runScheduledJob } from '#database/jobs';
import { canary, draft, move, openMeeting, takeTo } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

interface View {
  stage: string;
  version: number;
  offered: string[];
  summary?: { text: string };
  assignments?: { state: string; agency: { id: string } }[];
  origin?: { onBehalf: string };
  answers?: unknown[];
}

describe('a situation passes the four filters', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('is screened by its agency alone, and a dropped screening leaves nothing', async () => {
    const { police, policeColleague, school, coordinator } = world.actors;
    const { id } = body<{ id: string }>(await police.post('/screenings', draft));
    expect(
      body<{ content: { privateNote: string } }>(await policeColleague.get(`/screenings/${id}`)).content
        .privateNote,
    ).toBe(canary.privateNote);
    expect((await school.get(`/screenings/${id}`)).status).toBe(404);
    expect((await coordinator.get(`/screenings/${id}`)).status).toBe(404);
    const sealed = await world.database.plant<{ text: string }>(
      `select encode(content, 'escape') as text from app.screening where id = $1`,
      [id],
    );
    expect(sealed[0]?.text).not.toContain('Canary');
    expect((await police.delete(`/screenings/${id}`, { ifMatch: 1 })).status).toBe(204);
    expect((await police.get(`/screenings/${id}`)).status).toBe(404);
    expect(await world.database.plant('select * from app.screening where id = $1', [id])).toHaveLength(0);
  });

  it('goes from screening to conclusion, each seat seeing what its filter allows', async () => {
    const story = await takeTo(world, 'intervention');
    const { childServices, school, housing, coordinator, police } = world.actors;
    expect(body<View>(await housing.get(`/situations/${story.id}`)).stage).toBe('intervention');
    const full = await childServices.get(`/situations/${story.id}/tier4`);
    expect(JSON.stringify(full.body)).toContain(canary.full);
    const identity = await school.get(`/situations/${story.id}/tier3`);
    expect(JSON.stringify(identity.body)).toContain(canary.familyName);
    for (const stranger of [housing, coordinator]) {
      for (const page of ['tier3', 'tier4', 'plan', 'safety-notes', 'report-backs/details'])
        expect((await stranger.get(`/situations/${story.id}/${page}`)).status).toBe(404);
    }
    expect((await housing.get(`/situations/${story.id}/who-saw`)).status).toBe(403);
    const saw = await police.get(`/situations/${story.id}/who-saw`);
    expect(
      saw.body.rows.some(
        (row: { who: string; fields: string[] }) => row.who === 'childServices' && row.fields.includes('T4'),
      ),
    ).toBe(true);
    await move(story, 'deputy', 'conclude', {
      reason: 'overall-risk-lowered.connected-to-services',
      told: 'told',
      riskAfter: [],
    });
    for (const seat of [police, childServices, school])
      expect((await seat.get(`/situations/${story.id}/tier4`)).status).toBe(404);
    await move(story, 'deputy', 'reopen');
    expect(JSON.stringify((await childServices.get(`/situations/${story.id}/tier4`)).body)).toContain(
      canary.full,
    );
    expect((await housing.get(`/situations/${story.id}/tier4`)).status).toBe(404);
  });

  it('comes back to the coordinator when one declines, and to the originator when all do', async () => {
    const story = await takeTo(world, 'limited');
    const { agency, actors } = world;
    await move(story, 'deputy', 'close-round');
    await move(story, 'deputy', 'assign', { lead: agency.childServices, assisting: [agency.school] });
    await move(story, 'childServices', 'decline-assignment', { reason: 'capacity' });
    expect((await actors.childServices.get(`/situations/${story.id}/tier3`)).status).toBe(404);
    await move(story, 'deputy', 'assign-again', { agency: agency.health, role: 'lead' });
    await move(story, 'health', 'decline-assignment', { reason: 'noBasis' });
    await move(story, 'school', 'decline-assignment', { reason: 'noBasis' });
    expect(body<View>(await actors.police.get(`/situations/${story.id}`)).stage).toBe('limited');
    // Who comes late to that meeting hears nothing any more, and who declined does not by being marked again.
    const late = async (name: 'housing' | 'school'): Promise<void> => {
      await world.database.plant('delete from app.attendance where table_id = $1 and agency_id = $2', [
        world.tables.harbour,
        agency[name],
      ]);
      await openMeeting(world, [name]);
    };
    await late('school');
    expect((await actors.school.get(`/situations/${story.id}/tier3`)).status).toBe(404);
    await move(story, 'police', 'release-again', { basis: 'phipa40', agencies: [agency.health] });
    await late('housing');
    expect((await actors.housing.get(`/situations/${story.id}/tier3`)).status).toBe(404);
    await world.database.plant('delete from app.attendance where table_id = $1 and agency_id = $2', [
      world.tables.harbour,
      agency.housing,
    ]);
    expect((await actors.health.get(`/situations/${story.id}/tier3`)).status).toBe(200);
    expect((await actors.school.get(`/situations/${story.id}/tier3`)).status).toBe(404);
  });

  it('returns by itself when an agency does not answer in twelve hours', async () => {
    const story = await takeTo(world, 'limited');
    await move(story, 'deputy', 'close-round');
    await move(story, 'deputy', 'assign', { lead: world.agency.childServices });
    await world.ahead('12 hours 1 minute');
    await runScheduledJob(world.data, 'returned');
    const view = body<View>(await world.actors.deputy.get(`/situations/${story.id}`));
    expect(view.assignments?.map(({ state }) => state)).toEqual(['returned']);
    expect((await world.actors.childServices.get(`/situations/${story.id}/tier3`)).status).toBe(404);
  });

  it('does not let the coordinator judge what its own employer brought, nor the recorder release', async () => {
    const story = await takeTo(world, 'deidentified');
    const points = {
      fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
      decidedBy: 'agreement',
    };
    const own = await world.actors.coordinator.post(`/situations/${story.id}/moves/record-risk`, points, {
      ifMatch: story.version,
    });
    expect([own.status, own.body.code]).toEqual([409, 'move.notOwnAgency']);
    const both = await world.enter('both', { persona: 'coordinator', table: 'harbour', agency: 'city' });
    await world.database.plant(
      `insert into sec.seat (user_id, persona, table_id, agency_id) values ($1, 'rep', $2, $3)`,
      [both.userId, world.tables.harbour, world.agency.police],
    );
    const alsoOwn = await both.post(`/situations/${story.id}/moves/record-risk`, points, {
      ifMatch: story.version,
    });
    expect([alsoOwn.status, alsoOwn.body.code]).toEqual([409, 'move.notOwnAgency']);
    await world.database.plant(
      'update app.workflow set risk_recorded_by = $2, risk_meeting_id = (select id from app.meeting limit 1) where situation_id = $1',
      [story.id, world.actors.police.userId],
    );
    const release = await world.actors.police.post(
      `/situations/${story.id}/moves/release-identifiers`,
      { basis: 'phipa40' },
      { ifMatch: story.version },
    );
    expect([release.status, release.body.code]).toEqual([409, 'move.notTheRecorder']);
  });

  it('is entered by the coordinator for an agency that asks, and confirmed by it before any release', async () => {
    const { deputy, health, school } = world.actors;
    const brought = body<{ id: string; version: number }>(
      await deputy.post('/situations/bring-on-behalf', {
        type: 'person',
        riskFactors: draft.riskFactors,
        summary: 'Seen at the meeting',
        agency: world.agency.health,
        ownMeansExhausted: true,
      }),
    );
    expect(body<View>(await school.get(`/situations/${brought.id}`)).origin?.onBehalf).toBe('unconfirmed');
    const early = await health.post(
      `/situations/${brought.id}/moves/release-identifiers`,
      { basis: 'phipa40' },
      { ifMatch: brought.version },
    );
    expect(early.body.code).toBe('move.riskRecorded');
    expect(
      (
        await school.post(
          `/situations/${brought.id}/moves/confirm-on-behalf`,
          {},
          { ifMatch: brought.version },
        )
      ).status,
    ).toBe(403);
    expect(
      (
        await health.post(
          `/situations/${brought.id}/moves/confirm-on-behalf`,
          {},
          { ifMatch: brought.version },
        )
      ).status,
    ).toBe(200);
  });

  it('hides an exit at once, lets the coordinator undo it for ten minutes, then keeps number, month, type and reason', async () => {
    const story = await takeTo(world, 'rejectedNow');
    const { police, school, deputy } = world.actors;
    for (const seat of [police, school, deputy])
      expect((await seat.get(`/situations/${story.id}`)).status).toBe(404);
    await move(story, 'deputy', 'undo');
    expect(body<View>(await school.get(`/situations/${story.id}`)).summary?.text).toBe(canary.summary);
    await move(story, 'deputy', 'reject', { reason: 'rejected.single-agency-can-address-risk-alone' });
    await world.ahead('11 minutes');
    await runScheduledJob(world.data, 'minimised');
    const left = body<Record<string, unknown>>(await school.get(`/situations/${story.id}`));
    expect(Object.keys(left).sort()).toEqual([
      'exit',
      'id',
      'number',
      'offered',
      'openedMonth',
      'stage',
      'version',
    ]);
    const rows = await world.database.plant(
      'select 1 from app.tier3 where situation_id = $1 union all select 1 from app.tier_key where situation_id = $1 union all select 1 from app.tier2 where situation_id = $1',
      [story.id],
    );
    expect(rows).toHaveLength(0);
  });

  it('refuses a summary that certainly identifies, before anything is written', async () => {
    const { police } = world.actors;
    const { id } = body<{ id: string }>(
      await police.post('/screenings', { ...draft, summary: 'Call her at 613-555-0142 after school' }),
    );
    const refused = await police.post(
      `/screenings/${id}/bring-to-table`,
      { ownMeansExhausted: true },
      { ifMatch: 1 },
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'move.noCertainIdentifier']);
    const preview = body<{ blocking: { kind: string }[] }>(await police.get(`/screenings/${id}/preview`));
    expect(preview.blocking).toHaveLength(1);
  });

  it('lets a latecomer hear with a ledger row of its own', async () => {
    const story = await takeTo(world, 'limited');
    const { housing, police } = world.actors;
    expect((await housing.get(`/situations/${story.id}/tier3`)).status).toBe(404);
    const meeting = await world.database.plant<{ id: string }>(
      'select risk_meeting_id as id from app.workflow where situation_id = $1',
      [story.id],
    );
    await world.database.plant(
      `insert into app.attendance (table_id, meeting_id, agency_id, mode) values ($1, $2, $3, 'remote')`,
      [world.tables.harbour, meeting[0]?.id, world.agency.housing],
    );
    expect((await housing.get(`/situations/${story.id}/tier3`)).status).toBe(200);
    const ledger = body<{ rows: { agency: { id: string } }[] }>(
      await police.get(`/situations/${story.id}/ledger`),
    );
    expect(ledger.rows.filter((row) => row.agency.id === world.agency.housing)).toHaveLength(1);
  });
});
