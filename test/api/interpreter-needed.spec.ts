import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runScheduledJobs } from '#database/jobs';
import { codebook } from '#domain/vocabulary';
import { draft, takeTo, type Reached, type Story } from '../world/situation.js';
import { body, createWorld, type Name, type World } from '../world/world.js';

interface Tier2 {
  readonly interpreterNeeded: string | null;
  readonly version: number;
}

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const bring = async (reached: Reached, interpreterNeeded?: string): Promise<Story> =>
  takeTo(world, reached, interpreterNeeded === undefined ? draft : { ...draft, interpreterNeeded });
const seenBy = async (who: Name, story: Story): Promise<Tier2> =>
  body<{ tier2: Tier2 }>(await world.actors[who].get(`/situations/${story.id}`)).tier2;
const codes = codebook.interpreterNeeded.map(({ code }) => code);

describe('whether an interpreter is needed', () => {
  it('is yes, no or unknown, and is said in both languages', () => {
    expect(codebook.interpreterNeeded.map(({ code, labelEn, labelFr }) => [code, labelEn, labelFr])).toEqual([
      ['yes', 'Yes', 'Oui'],
      ['no', 'No', 'Non'],
      ['unknown', 'Unknown', 'Inconnu'],
    ]);
  });

  it('is on the card for every seat of the table, and for no other seat', async () => {
    const story = await bring('deidentified', 'yes');
    for (const who of ['police', 'school', 'housing', 'coordinator'] as const)
      expect([who, (await seenBy(who, story)).interpreterNeeded]).toEqual([who, 'yes']);
    for (const who of ['valley', 'valleyCoordinator'] as const)
      expect((await world.actors[who].get(`/situations/${story.id}`)).status).toBe(404);
    expect((await world.actors.auditor.get(`/situations/${story.id}`)).status).toBe(403);
  });

  it('is not known where it was not said', async () => {
    expect((await seenBy('school', await bring('deidentified'))).interpreterNeeded).toBeNull();
  });

  it('is corrected by the agency that brought the situation, to any code in any order, and emptied', async () => {
    const story = await bring('deidentified', 'yes');
    const { type, riskFactors } = draft;
    let { version } = await seenBy('police', story);
    const put = async (who: Name, interpreterNeeded: string | null) =>
      world.actors[who].put(
        `/situations/${story.id}/tier2`,
        { type, riskFactors, ...(interpreterNeeded === null ? {} : { interpreterNeeded }) },
        { ifMatch: version },
      );
    expect((await put('school', 'no')).status).toBe(403);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...codes, null), async (code) => {
        body(await put('police', code));
        version += 1;
        expect((await seenBy('school', story)).interpreterNeeded).toBe(code);
      }),
      { numRuns: 8 },
    );
  });

  it('is no other word: neither a language nor a list', async () => {
    const { police } = world.actors;
    for (const interpreterNeeded of ['tigrinya', 'Yes', 'french', 'male', ['yes'], true]) {
      const kept = await police.post('/screenings', { ...draft, interpreterNeeded });
      if (kept.status >= 400) continue;
      const brought = await police.post(
        `/screenings/${body<{ id: string }>(kept).id}/bring-to-table`,
        { ownMeansExhausted: true },
        { ifMatch: 1 },
      );
      expect([interpreterNeeded, brought.status]).toEqual([interpreterNeeded, 400]);
    }
    const added = await world.actors.administrator.post('/codebook/changes', {
      kind: 'add',
      list: 'interpreterNeeded',
      code: 'tigrinya',
      content: { labelEn: 'Tigrinya', labelFr: 'Tigrigna', activeFrom: '2026-01-01' },
    });
    expect(added.body.code).toBe('codebook.change.listClosed');
  });
});

describe('what remains of a situation', () => {
  it('says it of a concluded one, says nothing of a rejected one, and no figure is cut by it', async () => {
    const { actors, database, data } = world;
    await bring('rejected', 'yes');
    await bring('concluded', 'unknown');
    await world.ahead('45 days');
    await runScheduledJobs(data);
    const rows = await database.plant<{ status: string; interpreter_needed: string | null }>(
      'select status, interpreter_needed from stats.sealed_record order by status',
    );
    expect(rows).toEqual([
      { status: 'concluded', interpreter_needed: 'unknown' },
      { status: 'rejected', interpreter_needed: null },
    ]);
    await expect(
      database.plant(`update stats.sealed_record set interpreter_needed = 'yes' where status = 'rejected'`),
    ).rejects.toMatchObject({ constraint: 'sealed_record_interpreter_needed' });
    const figures = async (query: string): Promise<number> =>
      (await actors.auditor.get(`/statistics/across-tables/figures?year=2026&${query}`)).status;
    expect([await figures('by=type'), await figures('by=type&and=sex')]).not.toContain(400);
    for (const query of ['by=interpreterNeeded', 'by=type&and=interpreterNeeded'])
      expect([query, await figures(query)]).toEqual([query, 400]);
    const columns = await database.plant<{ at: string }>(
      `select table_schema || '.' || table_name as at from information_schema.columns
      where column_name = 'interpreter_needed' order by 1`,
    );
    expect(columns.map(({ at }) => at)).toEqual(['app.tier2', 'stats.sealed_record']);
  });
});
