import { beforeAll, expect } from '@jest/globals';
import { runScheduledJobs } from '#database/jobs';
import { canary, takeTo, type Story } from '../world/situation.js';
import { body } from '../world/world.js';
import { counted, picture } from './browser.js';
import { expectSound } from './sound.js';
import { receive } from './received.js';
import { looksOfToday } from './screens.js';
import { play, setStage } from './stage.js';

const stage = setStage();
let story: Story;
let sealed: Story;

/**
 * One situation at work, one concluded and sealed, and a seat and an invitation that wait for the officer of
 * the police.
 */
beforeAll(async () => {
  const world = stage.world();
  const { actors, agency } = world;
  await world.database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
  sealed = await takeTo(world, 'concluded');
  await world.ahead('45 days');
  await runScheduledJobs(world.data);
  story = await takeTo(world, 'intervention');
  body(await actors.childServices.get(`/situations/${story.id}/tier4`));
  const endsAt = new Date(Date.now() + 200 * 86_400_000).toISOString();
  body(
    await actors.deputy.post('/seat-offers', {
      signInName: actors.valley.signInName,
      persona: 'rep',
      agencyId: agency.police,
      endsAt,
    }),
  );
  body(
    await actors.administrator.post('/users', {
      signInName: 'new.person',
      displayName: 'New Person',
      language: 'en',
      agencyId: agency.police,
    }),
  );
  body(await actors.police.post(`/situations/${sealed.id}/hold-requests`, { reason: 'complaint' }));
});

const titles = {
  en: {
    saw: 'Who saw what',
    ledger: 'Disclosures',
    seats: 'Who sits',
    keeping: 'What will be destroyed',
    exports: 'Files asked for',
    card: 'the card',
  },
  fr: {
    saw: 'Qui a vu quoi',
    ledger: 'Divulgations',
    seats: 'Qui siège',
    keeping: 'Ce qui sera détruit',
    exports: 'Fichiers demandés',
    card: 'la fiche',
  },
} as const;

for (const [language, width] of looksOfToday) {
  play(`an officer reads every part, and no content reaches the page (${language}, ${width})`, async () => {
    const watched = await stage.open('policeOfficer', { language, width });
    const { page, context, faults } = watched;
    const received = await receive(watched);
    const title = titles[language];
    await page.goto('/privacy');
    await page.getByText(title.card).first().waitFor();
    await page.getByRole('heading', { name: story.number }).waitFor();
    await expectSound(page);
    await picture(page, `privacy-${language}-${width}`);
    for (const [view, heading] of [
      ['seats', title.seats],
      ['keeping', title.keeping],
      ['exports', title.exports],
    ] as const) {
      await page.goto(`/privacy?view=${view}`);
      await page.getByRole('heading', { name: heading }).waitFor();
      await page.locator('.office-line, .empty-state').first().waitFor();
      await expectSound(page);
      await picture(page, `privacy-${view}-${language}-${width}`);
    }
    await page.goto('/privacy?view=ledger');
    await page.getByRole('table', { name: title.ledger }).waitFor();
    await expectSound(page);
    await picture(page, `privacy-ledger-${language}-${width}`);
    expect(await received.found(Object.values(canary))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
}

play('who read what is told in sentences by filter, with the reason that was given', async () => {
  const { page, faults } = await stage.open('policeOfficer');
  await page.goto('/privacy');
  const group = page.locator('section', { has: page.getByRole('heading', { name: story.number }) });
  await group
    .getByText(/A representative of Agency childServices read it/)
    .first()
    .waitFor();
  expect(await counted(group.getByText('full content'), 1)).toBe(1);
  await page.getByRole('radio', { name: 'Our own people' }).focus();
  await page.keyboard.press('Space');
  await page.waitForURL(/about=people/);
  await page.getByRole('heading', { name: 'police', exact: true }).waitFor();
  expect(faults).toEqual([]);
});

play('a seat is approved, a code is given and a hold is set by keyboard alone', async () => {
  const { page, faults } = await stage.open('policeOfficer');
  await page.goto('/privacy?view=seats');
  await page.getByRole('button', { name: 'Approve' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('cell', { name: 'Agency police' })
    .or(page.getByRole('rowheader', { name: 'valley' }))
    .first()
    .waitFor();
  await page.getByRole('rowheader', { name: 'valley' }).waitFor({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Give the code' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.office-code').waitFor();
  expect((await page.locator('.office-code').innerText()).length).toBeGreaterThan(7);
  await picture(page, 'privacy-code');

  await page.goto('/privacy?view=keeping');
  await page.getByRole('button', { name: 'Hold', exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Set the hold' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('is held.').waitFor();
  await page.getByRole('button', { name: `Lift the hold of ${sealed.number}` }).waitFor();
  expect(
    body<{ rows: { number: string; reason: string }[] }>(
      await stage.world().actors.policeOfficer.get('/privacy/holds'),
    ).rows,
  ).toMatchObject([{ number: sealed.number, reason: 'complaint' }]);
  expect(faults).toEqual([]);
});
