import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Facts } from '#domain/filters';
import { moveFacts } from '#database/situations';
import { move, takeTo, type Story } from '../world/situation.js';
import { createWorld, type Name, type World } from '../world/world.js';

/*
 * What a move is judged by is read through a definer function, past row-level security: it must tell nobody
 * what no row tells.
 */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

async function facts(story: Story, who: Name): Promise<Facts> {
  return (await world.data.as(world.actors[who].key, '', (session) => moveFacts(session, story.id))).facts;
}

it('a proposed lead is known to the lead and the coordinator alone', async () => {
  const story = await takeTo(world, 'intervention');
  await move(story, 'childServices', 'propose-lead', { agency: world.agency.school });
  for (const who of ['childServices', 'deputy'] as const)
    expect((await facts(story, who)).proposedLead).toBe(world.agency.school);
  for (const who of ['housing', 'police', 'school'] as const)
    expect((await facts(story, who)).proposedLead).toBeNull();
});

it('roles and the stage left are not told of a concluded situation, nor who recorded its risk', async () => {
  const story = await takeTo(world, 'concluded');
  for (const who of ['housing', 'police', 'school'] as const)
    expect(await facts(story, who)).toMatchObject({ assignments: [], stageLeft: null });
  expect(await facts(story, 'deputy')).toMatchObject({
    assignments: [],
    stageLeft: 'intervention',
    recordedByViewer: false,
  });
});

it('roles that were declined are not told to a table that hears again', async () => {
  const story = await takeTo(world, 'planning');
  await move(story, 'school', 'leave-assignment', { reason: 'capacity' });
  await move(story, 'childServices', 'decline-assignment', { reason: 'capacity' });
  expect((await facts(story, 'housing')).stage).toBe('limited');
  expect((await facts(story, 'housing')).assignments).toEqual([]);
  expect((await facts(story, 'deputy')).assignments).toHaveLength(2);
});

it('an exit that may be undone tells the coordinator none of its risk factors', async () => {
  const story = await takeTo(world, 'rejectedNow');
  expect(await facts(story, 'deputy')).toMatchObject({
    stage: 'rejected',
    riskFactors: [],
    withinTenMinutes: true,
  });
  await move(story, 'deputy', 'undo');
  expect((await facts(story, 'deputy')).riskFactors.length).toBeGreaterThan(0);
});
