import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canary, takeTo, type Story } from '../world/situation.js';
import { body, createWorld, type World } from '../world/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

interface Package {
  number: string;
  texts: { field: string; text: string }[];
}
const ask = async (story: Story): Promise<{ id: string }> =>
  body(await world.actors.policeOfficer.post('/openings', { situation: story.id, purpose: 'accessRequest' }));
const agoBy = (column: string, id: string, minutes: number): Promise<unknown> =>
  world.database.plant(
    `update app.opening set ${column} = ${column} - $1 * interval '1 minute' where id = $2`,
    [minutes, id],
  );

describe('what is concluded opens for two people', () => {
  it('an officer asks, the coordinator approves, and the officer reads what the own agency wrote, and only that', async () => {
    const { policeOfficer, deputy, schoolOfficer, valleyCoordinator, police } = world.actors;
    const story = await takeTo(world, 'concluded');
    const { id } = await ask(story);
    expect(
      (await policeOfficer.post('/openings', { situation: story.id, purpose: 'accessRequest' })).body.code,
    ).toBe('opening.askedAlready');
    expect((await policeOfficer.get(`/openings/${id}/package`)).body.code).toBe('opening.notApproved');
    expect((await policeOfficer.post(`/openings/${id}/approve`)).body.code).toBe('opening.samePerson');
    expect((await valleyCoordinator.post(`/openings/${id}/approve`)).status).toBe(404);
    expect((await police.get('/openings')).status).toBe(403);
    expect((await deputy.get('/openings')).body.rows).toMatchObject([
      { id, number: story.number, agency: 'Agency police', waits: true, mine: false },
    ]);
    expect((await deputy.post(`/openings/${id}/approve`)).status).toBe(200);
    const opened = body<Package>(await policeOfficer.get(`/openings/${id}/package`));
    const text = JSON.stringify(opened);
    expect(opened.number).toBe(story.number);
    for (const own of [
      canary.familyName,
      canary.address,
      canary.full,
      canary.safety,
      canary.consent,
      canary.summary,
    ])
      expect(text).toContain(own);
    for (const others of [canary.plan, canary.detail, canary.note]) expect(text).not.toContain(others);
    for (const actor of [schoolOfficer, deputy])
      expect([403, 404]).toContain((await actor.get(`/openings/${id}/package`)).status);
    const events = await world.database.plant<{ action: string; purpose: string }>(
      `select action, purpose from audit.event where object_id = $1 and purpose = 'accessRequest' order by seq`,
      [story.id],
    );
    expect(events.map(({ action }) => action)).toEqual(['opening.ask', 'opening.approve', 'tier.open']);
    expect((await police.get(`/situations/${story.id}/tier4`)).status).toBe(404);
  });

  it('another officer whose agency has to do with it may be the second; the half hours end', async () => {
    const { policeOfficer, schoolOfficer, deputy } = world.actors;
    const story = await takeTo(world, 'concluded');
    const late = await ask(story);
    await agoBy('asked_at', late.id, 31);
    expect((await deputy.post(`/openings/${late.id}/approve`)).body.code).toBe('opening.tooLate');
    const { id } = await ask(story);
    const stranger = await world.enter('healthOfficer', {
      persona: 'privacy',
      table: null,
      agency: 'foodBank',
    });
    expect((await stranger.post(`/openings/${id}/approve`)).status).toBe(404);
    expect((await schoolOfficer.post(`/openings/${id}/approve`)).status).toBe(200);
    expect((await schoolOfficer.post(`/openings/${id}/approve`)).body.code).toBe('opening.approvedAlready');
    expect((await policeOfficer.get(`/openings/${id}/package`)).status).toBe(200);
    await agoBy('approved_at', id, 31);
    expect((await policeOfficer.get(`/openings/${id}/package`)).body.code).toBe('opening.tooLate');
  });

  it('nothing that is still open, and nothing to an agency that has nothing to do with it', async () => {
    const open = await takeTo(world, 'intervention');
    expect(
      (await world.actors.policeOfficer.post('/openings', { situation: open.id, purpose: 'courtOrder' })).body
        .code,
    ).toBe('opening.stage');
    const stranger = await world.enter('foodOfficer', {
      persona: 'privacy',
      table: null,
      agency: 'foodBank',
    });
    expect((await stranger.post('/openings', { situation: open.id, purpose: 'courtOrder' })).status).toBe(
      404,
    );
  });

  it('no audit, no key: a package whose event cannot be written is not given', async () => {
    const story = await takeTo(world, 'concluded');
    const { id } = await ask(story);
    body(await world.actors.deputy.post(`/openings/${id}/approve`));
    await world.database.plant(
      `create function audit.refuse() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$; create trigger refuse before insert on audit.event for each row execute function audit.refuse()`,
    );
    expect((await world.actors.policeOfficer.get(`/openings/${id}/package`)).status).toBeGreaterThanOrEqual(
      500,
    );
    await world.database.plant('drop trigger refuse on audit.event; drop function audit.refuse()');
    expect((await world.actors.policeOfficer.get(`/openings/${id}/package`)).status).toBe(200);
  });
});

it('the administrator sees backups and the keyring, nobody else does', async () => {
  await world.data.asJob('', (queries) => queries.rows(`select sec.note_backup('data', 12, 0, 3400)`));
  expect((await world.actors.administrator.get('/administration/backups')).body).toMatchObject({
    rows: [{ kind: 'data', rows: 10, bytes: 3400 }],
    next: null,
  });
  expect((await world.actors.administrator.get('/administration/keyring')).body).toMatchObject({
    rolling: false,
    earlier: [],
  });
  for (const actor of [world.actors.policeOfficer, world.actors.auditor, world.actors.deputy])
    expect((await actor.get('/administration/keyring')).status).toBe(403);
});
