import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { move, openMeeting, putOnTable, takeTo } from '../world/situation.js';
import { body } from '../world/world.js';
import { picture, type PageOptions, type Watched } from './browser.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

const stage = setStage();
const allFour = {
  fourPoints: ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'],
  decidedBy: 'agreement',
};

/** The coordinator's page at a meeting, deaf to what others do: events come to nobody, and none are polled for. */
async function deafPage(path: string, options?: Omit<PageOptions, 'origin' | 'token'>): Promise<Watched> {
  const watched = await stage.open('deputy', options);
  await watched.page.route('**/api/v1/events', (route) =>
    route.fulfill({ status: 200, contentType: 'text/event-stream', body: '' }),
  );
  await watched.page.goto(path);
  return watched;
}

const both = (page: Page, title = 'Somebody else changed this first') =>
  page.getByRole('dialog', { name: title });
const unexpected = (faults: readonly string[]): readonly string[] =>
  faults.filter((fault) => !fault.includes('412'));

play(
  'a decision that comes second shows both sides; what is still right is made all the same, what is too late is not',
  async () => {
    const world = stage.world();
    const story = await takeTo(world, 'deidentified');
    const id = await openMeeting(world, ['police', 'school', 'health', 'childServices']);
    await putOnTable(world, id, story.id);
    const { page, faults } = await deafPage(`/meetings/${id}`);
    await page
      .getByRole('button', { name: /recorded|Yes/ })
      .first()
      .waitFor();
    await move(story, 'deputy', 'record-risk', allFour);
    await move(story, 'deputy', 'take-back-risk');
    await page.keyboard.press('y');
    await both(page)
      .getByRole('row', { name: /Step.*Risk recorded.*Risk recorded.*Risk taken back/ })
      .waitFor();
    await expectSound(page);
    await picture(page, 'overtaken-decision');
    await both(page).getByRole('button', { name: 'Make my step all the same' }).click();
    await page.getByText(`${story.number}: Risk recorded.`).waitFor();
    expect(body(await world.actors.deputy.get(`/situations/${story.id}`))).toMatchObject({
      risk: { decidedBy: 'agreement' },
    });

    story.version = body<{ version: number }>(
      await world.actors.deputy.get(`/situations/${story.id}`),
    ).version;
    await move(story, 'police', 'release-identifiers', { basis: 'phipa40' });
    await page.keyboard.press('u');
    await both(page)
      .getByRole('row', { name: /Step.*Risk taken back.*Limited identifiers released/ })
      .waitFor();
    expect(await both(page).getByRole('button', { name: 'Make my step all the same' }).count()).toBe(0);
    await both(page).getByRole('button', { name: 'Leave it as it is' }).click();
    await both(page).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Answers at filter 3' }).waitFor();
    expect(body(await world.actors.deputy.get(`/situations/${story.id}`))).toMatchObject({
      stage: 'limited',
    });
    expect(unexpected(faults)).toEqual([]);
  },
);

play(
  'an assignment that comes second names who was asked meanwhile beside who was picked, in French',
  async () => {
    const world = stage.world();
    const { childServices, school, health } = world.agency;
    const story = await takeTo(world, 'limited');
    await move(story, 'deputy', 'close-round');
    const { page, faults } = await deafPage(`/situations/${story.id}`, { language: 'fr', width: 320 });
    await page.getByRole('button', { name: 'Désigner et solliciter' }).click();
    await page.getByRole('radiogroup', { name: 'Organisme responsable' }).getByText('Agency health').click();
    await move(story, 'deputy', 'assign', { lead: childServices, assisting: [school] });
    await page.locator('.act-form').getByRole('button', { name: 'Désigner et solliciter' }).click();
    const dialog = both(page, 'Quelqu’un d’autre l’a modifié avant vous');
    await dialog
      .getByRole('row', { name: /Agency health.*Agency childServices/ })
      .waitFor({ timeout: 20_000 });
    await expectSound(page);
    await picture(page, 'overtaken-assignment-fr-320');
    await dialog.getByRole('button', { name: 'Laisser l’état actuel' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { assignments } = body<{ assignments: { agency: { id: string } }[] }>(
      await world.actors.deputy.get(`/situations/${story.id}`),
    );
    expect(assignments.map(({ agency }) => agency.id)).not.toContain(health);
    expect(unexpected(faults)).toEqual([]);
  },
);

play('who is there and what is noted on the agenda are settled side by side', async () => {
  const world = stage.world();
  const { deputy } = world.actors;
  const { school, health } = world.agency;
  const story = await takeTo(world, 'intervention');
  const id = await openMeeting(world, ['police', 'school', 'health', 'childServices']);
  await putOnTable(world, id, story.id);
  const { page, faults } = await deafPage(`/meetings/${id}`);
  await page.getByRole('button', { name: 'Reported to the table' }).waitFor();
  await page.keyboard.press('t');
  const line = (name: string) => page.getByRole('radiogroup', { name: `Agency ${name}` });
  await line('health').waitFor();
  const markElsewhere = async (agency: string): Promise<void> => {
    body(await deputy.put(`/meetings/${id}/attendance/${agency}`, { mode: 'remote' }, { ifMatch: 1 }));
  };
  await markElsewhere(school);
  await line('school').getByText('Absent').click();
  await both(page)
    .getByRole('row', { name: /Agency school.*Absent.*Remote/ })
    .waitFor();
  await expectSound(page);
  await picture(page, 'overtaken-attendance');
  await both(page).getByRole('button', { name: 'Go on with this page' }).click();
  await both(page).waitFor({ state: 'detached' });
  // The list was read again since: only what is done from here on is not known on the page.
  await line('school').getByRole('radio', { name: 'Absent', checked: true }).waitFor();
  await markElsewhere(health);
  await line('health').getByText('Absent').click();
  await both(page)
    .getByRole('row', { name: /Agency health.*Absent.*Remote/ })
    .waitFor();
  await both(page).getByRole('button', { name: 'Go on with the other' }).click();
  await both(page).waitFor({ state: 'detached' });
  await line('school').getByRole('radio', { name: 'Absent', checked: true }).waitFor();
  await line('health').getByRole('radio', { name: 'Remote', checked: true }).waitFor();
  const modes = new Map(
    body<{ rows: { agencyId: string; mode: string }[] }>(
      await deputy.get(`/meetings/${id}/attendance`),
    ).rows.map(({ agencyId, mode }) => [agencyId, mode]),
  );
  expect([modes.get(school), modes.get(health)]).toEqual(['absent', 'remote']);
  await page.keyboard.press('Escape');

  const entry = async (): Promise<{ noted: string | null; version: number } | undefined> =>
    body<{ rows: { situationId: string; noted: string | null; version: number }[] }>(
      await deputy.get(`/meetings/${id}/agenda`),
    ).rows.find(({ situationId }) => situationId === story.id);
  for (const noted of ['reported', null])
    body(
      await deputy.put(
        `/meetings/${id}/agenda/${story.id}`,
        { noted },
        { ifMatch: (await entry())?.version ?? 0 },
      ),
    );
  await page.keyboard.press('r');
  await both(page)
    .getByRole('row', { name: new RegExp(`${story.number}.*Reported.*–`) })
    .waitFor();
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
  await both(page).getByRole('button', { name: 'Go on with this page' }).click();
  await both(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Reported to the table', pressed: true }).waitFor();
  await saved;
  expect((await entry())?.noted).toBe('reported');
  expect(unexpected(faults)).toEqual([]);
});
