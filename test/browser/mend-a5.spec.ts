import { expect } from '@jest/globals';
import { runScheduledJob } from '#database/jobs';
import { takeTo } from '../world/situation.js';
import { body } from '../world/world.js';
import { fetchedBy, picture } from './browser.js';
import { play, setStage } from './stage.js';

/*
 * The last seat of an agency with a role ends: its coordinator and its privacy officer see it on their own
 * pages, in both languages, and do there what brings the role to somebody else.
 */
const stage = setStage();

/** The administrator ends a seat over HTTP. */
async function endSeat(seat: string): Promise<void> {
  const { administrator } = stage.world().actors;
  const tag = String((await administrator.get(`/seats/${seat}`)).headers['etag']);
  body(await administrator.delete(`/seats/${seat}`, { ifMatch: tag }));
}

interface Seen {
  readonly assignments: readonly { readonly agency: { readonly id: string }; role: string; state: string }[];
}

play(
  'the coordinator sees that nobody leads any more, and gives the lead to an assisting agency',
  async () => {
    const world = stage.world();
    const story = await takeTo(world, 'intervention');
    await endSeat(world.actors.childServices.seatId);
    await world.ahead('7 days');
    await runScheduledJob(world.data, 'handedOver');
    const { page, faults } = await stage.open('deputy');
    await page.goto('/meetings');
    await page.getByRole('heading', { name: 'Roles that nobody holds (1)' }).waitFor();
    await page.getByText('Nobody represents Agency childServices any more, which leads.').waitFor();
    await page.getByText(/^The last seat was ended. Since /).waitFor();
    await picture(page, 'hand-over');
    await page.getByRole('link', { name: story.number }).first().click();
    await page.getByRole('button', { name: 'Give the role to another agency' }).click();
    const form = page.locator('.act-form');
    await form.getByRole('radio', { name: 'Agency school' }).check();
    await form.getByRole('button', { name: 'Give the role to another agency' }).click();
    await page.getByText('Role given to another agency.', { exact: true }).first().waitFor();
    const seen = body<Seen>(await world.actors.deputy.get(`/situations/${story.id}`));
    expect(
      seen.assignments
        .filter(({ role, state }) => role === 'lead' && state === 'accepted')
        .map(({ agency }) => agency.id),
    ).toEqual([world.agency.school]);
    await page.goto('/meetings');
    await page.getByRole('heading', { name: 'Meetings', exact: true }).waitFor();
    await fetchedBy(page, ['/api/v1/tasks']);
    expect(await page.getByText('Roles that nobody holds').count()).toBe(0);
    expect(faults).toEqual([]);
  },
);

play('the privacy officer gives the role of an agency back, in French', async () => {
  const world = stage.world();
  await takeTo(world, 'planning');
  await endSeat(world.actors.school.seatId);
  const { page, faults } = await stage.open('schoolOfficer', { language: 'fr' });
  await page.goto('/privacy');
  await page.getByRole('heading', { name: /Rôles sans titulaire/ }).waitFor();
  await picture(page, 'hand-over-officer');
  const lines = page.getByText('Plus personne ne représente Agency school, qui est en appui.', {
    exact: true,
  });
  const line = page.getByRole('listitem').filter({ has: lines.first() });
  await line.getByRole('button', { name: 'Rendre le rôle' }).click();
  await line.getByRole('radio', { name: 'Pas de capacité en ce moment' }).check();
  // The form's own button stands before the one that opened it.
  await line.getByRole('button', { name: 'Rendre le rôle' }).first().click();
  await lines.first().waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});
