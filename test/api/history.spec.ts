import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listNewestFirst } from '#database/situations';
import { createWorld, type World } from '../world/world.js';

interface Node {
  readonly 'Relation Name'?: string;
  readonly 'Actual Loops': number;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

/** The rows of one SQL table that a plan took up, kept or not. */
const takenUp = (node: Node, table: string): number =>
  (node['Relation Name'] === table
    ? node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0))
    : 0) + (node.Plans ?? []).reduce((sum, each) => sum + takenUp(each, table), 0);

/* What makes a search slow after years is no index but rows that nobody asked for. Their number is the same on every machine; time is not. */
describe('a search in a long history', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    const { tables, agency } = world;
    await world.database.plant(`set session_replication_role = replica`);
    await world.database.plant(
      `with made as (
        insert into app.situation (table_id, id, year, sequence, stage, opened_month) select $1, gen_random_uuid(), 2015, n, 'concluded', '2015-01-01' from generate_series(1, 3000) n returning table_id, id),
      coded as (insert into app.tier2 (table_id, situation_id, type, risk_factors) select table_id, id, 'person', array['alcohol.alcohol-abuse-by-person'] from made)
      insert into app.assignment (table_id, situation_id, agency_id, role, state, asked_at, contact_due_at) select table_id, id, case when random() < 0.1 then $2::uuid else $3 end, 'lead', 'accepted', now(), now() from made`,
      [tables.harbour, agency.school, agency.health],
    );
    await world.database.plant(`set session_replication_role = origin`);
    for (const table of ['situation', 'tier2', 'assignment'])
      await world.database.plant(`analyze app.${table}`);
  }, 60_000);
  afterAll(async () => {
    await world.close();
  });

  it('takes up the assignments of the page that it shows, not all that the agency ever had', async () => {
    const [page, plan] = await world.data.as(
      world.actors.school.key,
      crypto.randomUUID(),
      async (session) => {
        const asked = [
          ['concluded'],
          null,
          null,
          null,
          null,
          'alcohol.alcohol-abuse-by-person',
          null,
          false,
          null,
          null,
          26,
        ];
        return [
          await session.rows(listNewestFirst.sql, asked),
          await session.rows<{ 'QUERY PLAN': readonly [{ Plan: Node }] }>(
            `explain (analyze, format json) ${listNewestFirst.sql}`,
            asked,
          ),
        ] as const;
      },
    );
    expect(page).toHaveLength(26);
    // Its own, and the lead's.
    expect(takenUp(plan[0]!['QUERY PLAN'][0].Plan, 'assignment')).toBeLessThanOrEqual(4 * 26);
    expect(takenUp(plan[0]!['QUERY PLAN'][0].Plan, 'assignment')).toBeGreaterThan(0);
  });
});
