import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prove, worldWithFreshProofs } from '../world/fresh-proofs.js';
import { body, type Actor, type World } from '../world/world.js';
import { codeOf, createAgency, place } from './lone-administrator.js';

/*
 * What was said yes to is what comes to be: a name that somebody reads to decide does not change before they
 * have. And nothing that one administrator does to a whole table is done without a word to its people. Given:
 * an agency is renamed while a yes for it waits; one administrator ends a table alone.
 */
let world: World;
worldWithFreshProofs((made) => {
  world = made;
});

const change = async (path: string, what: object): Promise<string> => {
  const { administrator } = world.actors;
  const answer = await administrator.patch(path, what, {
    ifMatch: String((await administrator.get(path)).headers['etag']),
  });
  return answer.status === 200 ? 'changed' : codeOf(answer);
};
const told = async (actor: Actor): Promise<string[]> =>
  body<{ rows: { what: string }[] }>(await actor.get('/table-acts?limit=50')).rows.map(({ what }) => what);
const waiting = async (actor: Actor): Promise<{ id: string; agencyName: string; tableName: string }[]> =>
  body<{ rows: { id: string; agencyName: string; tableName: string }[] }>(
    await actor.get('/joinings?limit=50'),
  ).rows;

describe('a name that is read to decide', () => {
  it.each([
    ['the agency’s name', 'agency', { name: 'Harbour Police Auxiliary' }],
    ['the agency’s sector', 'agency', { sector: 'education' }],
    ['the table’s name', 'table', { name: 'Another harbour' }],
  ] as const)('stays while the yes waits: %s', async (_, of, what) => {
    const { administrator, deputy, policeOfficer } = world.actors;
    const agency = await createAgency(administrator, 'Newcomers');
    const { joining } = await place(administrator, world.tables.harbour, agency);
    const path = of === 'agency' ? `/agencies/${agency}` : `/tables/${world.tables.harbour}`;
    const read = (await waiting(deputy)).find(({ id }) => id === joining);
    expect(await change(path, what)).toBe(`${of}.change.waits`);
    body(await deputy.post(`/joinings/${joining}/yes`));
    expect(await change(path, what)).toBe(`${of}.change.waits`);
    expect((await waiting(policeOfficer)).find(({ id }) => id === joining)).toMatchObject({
      agencyName: read!.agencyName,
      tableName: read!.tableName,
    });
    // Withdrawn, it changes; the yes that was said counts for nothing that is asked afterwards.
    body(await administrator.post(`/joinings/${joining}/refusal`));
    expect(await change(path, what)).toBe('changed');
    expect(codeOf(await policeOfficer.post(`/joinings/${joining}/yes`))).toBe('joining.decided');
  });

  it('whatever is done meanwhile, what joins has the name that both read', async () => {
    const { administrator, deputy, policeOfficer } = world.actors;
    const acts = fc.array(fc.constantFrom('rename', 'sector', 'deputy', 'officer'), {
      minLength: 4,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(acts, async (each) => {
        await prove(world);
        const agency = await createAgency(administrator, 'Meanwhile');
        const { joining } = await place(administrator, world.tables.harbour, agency);
        const { agencyName } = (await waiting(deputy)).find(({ id }) => id === joining)!;
        let joined = false;
        for (const [nth, act] of each.entries()) {
          if (act === 'rename' || act === 'sector') {
            const what =
              act === 'rename'
                ? { name: `${agencyName} ${nth}` }
                : { sector: nth % 2 === 0 ? 'education' : 'housing' };
            expect(await change(`/agencies/${agency}`, what)).toBe(
              joined ? 'changed' : 'agency.change.waits',
            );
            if (joined) return;
          } else {
            const answer = await (act === 'deputy' ? deputy : policeOfficer).post(`/joinings/${joining}/yes`);
            if ((answer.body as { outcome?: string }).outcome === 'joined') {
              joined = true;
              const at = body<{ agencies: { agencyId: string; name: string }[] }>(
                await administrator.get(`/tables/${world.tables.harbour}`),
              ).agencies.find(({ agencyId }) => agencyId === agency);
              expect(at?.name).toBe(agencyName);
            }
          }
        }
      }),
      { numRuns: 6, examples: [[['rename', 'deputy', 'rename', 'officer', 'rename']]] },
    );
  });
});

describe('what one administrator does to a table', () => {
  it('is told to its coordinators and officers: an agency’s new name', async () => {
    const { coordinator, policeOfficer, schoolOfficer } = world.actors;
    const acts = (await told(coordinator)).length;
    expect(await change(`/agencies/${world.agency.housing}`, { name: 'Harbour Homes' })).toBe('changed');
    for (const actor of [coordinator, policeOfficer, schoolOfficer])
      expect((await told(actor))[0]).toBe('renamed');
    // A sector alone, or the same name, is no other name.
    expect(await change(`/agencies/${world.agency.housing}`, { sector: 'housing' })).toBe('changed');
    expect(await change(`/agencies/${world.agency.housing}`, { name: 'Harbour Homes' })).toBe('changed');
    expect(await told(coordinator)).toHaveLength(acts + 1);
  });

  it('is told to those whose seats end with it: its end', async () => {
    const { administrator, coordinator, policeOfficer, schoolOfficer } = world.actors;
    const path = `/tables/${world.tables.harbour}`;
    const version = String((await administrator.get(path)).headers['etag']);
    await world.database.plant('delete from sec.notice');
    expect((await administrator.delete(path, { ifMatch: version })).status).toBe(204);
    for (const actor of [policeOfficer, schoolOfficer]) {
      expect((await told(actor))[0]).toBe('tableEnded');
      expect(
        body<{ rows: { code: string }[] }>(await actor.get('/notices?limit=50')).rows.map(({ code }) => code),
      ).toContain('table.acts');
    }
    // Nobody coordinates it any more: a coordinator is told by the email that every notice of the table becomes.
    const [kept] = await world.database.plant<{ told: boolean }>(
      `select sec.is_told_still(n) as told from sec.notice n where n.user_id = $1 and n.code = 'table.acts'`,
      [coordinator.userId],
    );
    expect(kept).toEqual({ told: true });
  });
});
