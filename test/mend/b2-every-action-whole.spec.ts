import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { handOverMoves } from '../policy/told-moves.js';
import { draft } from '../world/situation.js';
import { body } from '../world/world.js';
import { ending, Play, points, seatsOfToday, type Open } from './b2-watching.js';

// Every action of a table, one after the other; after each, all answers of seven seats (four in CI, by the
// day) are compared. It takes minutes, so that it runs with
// SITUATION_TABLE_TESTS=full; b2-who-is-woken.spec.ts has the inputs that were given, and a sample.
// On a machine that is busy a step takes ten times as long: reading all answers is thousands of requests in all.
jest.setTimeout(600_000);

let play: Play;
beforeAll(async () => {
  play = await Play.begin(seatsOfToday);
});
afterAll(async () => {
  await play.end();
});

describe('every action wakes those whose answers it changes, and nobody else', () => {
  let of: Open;
  let meeting: string;

  it('before: screenings, corrections, identifiers', async () => {
    const { police } = play.world.actors;
    let screening = '';
    await play.step('screening.insert', async () => {
      screening = body<Open>(await police.post('/screenings', draft)).id;
    });
    play.known.screenings = [screening];
    await play.look();
    await play.step('screening.update', async () =>
      body(await police.put(`/screenings/${screening}`, { ...draft, sex: 'male' }, { ifMatch: 1 })),
    );
    await play.step('screening.drop', async () =>
      body(await police.delete(`/screenings/${screening}`, { ifMatch: 2 })),
    );
    of = await play.brought();
    await play.corrected(of, 'police', 'tier2', '', {
      type: 'person',
      ageBand: '12-17',
      sex: 'male',
      riskFactors: ['alcohol.alcohol-abuse-by-person'],
    });
    await play.corrected(of, 'police', 'summary', '', { text: 'Left home once' });
    const person = await play.written(of, 'police', 'persons', { ageBand: '0-5', sex: 'male' });
    await play.corrected(of, 'police', `persons/${person}`, '', { ageBand: '6-11' });
    await play.written(of, 'housing', 'notes', { text: 'A remark' });
    const identity = { familyName: 'Okonkwo', givenNames: 'Ada' };
    const row = await play.written(of, 'police', 'tier3', { identity });
    await play.corrected(of, 'police', `tier3/${row}`, '/tier3', {
      identity: { ...identity, givenNames: 'Adah' },
    });
  });

  it('exits: risk, rejection, return, withdrawal, on behalf', async () => {
    const { deputy } = play.world.actors;
    await play.meanwhile(async () => {
      meeting = await play.meeting();
      await play.mark(meeting, 'police', 'school');
    });
    await play.moved(of, 'deputy', 'record-risk', points);
    await play.moved(of, 'deputy', 'take-back-risk');
    await play.moved(of, 'deputy', 'reject', { reason: 'rejected.single-agency-can-address-risk-alone' });
    await play.moved(of, 'deputy', 'undo');
    await play.moved(of, 'deputy', 'send-back', { reason: 'moreInformation' });
    await play.meanwhile(() => play.world.ahead('11 minutes'));
    await play.step('situation.minimise', play.clock);
    const gone = await play.brought();
    await play.moved(gone, 'police', 'withdraw', { reason: 'ownMeans' });
    const behalf: Open = { id: '', version: 1 };
    const { privateNote: _, ...content } = draft;
    await play.step('bring-on-behalf', async () => {
      const answer = await deputy.post('/situations/bring-on-behalf', {
        ...content,
        agency: play.world.agency.school,
        ownMeansExhausted: true,
      });
      Object.assign(behalf, body<Open>(answer));
    });
    play.known.situations = [behalf.id];
    await play.look();
    await play.moved(behalf, 'school', 'confirm-on-behalf');
    await play.meanwhile(async () =>
      body(
        await deputy.post(
          `/meetings/${meeting}/close`,
          {},
          { ifMatch: await play.etag('deputy', `/meetings/${meeting}`) },
        ),
      ),
    );
  });

  it('in a round: release, answers, consents, latecomers', async () => {
    of = await play.brought();
    await play.meanwhile(async () => {
      meeting = await play.meeting();
      await play.mark(meeting, 'police', 'school', 'childServices');
    });
    await play.moved(of, 'deputy', 'record-risk', points);
    await play.moved(of, 'police', 'release-identifiers', { basis: 'phipa40' });
    await play.written(of, 'police', 'consents', {
      state: 'refused',
      dueOn: await play.day(40),
      detail: 'by phone',
    });
    await play.moved(of, 'school', 'answer', { answer: 'involved', canHelp: true });
    await play.moved(of, 'deputy', 'answer', {
      answer: 'notInvolved',
      agency: play.world.agency.foodBank,
      basis: 'phipa40',
    });
    await play.step('a latecomer', () => play.mark(meeting, 'housing'));
    await play.moved(of, 'police', 'release-again', {
      basis: 'phipa40',
      agencies: [play.world.agency.health],
    });
    await play.moved(of, 'deputy', 'close-round');
  });

  it('in planning and intervention: roles, content, plan, reports', async () => {
    const { school, childServices, housing } = play.world.agency;
    await play.moved(of, 'deputy', 'assign', { lead: childServices, assisting: [school] });
    await play.moved(of, 'school', 'accept-assignment', { basis: 'mfippa32h' });
    await play.meanwhile(() => play.world.ahead('13 hours'));
    await play.step('situation.returnUnanswered', play.clock);
    of.version += 1;
    await play.moved(of, 'deputy', 'assign-again', { agency: childServices, role: 'lead' });
    await play.moved(of, 'childServices', 'decline-assignment', { reason: 'capacity' });
    await play.moved(of, 'deputy', 'assign-again', { agency: childServices, role: 'lead' });
    await play.moved(of, 'childServices', 'accept-assignment', { basis: 'cyfsa292' });
    const full = await play.written(of, 'police', 'tier4', { text: 'all of it' });
    await play.corrected(of, 'police', `tier4/${full}`, '/tier4', { text: 'all of it, corrected' });
    await play.written(of, 'police', 'safety-notes', { text: 'a dog' });
    const plan = await play.written(of, 'childServices', 'plan', { text: 'Friday' });
    await play.corrected(of, 'childServices', `plan/${plan}`, '/plan', { text: 'Saturday' });
    await play.written(of, 'childServices', 'report-backs', { status: 'contactMade', detail: 'spoke' });
    await play.written(of, 'childServices', 'consents', { state: 'refused', dueOn: await play.day(40) });
    await play.written(of, 'school', 'services', { service: 'addiction', mobilization: 'offered-service' });
    await play.written(of, 'school', 'gaps', { service: 'addiction' });
    await play.step('hold.set while it is under way', () => play.holds('schoolOfficer', of));
    await play.moved(of, 'deputy', 'add-assisting', { agency: housing });
    await play.moved(of, 'housing', 'accept-assignment', { basis: 'mfippa32h' });
    await play.moved(of, 'housing', 'leave-assignment', { reason: 'capacity' });
    await play.moved(of, 'childServices', 'propose-lead', { agency: school });
    await play.moved(of, 'deputy', 'confirm-lead');
    await play.moved(of, 'school', 'propose-conclusion', { reason: ending.reason });
  });

  it('in a meeting: card, shade, notes, another day', async () => {
    const { deputy } = play.world.actors;
    const at = `/meetings/${meeting}`;
    await play.step('meeting.putCard', async () =>
      body(
        await deputy.put(
          `${at}/card`,
          { situationId: of.id },
          { ifMatch: await play.etag('deputy', `${at}/card`) },
        ),
      ),
    );
    await play.step('projector.shade', async () => body(await deputy.post('/projector/shade', { on: true })));
    const { code } = body<{ code: string }>(await deputy.post('/projector/pairing'));
    await play.step('projector.pair', async () => body(await deputy.post('/projector/pair', { code })));
    await play.step('projector.end', async () => body(await deputy.post('/projector/end')));
    await play.step('meeting.close', async () =>
      body(await deputy.post(`${at}/close`, {}, { ifMatch: await play.etag('deputy', at) })),
    );
    const convene = async (): Promise<string> =>
      body<Open>(
        await deputy.post('/meetings', {
          kind: 'regular',
          scheduledFor: (await play.now()).toISOString(),
        }),
      ).id;
    let other = '';
    await play.step('meeting.convene', async () => {
      other = await convene();
    });
    play.known.meetings = [other];
    await play.look();
    await play.step('meeting.reschedule', async () =>
      body(
        await deputy.put(
          `/meetings/${other}`,
          { scheduledFor: new Date((await play.now()).getTime() + 7_200_000).toISOString() },
          { ifMatch: 1 },
        ),
      ),
    );
    await play.step('meeting.begin', async () =>
      body(await deputy.post(`/meetings/${other}/open`, {}, { ifMatch: 2 })),
    );
    const { rows } = body<{ rows: { situationId: string; version: number }[] }>(
      await deputy.get(`/meetings/${other}/agenda`),
    );
    const entry = rows.find(({ situationId }) => situationId === of.id)!;
    await play.step('meeting.note', async () =>
      body(
        await deputy.put(
          `/meetings/${other}/agenda/${of.id}`,
          { noted: 'reported' },
          { ifMatch: entry.version },
        ),
      ),
    );
    let last = '';
    await play.meanwhile(async () => {
      last = await convene();
    });
    await play.step('meeting.callOff', async () =>
      body(await deputy.post(`/meetings/${last}/call-off`, {}, { ifMatch: 1 })),
    );
  });

  it('at the end: conclusion, sealed openings, destruction', async () => {
    const { policeOfficer, schoolOfficer, deputy } = play.world.actors;
    await play.moved(of, 'deputy', 'conclude', ending);
    await play.moved(of, 'deputy', 'correct-conclusion', { ...ending, told: 'notTold' });
    await play.moved(of, 'deputy', 'reopen');
    await play.moved(of, 'deputy', 'conclude', ending);
    const [hold] = body<{ rows: Open[] }>(await schoolOfficer.get('/privacy/holds')).rows;
    await play.step('hold.lift', async () =>
      body(await schoolOfficer.post(`/privacy/holds/${hold!.id}/lift`)),
    );
    await play.meanwhile(() => play.world.ahead('45 days'));
    await play.step('table.seal', play.clock);
    let opening = '';
    await play.step('opening.ask', async () => {
      const answer = await policeOfficer.post('/openings', { situation: of.id, purpose: 'accessRequest' });
      opening = body<Open>(answer).id;
    });
    await play.step('opening.approve', async () => body(await deputy.post(`/openings/${opening}/approve`)));
    const ask = async (): Promise<string> =>
      body<Open>(
        await policeOfficer.post('/privacy/early-destructions', {
          situation: of.id,
          consent: 'written',
          consentedOn: await play.day(-3),
        }),
      ).id;
    let early = '';
    await play.step('destruction.ask', async () => {
      early = await ask();
    });
    await play.step('destruction.withdraw', async () =>
      body(await policeOfficer.post(`/privacy/early-destructions/${early}/withdraw`)),
    );
    await play.meanwhile(async () => {
      early = await ask();
    });
    await play.step('situation.destroy', async () =>
      body(await deputy.post(`/early-destructions/${early}/approve`)),
    );
  });

  it('around: the table, its settings, its agencies', async () => {
    const { administrator, deputy, schoolOfficer } = play.world.actors;
    const table = `/tables/${play.world.tables.harbour}`;
    const tag = (): Promise<string> => play.etag('administrator', table);
    await play.step('table.change', async () =>
      body(await administrator.patch(table, { meetingWeekday: 5 }, { ifMatch: await tag() })),
    );
    await play.step('table.suggest', async () =>
      body(
        await administrator.put(
          `${table}/suggestions`,
          { group: 'alcohol', sectors: ['health'] },
          { ifMatch: await tag() },
        ),
      ),
    );
    const agency = `/agencies/${play.world.agency.school}`;
    await play.step('agency.change', async () =>
      body(
        await administrator.patch(
          agency,
          { name: 'Agency of schools' },
          { ifMatch: await play.etag('administrator', agency) },
        ),
      ),
    );
    let change = '';
    const propose = async (): Promise<void> => {
      change = body<Open>(await deputy.post(`${table}/settings-changes`, { retentionMonths: 24 })).id;
    };
    await play.step('table.proposeSettings', propose);
    await play.step('table.withdrawSettings', async () =>
      body(await deputy.post(`/settings-changes/${change}/withdrawal`)),
    );
    await play.meanwhile(propose);
    await play.step('table.approveSettings', async () =>
      body(await administrator.post(`/settings-changes/${change}/approval`)),
    );
    await play.step('table.applySettings', async () =>
      body(await schoolOfficer.post(`/settings-changes/${change}/approval`)),
    );
  });

  it('and what was not played is said here', async () => {
    const unplayed = await play.world.database.plant<{ name: string }>(
      `select a.name from audit.action a where not audit.is_opening(a.name)
         and not exists (select from audit.event e where e.action = a.name) order by 1`,
    );
    const elsewhere = new Set([
      // Played in b2-who-is-woken.spec.ts.
      ...['hold.ask', 'hold.refuse', 'youthItem.write'],
      // Refusals change nothing; an item past its day is read by nobody before it is destroyed.
      ...['change.refused', 'youthItem.destroy'],
      // An officer's own, about a signal that no seat of a table reads; and at a restore nobody is signed in.
      ...['review.signOff', 'situation.forgetAgain'],
      // Who sits at the table, and what comes of it when somebody leaves: these stories are told elsewhere.
      ...['seat.approve', 'seat.end', 'seat.offer', 'seat.offerRenewal', 'seat.refuse', 'seat.renew'],
      ...['table.place', 'table.remove', 'table.askJoining', 'joining.sayYes', 'joining.refuse'],
      ...[
        'table.confirmList',
        'table.seeList',
        'table.found',
        'situation.agencyLeft',
        'task.begin',
        'task.end',
      ],
      // The whole table ends, in b6 and a5.
      'situation.tableEnded',
      ...['meeting.plan', 'meeting.restore'],
      // Its table has ended, and with it every seat that read it (a5-hand-over.spec.ts).
      'situation.tableEnded',
      // Hand-over after a role has ended: each moves the version that every seat reads, as other moves do.
      ...['handBack', ...handOverMoves].map((move) => `situation.${move}`),
    ]);
    expect(unplayed.map(({ name }) => name).filter((name) => !elsewhere.has(name))).toEqual([]);
  });
});
