import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canary, takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

interface Page<T> {
  rows: T[];
  next: string | null;
}

describe('a privacy officer answers for the own agency', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await createWorld();
    story = await takeTo(world, 'intervention');
    await world.actors.childServices.get(`/situations/${story.id}/tier4`);
  });
  afterAll(async () => {
    await world.close();
  });

  it('sees what the agency gave and was given, and no content', async () => {
    const { policeOfficer, schoolOfficer } = world.actors;
    const given = body<Page<{ agency: string; given: boolean; number: string }>>(
      await policeOfficer.get('/privacy/disclosures'),
    );
    expect(given.rows.length).toBeGreaterThan(3);
    expect(given.rows.every((row) => row.given && row.number === story.number)).toBe(true);
    const received = body<Page<{ agency: string; given: boolean }>>(
      await schoolOfficer.get('/privacy/disclosures'),
    );
    expect(received.rows.every((row) => !row.given && row.agency === 'Agency school')).toBe(true);
    const everything = JSON.stringify([
      given,
      received,
      (await policeOfficer.get('/privacy/audit?about=situations')).body,
      (await policeOfficer.get('/privacy/consents')).body.rows,
    ]);
    for (const word of Object.values(canary)) expect(everything).not.toContain(word);
    for (const page of ['tier3', 'tier4'])
      expect((await policeOfficer.get(`/situations/${story.id}/${page}`)).status).toBe(403);
  });

  it('pages through who opened what, without a gap or a repeat', async () => {
    const { policeOfficer, schoolOfficer } = world.actors;
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Page<{ at: string; action: string; who: string }> = body(
        await policeOfficer.get(
          `/privacy/audit?about=situations&limit=4${next === '' ? '' : `&after=${next}`}`,
        ),
      );
      seen.push(...page.rows.map(({ at, action }) => `${at} ${action}`));
      next = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.some((line) => line.endsWith('tier.open'))).toBe(true);
    const stolen = body<Page<unknown>>(await policeOfficer.get('/privacy/audit?about=situations&limit=2'));
    expect(
      (await schoolOfficer.get(`/privacy/audit?about=situations&limit=2&after=${stolen.next ?? ''}`)).body
        .code,
    ).toBe('request.cursorInvalid');
    const people = body<Page<{ agency: string }>>(await schoolOfficer.get('/privacy/audit?about=people'));
    expect(people.rows.length).toBeGreaterThan(0);
    expect(people.rows.every((row) => row.agency === 'Agency school')).toBe(true);
  });

  it('is told who opened what the agency brought, and not when others answered, planned or wrote', async () => {
    const told = [
      ...body<Page<{ action: string; agency: string | null }>>(
        await world.actors.policeOfficer.get('/privacy/audit?about=situations&limit=50'),
      ).rows,
      ...body<Page<{ action: string; agency: string | null }>>(
        await world.actors.police.get(`/situations/${story.id}/who-saw`),
      ).rows,
    ];
    const byOthers = new Set(
      told.filter(({ agency }) => agency !== 'Agency police').map(({ action }) => action.split('.')[1]),
    );
    expect([...byOthers].filter((what) => !['open', 'list', 'card'].includes(what ?? ''))).toEqual([]);
    expect(byOthers.size).toBeGreaterThan(0);
    expect(
      told.some(
        ({ action, agency }) => action === 'situation.releaseIdentifiers' && agency === 'Agency police',
      ),
    ).toBe(true);
  });

  it('says what was opened at night by the clock of the table, wherever the officer is', async () => {
    const late = async (): Promise<boolean[]> =>
      body<Page<{ late: boolean }>>(
        await world.actors.policeOfficer.get('/privacy/audit?about=situations&limit=50'),
      ).rows.map((row) => row.late);
    const zone = async (hourThere: number): Promise<unknown> =>
      world.database.plant(
        `update sec.situation_table set time_zone = (select z.name from pg_timezone_names z where sec.is_time_zone(z.name)
           and z.name like '%/%' and extract(hour from clock_timestamp() at time zone z.name) = $2 order by z.name limit 1)
         where id = $1`,
        [world.tables.harbour, hourThere],
      );
    await zone(3);
    expect(new Set(await late())).toEqual(new Set([true]));
    await zone(12);
    const [day] = await world.database.plant<{ weekend: boolean }>(
      `select extract(isodow from clock_timestamp() at time zone time_zone) > 5 as weekend from sec.situation_table where id = $1`,
      [world.tables.harbour],
    );
    expect(new Set(await late())).toEqual(new Set([day!.weekend]));
  });

  it('counts are for coordinators and officers, a page at a time', async () => {
    for (const who of [world.actors.deputy, world.actors.policeOfficer])
      expect(body(await who.get('/privacy/audit-counts'))).toEqual({ rows: [], next: null });
    expect((await world.actors.school.get('/privacy/audit-counts')).status).toBe(403);
  });
});
