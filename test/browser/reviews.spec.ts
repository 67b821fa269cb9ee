import { beforeAll, expect } from '@jest/globals';
import { runScheduledJobs } from '#database/jobs';
import { canary, takeTo, type Story } from '../world/situation.js';
import { body } from '../world/world.js';
import { picture } from './browser.js';
import { expectSound } from './sound.js';
import { receive } from './received.js';
import { looksOfToday } from './screens.js';
import { play, setStage } from './stage.js';

const stage = setStage();
let story: Story;
let concluded: Story;

/**
 * At the police one opened identities at night, another those of somebody of the own surname; one situation
 * is concluded and sealed.
 */
beforeAll(async () => {
  const world = stage.world();
  const { actors, database, agency } = world;
  const at = (local: string): Promise<unknown> =>
    database.plant(
      `update sec.demo_clock set ahead = ($1::timestamp at time zone 'America/Toronto') - clock_timestamp()`,
      [local],
    );
  await database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
  await database.plant(`update sec.app_user set display_name = 'Ngozi Okonkwo' where id = $1`, [
    actors.policeColleague.userId,
  ]);
  await at('2027-01-12 10:00');
  concluded = await takeTo(world, 'concluded');
  await at('2027-03-02 10:00');
  await runScheduledJobs(world.data);
  story = await takeTo(world, 'limited');
  await database.plant('update app.meeting set closed_at = sec.domain_now() where closed_at is null');
  body(await actors.policeColleague.get(`/situations/${story.id}/tier3`));
  await at('2027-03-05 21:30');
  for (let times = 0; times < 3; times += 1) body(await actors.police.get(`/situations/${story.id}/tier3`));
  await at('2027-03-17 10:00');
  await database.plant(
    `insert into app.hold (table_id, situation_id, agency_id, reason, review_on, set_by) values ($1, $2, $3, 'complaint', '2027-03-16', $4)`,
    [world.tables.harbour, story.id, agency.police, actors.policeOfficer.userId],
  );
});

const titles = {
  en: {
    waiting: 'To review',
    months: 'Events by month, all agencies',
    consents: 'Consent',
    openings: 'Ask to open',
  },
  fr: {
    waiting: 'À examiner',
    months: 'Événements par mois, tous les organismes',
    consents: 'Consentement',
    openings: 'Demander une ouverture',
  },
} as const;

for (const [language, width] of looksOfToday) {
  play(
    `an officer reads the week, the reviews, consents and counts, and no content reaches the page (${language}, ${width})`,
    async () => {
      const watched = await stage.open('policeOfficer', { language, width });
      const { page, context, faults } = watched;
      const received = await receive(watched);
      const title = titles[language];
      await page.goto('/privacy?view=reviews');
      await page.getByRole('heading', { name: title.waiting }).waitFor();
      await page.locator('.office-line').nth(1).waitFor();
      await page.getByRole('table', { name: title.months }).waitFor();
      await expectSound(page);
      await picture(page, `privacy-reviews-${language}-${width}`);
      await page.locator('.office-line button').first().click();
      await page.getByRole('radiogroup').waitFor();
      await expectSound(page);
      await picture(page, `privacy-sign-off-${language}-${width}`);
      await page.goto('/privacy?view=openings');
      await page.getByRole('heading', { name: title.openings }).waitFor();
      await page.locator('.empty-state, .office-line').first().waitFor();
      await expectSound(page);
      await picture(page, `privacy-openings-${language}-${width}`);
      await page.goto('/privacy?view=ledger');
      await page.getByRole('table', { name: title.consents }).waitFor();
      await expectSound(page);
      await picture(page, `privacy-consents-${language}-${width}`);
      expect(await received.found(Object.values(canary))).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
  );
}

play(
  'a review is signed off by keyboard alone: with a finding, and a note that identifies nobody',
  async () => {
    const { page, faults } = await stage.open('policeOfficer');
    const { policeOfficer } = stage.world().actors;
    await page.goto('/privacy');
    await page.getByText('2 openings wait for your review.').waitFor();
    await page.getByRole('link', { name: 'Review', exact: true }).focus();
    await page.keyboard.press('Enter');
    const line = page.locator('.office-line', { hasText: 'Out of hours' });
    await line.getByText(/3 times between/).waitFor();
    await line.getByRole('button', { name: `Sign off: police, ${story.number}` }).focus();
    await page.keyboard.press('Enter');
    const send = line.getByRole('button', { name: 'Sign off', exact: true });
    await send.focus();
    await page.keyboard.press('Enter');
    await line.getByText('Choose what you found.').waitFor();
    await line.getByRole('radio', { name: 'Spoke with the person' }).focus();
    await page.keyboard.press('Space');
    await line.getByRole('textbox').focus();
    await page.keyboard.type('Reached under 613 555 0142.');
    await line.getByText('Take out what identifies').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Was asked to come out that night.');
    await send.focus();
    await page.keyboard.press('Enter');
    await page.getByText(`Signed off: police, ${story.number}.`).waitFor();
    await page.getByRole('heading', { name: 'Signed off' }).waitFor();
    await page.getByText('“Was asked to come out that night.”').waitFor();
    expect(
      body<{ rows: { kind: string; finding: string | null }[] }>(
        await policeOfficer.get('/privacy/reviews'),
      ).rows.map(({ kind, finding }) => [kind, finding]),
    ).toEqual([
      ['sameSurname', null],
      ['outOfHours', 'spokenTo'],
    ]);
    expect(faults).toEqual([]);
  },
);

play(
  'what is concluded opens for two: an officer asks, a coordinator approves, and what is read goes with the page',
  async () => {
    const world = stage.world();
    await world.database.plant('update sec.session set stepped_up_at = clock_timestamp()');
    const officer = await stage.open('policeOfficer', { language: 'fr', width: 320 });
    const { page } = officer;
    await page.goto('/privacy?view=openings');
    await page
      .getByRole('combobox', { name: 'Quelle situation?' })
      .selectOption({ label: `${concluded.number} – Table harbour` });
    await page
      .getByRole('combobox', { name: 'Pourquoi faut-il la lire?' })
      .selectOption({ label: 'Demande d’accès d’une personne' });
    await page.getByRole('button', { name: 'Demander une seconde personne' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/Attend une seconde personne/).waitFor();

    const coordinator = await stage.open('deputy');
    await coordinator.page.goto('/administration/tables');
    await coordinator.page.getByText('Opening what is concluded waits for you').waitFor();
    await expectSound(coordinator.page);
    await picture(coordinator.page, 'administration-opening-en-1366');
    await coordinator.page.getByRole('button', { name: 'Approve' }).focus();
    await coordinator.page.keyboard.press('Enter');
    await coordinator.page.getByText(`Approved: ${concluded.number}`).waitFor({ timeout: 30_000 });

    await page.getByRole('button', { name: 'Vérifier de nouveau' }).focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: `Lire ce que votre organisme a écrit dans ${concluded.number}` })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByText(canary.familyName).waitFor();
    await page.getByText(canary.full).waitFor();
    expect(await page.getByText(canary.plan).count()).toBe(0);
    await expectSound(page);
    await picture(page, 'privacy-package-fr-320');
    // A notice that is still up has a button of the same name.
    await page.getByRole('tabpanel').getByRole('button', { name: 'Fermer', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(canary.familyName).waitFor({ state: 'detached' });
    const read = await world.database.plant(
      `select from audit.event where object_id = $1 and action = 'tier.open' and purpose = 'accessRequest'`,
      [concluded.id],
    );
    expect(read).toHaveLength(1);
    expect([officer.faults, coordinator.faults]).toEqual([[], []]);
  },
);
