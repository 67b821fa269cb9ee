import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { body } from '../world/world.js';
import { Play, type Open } from './b2-watching.js';

let play: Play;
let of: Open;
let meeting: string;
beforeAll(async () => {
  play = await Play.begin();
  of = await play.brought();
  await play.meanwhile(async () => {
    meeting = await play.released(of);
  });
});
afterAll(async () => {
  await play.end();
});

describe('an action wakes those whose answers it changes, and nobody else', () => {
  it('a youth-justice item wakes the persons it names', async () => {
    const { police, school } = play.world.actors;
    const woken = await play.step('youthItem.write', async () =>
      body(
        await police.post(`/situations/${of.id}/youth-items`, {
          text: 'Probation ends in May',
          recipients: [school.userId],
          destroyBy: await play.day(40),
        }),
      ),
    );
    expect(woken).toEqual(['school']);
  });

  it('a request for a hold wakes nobody; a hold that is set or lifted wakes those who read holds', async () => {
    const { police, policeOfficer } = play.world.actors;
    const woken: string[][] = [];
    woken.push(
      await play.step('hold.ask', async () =>
        body(await police.post(`/situations/${of.id}/hold-requests`, { reason: 'complaint' })),
      ),
    );
    const [request] = body<{ rows: Open[] }>(await policeOfficer.get('/privacy/hold-requests')).rows;
    woken.push(
      await play.step('hold.refuse', async () =>
        body(await policeOfficer.post(`/privacy/hold-requests/${request!.id}/refuse`)),
      ),
    );
    let hold = '';
    woken.push(
      await play.step('hold.set', async () => {
        hold = await play.holds('policeOfficer', of);
      }),
      await play.step('hold.lift', async () => body(await policeOfficer.post(`/privacy/holds/${hold}/lift`))),
    );
    expect(woken).toEqual([[], [], ['deputy'], ['deputy']]);
  });

  it('an action that is declared nowhere wakes nobody', async () => {
    const woken = await play.step('something new', () =>
      play.world.database.plant(
        `select audit.record('situation.somethingNew', 'situation', $1, '{}', 'allow', p_table => $2)`,
        [of.id, play.world.tables.harbour],
      ),
    );
    expect(woken).toEqual([]);
  });

  it('every action that the database records is declared', async () => {
    // The names as they stand in the functions' text, the moves, and the triggers that record a change of content.
    const missing = await play.world.database.plant<{ name: string }>(
      `with recorded (name) as (
         select m[1] from pg_proc p cross join regexp_matches(p.prosrc, $$audit[.]record\\('([a-zA-Z0-9]+[.][a-zA-Z]+)', '(?:meeting|situation|screening|projector)'$$, 'g') m
         union select 'situation.' || move.name from app.move where move.name <> 'drop'
         union select substring(pg_get_triggerdef(t.oid) from 'record_change[(]''([a-zA-Z0-9]+)') || '.' || e.event
           from pg_trigger t join pg_proc p on p.oid = t.tgfoid and p.proname = 'record_change'
           cross join lateral (values ('insert', 4), ('update', 16)) e (event, bit) where (t.tgtype & e.bit) > 0)
       select r.name from recorded r where not exists (select from audit.action a where a.name = r.name) order by 1`,
    );
    expect(missing).toEqual([]);
  });

  it('in any order: who was woken is whose answers changed', async () => {
    const { agency, actors } = play.world;
    const { policeOfficer, deputy, school, housing } = actors;
    // Said twice the same, an answer changes nothing: each is another than the one before.
    let turn = 0;
    const other = (): string => ['involved', 'notInvolved', 'shouldBeInvolved'][(turn += 1) % 3]!;
    const acts: Record<string, () => Promise<unknown>> = {
      note: async () => housing.post(`/situations/${of.id}/notes`, { text: 'A remark' }),
      answer: () => play.move(of, 'school', 'answer', { answer: other() }),
      otherAnswer: () =>
        play.move(of, 'deputy', 'answer', {
          answer: other(),
          agency: agency.foodBank,
          basis: 'phipa40',
        }),
      consent: async () =>
        actors.police.post(`/situations/${of.id}/consents`, { state: 'refused', dueOn: await play.day(9) }),
      identity: () =>
        actors.police.post(`/situations/${of.id}/tier3`, { identity: { familyName: 'Okonkwo' } }),
      youth: async () =>
        actors.police.post(`/situations/${of.id}/youth-items`, {
          text: 'Another',
          recipients: [actors.childServices.userId],
          destroyBy: await play.day(40),
        }),
      hold: async () => {
        const id = await play.holds('policeOfficer', of);
        return policeOfficer.post(`/privacy/holds/${id}/lift`);
      },
      screening: () => school.post('/screenings', { type: 'person', riskFactors: [] }),
      shade: () => deputy.post('/projector/shade', { on: true }),
      latecomer: () => play.mark(meeting, 'housing').catch(() => undefined),
      read: () => actors.police.get(`/situations/${of.id}/tier3`),
    };
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.keys(acts), { minLength: 1, maxLength: 3 }), async (names) => {
        await play.step(names.join(', '), async () => {
          for (const name of names) await acts[name]!();
        });
      }),
      { numRuns: 5 },
    );
  });
});
