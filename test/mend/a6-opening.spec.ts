import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draft, takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';
import { overlapping } from './at-once.js';

/*
 * What is brought while a meeting is being opened is on its agenda, whichever comes first. Found: the opening
 * did not see what was not yet brought, the bringing did not see the meeting that was not yet open, and the
 * page said "is on the agenda" of a situation that was on none.
 */
let world: World;
let there: Story;
beforeAll(async () => {
  world = await createWorld();
  there = await takeTo(world, 'deidentified');
});
afterAll(async () => {
  await world.close();
});

interface Brought {
  readonly id: string;
}

async function planned(): Promise<{ id: string; open: () => Promise<unknown> }> {
  await world.database.plant(
    'update app.meeting set closed_at = sec.domain_now() where opened_at is not null and closed_at is null',
  );
  const [row] = await world.database.plant<Brought>(
    `insert into app.meeting (table_id, kind, scheduled_for)
     values ($1, 'emergency', sec.domain_now() + interval '1 minute') returning id`,
    [world.tables.harbour],
  );
  const { id } = row!;
  return {
    id,
    open: async () => body(await world.actors.deputy.post(`/meetings/${id}/open`, {}, { ifMatch: 1 })),
  };
}
/** A situation that is ready to be brought. */
async function drafted(): Promise<() => Promise<Brought>> {
  const { police } = world.actors;
  const { id } = body<Brought>(await police.post('/screenings', draft));
  return async () =>
    body<Brought>(
      await police.post(`/screenings/${id}/bring-to-table`, { ownMeansExhausted: true }, { ifMatch: 1 }),
    );
}
async function listed(meeting: string): Promise<string[]> {
  const { rows } = body<{ rows: { situationId: string }[] }>(
    await world.actors.deputy.get(`/meetings/${meeting}/agenda`),
  );
  return rows.map(({ situationId }) => situationId);
}
/** The opening waits for this one when it has drawn up its agenda. */
const held = (): [string, unknown[]] => ['select from app.situation where id = $1 for update', [there.id]];

it('what is brought while the agenda is drawn up', async () => {
  const meeting = await planned();
  const bring = await drafted();
  const [, { id }] = await overlapping(world.database, held(), meeting.open, bring);
  expect(await listed(meeting.id)).toContain(id);
});

it('what is brought on behalf of an agency meanwhile', async () => {
  const meeting = await planned();
  const { privateNote: _, ...content } = draft;
  const [, { id }] = await overlapping(world.database, held(), meeting.open, async () =>
    body<Brought>(
      await world.actors.coordinator.post('/situations/bring-on-behalf', {
        ...content,
        agency: world.agency.housing,
        ownMeansExhausted: true,
      }),
    ),
  );
  expect(await listed(meeting.id)).toContain(id);
});

it('what is taken up again after its conclusion meanwhile', async () => {
  const story = await takeTo(world, 'concluded');
  const meeting = await planned();
  await overlapping(world.database, held(), meeting.open, async () =>
    body(
      await world.actors.coordinator.post(
        `/situations/${story.id}/moves/reopen`,
        {},
        { ifMatch: story.version },
      ),
    ),
  );
  expect(await listed(meeting.id)).toContain(story.id);
});

it('however many are brought at once, in whatever order, each is on it once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.nat(4), async (many, before) => {
      const meeting = await planned();
      const bringing = [];
      for (let n = 0; n < many; n += 1) bringing.push(await drafted());
      const sent = bringing.slice(0, before).map((bring) => bring());
      const opened = meeting.open();
      const brought = await Promise.all([...sent, ...bringing.slice(before).map((bring) => bring())]);
      await opened;
      const found = await listed(meeting.id);
      expect(new Set(found).size).toBe(found.length);
      for (const { id } of brought) expect(found).toContain(id);
    }),
    { numRuns: 8 },
  );
});
