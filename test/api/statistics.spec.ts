import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomeRecords, demoShape, seededRandom } from '#statistics';
import { runScheduledJobs } from '#database/jobs';
import { canary, takeTo } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

interface Table {
  cells: { by: string | null; and?: string | null; records: number }[];
  remainder: number;
  total: number;
}

/** Plants past outcome records; the year of the world's clock is left for the situation of the story. */
async function plantPast(world: World): Promise<number> {
  const rows = [...outcomeRecords(demoShape(2026), seededRandom(11))];
  await world.database.plant(
    `insert into stats.sealed_record (year, month, table_id, region, status, type, age_band, sex, originating_sector, conclusion_group, conclusion_reason)
    select r.year, make_date(r.year, r.month, 1), $2, 'East', r.status, r.type, r."ageBand", r.sex, r."originatingSector", r."conclusionGroup", r."conclusionReason"
    from jsonb_to_recordset($1) as r(year int, month int, status text, type text, "ageBand" text, sex text, "originatingSector" text, "conclusionGroup" text, "conclusionReason" text)`,
    [JSON.stringify(rows), world.tables.harbour],
  );
  return Math.max(...rows.map(({ year }) => year));
}

describe('from conclusion to a figure', () => {
  let world: World;
  let year: number;
  beforeAll(async () => {
    world = await createWorld();
    year = await plantPast(world);
  });
  afterAll(async () => {
    await world.close();
  });

  it('seals after the window into a record without a link, which nobody can read', async () => {
    const story = await takeTo(world, 'concluded');
    await world.ahead('40 days');
    await runScheduledJobs(world.data);
    const records = await world.database.plant<Record<string, unknown>>(
      `select * from stats.sealed_record where table_id = $1 and status = 'concluded' and lead_sector = 'child-youth-and-family-services' and assisting_sectors = '{education}'`,
      [world.tables.harbour],
    );
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      type: 'person',
      age_band: '12-17',
      sex: 'female',
      risk_after: 'reduced',
      conclusion_group: 'overall-risk-lowered',
    });
    expect(JSON.stringify(records[0])).not.toContain(story.id);
    expect(JSON.stringify(records[0])).not.toContain(canary.summary);
    const reopened = await world.actors.deputy.post(
      `/situations/${story.id}/moves/reopen`,
      {},
      { ifMatch: story.version },
    );
    expect(reopened.body.code).toBe('move.withinCorrectionWindow');
    for (const persona of ['auditor', 'coordinator', 'rep', 'administrator'] as const) {
      await expect(
        world.database
          .plant(`set role ${persona}`)
          .then(() => world.database.plant('select * from stats.sealed_record')),
      ).rejects.toMatchObject({ code: '42501' });
      await world.database.plant('reset role');
    }
  });

  it('shows an auditor figures in which no class and no difference is below 11', async () => {
    await world.ahead('400 days');
    await runScheduledJobs(world.data);
    const { auditor, secondAuditor, policeOfficer, school } = world.actors;
    const by = async (query: string): Promise<Table> =>
      body<Table>(await auditor.get(`/statistics/across-tables/figures?year=${year}&${query}`));
    const tables = [await by('by=type'), await by('by=conclusionGroup'), await by('by=ageBand&and=sex')];
    for (const table of tables) {
      expect(table.cells.length).toBeGreaterThan(0);
      expect(table.cells.every(({ records }) => records >= 11)).toBe(true);
      expect(table.remainder === 0 || table.remainder >= 11).toBe(true);
    }
    // What subtraction can reach: a cell less any set of the cells that stand inside it.
    const whole = tables[0]?.cells ?? [];
    const inside = (await by('by=type&and=ageBand')).cells;
    for (const cell of whole) {
      const parts = inside.filter((part) => part.by === cell.by).map(({ records }) => records);
      for (let subset = 0; subset < 2 ** parts.length; subset += 1) {
        const difference =
          cell.records - parts.reduce((sum, records, i) => sum + ((subset >> i) % 2 === 1 ? records : 0), 0);
        expect(difference === 0 || difference >= 11).toBe(true);
      }
    }
    expect(new Set(tables.map(({ total }) => total)).size).toBe(1);

    const asked = body<{ id: string }>(await auditor.post('/statistics/exports', { year }));
    expect((await auditor.get(`/statistics/exports/${asked.id}/records.csv`)).body.code).toBe(
      'statistics.export.notApproved',
    );
    expect((await auditor.post(`/statistics/exports/${asked.id}/approve`)).body.code).toBe(
      'statistics.export.secondPerson',
    );
    body(await policeOfficer.post(`/statistics/exports/${asked.id}/approve`));
    const file = await auditor.get(`/statistics/exports/${asked.id}/records.csv`);
    const lines = file.text.trim().split('\r\n').slice(1);
    const classes = new Map<string, number>();
    for (const line of lines) classes.set(line, (classes.get(line) ?? 0) + 1);
    expect(lines.length).toBeGreaterThan(0);
    for (const records of classes.values()) expect(records).toBeGreaterThanOrEqual(11);
    const manifest = body<{ records: number; withheld: string[] }>(
      await auditor.get(`/statistics/exports/${asked.id}/manifest`),
    );
    expect(manifest.records).toBe(lines.length);
    expect(manifest.withheld).toContain('Risk Factors');
    expect((await secondAuditor.get('/statistics/own-table/years')).status).toBe(403);
    expect((await school.get(`/statistics/across-tables/figures?year=${year}&by=type`)).status).toBe(403);
    expect(
      body<Table>(await school.get(`/statistics/own-table/conclusions?year=${year}`)).cells.every(
        ({ records }) => records >= 11,
      ),
    ).toBe(true);
  });

  it('takes a fresh proof to ask, to approve and to fetch, at the route and in PostgreSQL', async () => {
    const { auditor, secondAuditor } = world.actors;
    const asked = body<{ id: string }>(await auditor.post('/statistics/exports', { year }));
    const proof = (since: string): Promise<unknown> =>
      world.database.plant(
        'update sec.session set stepped_up_at = clock_timestamp() - $1::interval where user_id = any ($2)',
        [since, [auditor.userId, secondAuditor.userId]],
      );
    await proof('6 minutes');
    for (const answer of [
      await auditor.post('/statistics/exports', { year }),
      await secondAuditor.post(`/statistics/exports/${asked.id}/approve`),
      await auditor.get(`/statistics/exports/${asked.id}/records.csv`),
    ]) {
      expect(answer.body.code).toBe('account.stepUp.needed');
    }
    for (const call of [
      `stats.ask_export(${year})`,
      `stats.approve_export('${asked.id}')`,
      `stats.note_download('${asked.id}', 'started')`,
    ]) {
      await expect(
        world.data.as(secondAuditor.key, '', (session) => session.rows(`select ${call}`)),
      ).rejects.toMatchObject({ message: 'account.stepUp.needed' });
    }
    await proof('0');
    body(await secondAuditor.post(`/statistics/exports/${asked.id}/approve`));
  });

  it('is cut once: what is sealed later changes nothing that was shown', async () => {
    const before = body<Table>(
      await world.actors.auditor.get(`/statistics/across-tables/figures?year=${year}&by=type`),
    );
    await plantPast(world);
    await world.ahead('30 days');
    await runScheduledJobs(world.data);
    expect(
      body<Table>(await world.actors.auditor.get(`/statistics/across-tables/figures?year=${year}&by=type`)),
    ).toEqual(before);
  });
});
