import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { move, openMeeting, takeTo } from '../world/situation.js';
import { createWorld, type World } from '../world/world.js';

/*
 * Who attended is counted in one way. Given: an agency that left the table during the meeting was not counted
 * for the two that a decision needs, and still stood in the decision as present, and was named in the
 * release, where it can never answer.
 */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const fourPoints = ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'];

it('an agency that left during the meeting neither decides on risk nor is asked at the release', async () => {
  const { agency, database, tables } = world;
  await database.plant(
    `update sec.situation_table set identifier_recipients = 'everyoneSeated' where id = $1`,
    [tables.harbour],
  );
  const story = await takeTo(world, 'deidentified');
  await openMeeting(world, ['police', 'school', 'health']);
  await database.plant(
    'update sec.table_agency set left_at = sec.domain_now() where table_id = $1 and agency_id = $2',
    [tables.harbour, agency.health],
  );
  await move(story, 'deputy', 'record-risk', { fourPoints, decidedBy: 'agreement' });
  const [decision] = await database.plant<{ present: string[] }>(
    'select agencies_present as present from app.risk_decision where situation_id = $1',
    [story.id],
  );
  expect([...decision!.present].sort()).toEqual([agency.police, agency.school].sort());

  await move(story, 'police', 'release-identifiers', { basis: 'phipa40' });
  const named = await database.plant<{ agency_id: string }>(
    'select agency_id from app.release_name where situation_id = $1',
    [story.id],
  );
  expect(named.map((row) => row.agency_id)).toEqual([agency.school]);
});
