import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayIn, dayOf, type Day } from '#domain/days';
import { move, takeTo } from '../world/situation.js';
import { buildProduct } from '../world/built.js';
import { body, createWorld, type World } from '../world/world.js';
import { serveIn, type ZonedServer } from './zoned-server.js';

/*
 * "Today" is the day on the table's calendar. It is neither the server's day nor UTC's: given, an agency
 * placed at 20:28 on 4 November joined on 5 November. Every test runs under three servers, where both the
 * process and PostgreSQL are in another zone.
 */
let world: World;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zoned-keys-'));
  buildProduct();
  world = await createWorld();
  // The Valley table is being founded, so that an agency is placed at once.
  await world.database.plant('update sec.situation_table set founding = true where id = $1', [
    world.tables.valley,
  ]);
  await world.database.plant('insert into sec.table_agency (table_id, agency_id) values ($1, $2)', [
    world.tables.valley,
    world.agency.foodBank,
  ]);
}, 120_000);
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const toronto = 'America/Toronto';
/** Evenings in Toronto that are the next day, month and year in UTC. */
const evening = '2027-11-05T00:28:00Z'; // 20:28 on 4 November
const lastOfMonth = '2027-09-01T03:10:00Z'; // 23:10 on 31 August
const lastOfYear = '2028-01-01T04:30:00Z'; // 23:30 on 31 December

async function setTo(at: string): Promise<void> {
  await world.database.plant('update sec.demo_clock set ahead = $1::timestamptz - clock_timestamp()', [at]);
}
async function moveTableTo(timeZone: string): Promise<void> {
  await world.database.plant('update sec.situation_table set time_zone = $1', [timeZone]);
}

describe.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])('on a server in %s', (zone) => {
  let server: ZonedServer;
  beforeAll(async () => {
    server = await serveIn(world, join(folder, 'keys'), zone);
  }, 60_000);
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    await moveTableTo(toronto);
  });

  interface Table {
    agencies: { agencyId: string; joinedOn: string }[];
  }
  /**
   * Takes the food bank off the table and places it again. @returns the day on which it joined, as the
   * table's page says
   */
  async function placeAgain(): Promise<string> {
    const { administrator } = server.actors;
    const path = `/tables/${world.tables.valley}`;
    const place = `${path}/agencies/${world.agency.foodBank}`;
    const version = async () => String((await administrator.get(path)).headers['etag']);
    body(await administrator.delete(place, { ifMatch: await version() }));
    body(await administrator.put(place, { hasAccount: false }, { ifMatch: await version() }));
    const { agencies } = body<Table>(await administrator.get(path));
    return agencies.find(({ agencyId }) => agencyId === world.agency.foodBank)?.joinedOn ?? '';
  }

  it('an agency placed at 20:28 on 4 November joined on 4 November', async () => {
    await setTo(evening);
    expect(await placeAgain()).toBe('2027-11-04');
  });

  it('an agency joins on the day that its table has, whenever and wherever', async () => {
    const zones = fc.constantFrom(
      'America/Winnipeg',
      'America/St_Johns',
      'Pacific/Auckland',
      'Pacific/Honolulu',
    );
    const from = Date.parse('2027-01-01T00:00:00Z');
    const instants = fc
      .integer({ min: 0, max: 500 * 24 * 60 })
      .map((minutes) => from + minutes * 60_000 + 1000);
    await fc.assert(
      fc.asyncProperty(zones, instants, async (tableZone, at) => {
        await moveTableTo(tableZone);
        await setTo(new Date(at).toISOString());
        expect(await placeAgain()).toBe(dayIn(tableZone, at + 500));
      }),
      { numRuns: 12 },
    );
  });

  it('a number has the year, a situation and its services the month that the table has', async () => {
    await setTo(lastOfMonth);
    const story = await takeTo({ ...world, actors: server.actors }, 'intervention');
    const card = body<{ openedMonth: string; services: { month: string }[]; gaps: { month: string }[] }>(
      await server.actors.childServices.get(`/situations/${story.id}`),
    );
    expect(card.openedMonth).toBe('2027-08');
    expect(card.services.map(({ month }) => month)).toEqual(['2027-08']);
    expect(card.gaps.map(({ month }) => month)).toEqual(['2027-08']);
    await setTo(lastOfYear);
    const last = await takeTo({ ...world, actors: server.actors }, 'deidentified');
    expect(last.number).toMatch(/^2027-/);
  });

  it('a conclusion of the evening can be corrected through the day that it names', async () => {
    await setTo(evening);
    const story = await takeTo({ ...world, actors: server.actors }, 'concluded');
    const read = async () =>
      body<{ conclusion: { concludedOn: Day; sealAfter: Day }; offered: string[] }>(
        await server.actors.deputy.get(`/situations/${story.id}`),
      );
    const { conclusion } = await read();
    expect(conclusion).toMatchObject({
      concludedOn: '2027-11-04',
      sealAfter: addDays(dayOf('2027-11-04'), 30),
    });
    // 23:50 on the last day in Toronto is already the day after in UTC.
    await setTo('2027-12-05T04:50:00Z');
    expect((await read()).offered).toContain('reopen');
    await setTo('2027-12-05T05:10:00Z');
    expect((await read()).offered).not.toContain('reopen');
  });

  it('a term that is retired at the end of the day can be chosen until the table’s midnight', async () => {
    await setTo(evening);
    const story = await takeTo({ ...world, actors: server.actors }, 'limited');
    await world.database.plant(`alter table codebook.term disable trigger user`);
    await world.database.plant(
      `update codebook.term set active_to = '2027-11-04' where list = 'legalBasis' and code = 'phipa40'`,
    );
    try {
      await move(story, server.actors.police, 'release-again', {
        basis: 'phipa40',
        agencies: [world.agency.health],
      });
      await setTo('2027-11-05T04:10:00Z');
      await expect(
        move(story, server.actors.police, 'release-again', {
          basis: 'phipa40',
          agencies: [world.agency.health],
        }),
      ).rejects.toThrow('basisGiven');
    } finally {
      await world.database.plant(
        `update codebook.term set active_to = null where list = 'legalBasis' and code = 'phipa40'`,
      );
      await world.database.plant(`alter table codebook.term enable trigger user`);
    }
  });
});
