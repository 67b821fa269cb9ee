import { expect } from '@jest/globals';
import { body } from '../world/world.js';
import { counted, picture } from './browser.js';
import { expectSound } from './sound.js';
import { looksOfToday } from './screens.js';
import { play, setStage } from './stage.js';

const stage = setStage();

const parts = {
  tables: { en: 'Tables', fr: 'Tables' },
  agencies: { en: 'Agencies', fr: 'Organismes' },
  people: { en: 'People', fr: 'Personnes' },
  seats: { en: 'Seats', fr: 'Sièges' },
  vocabulary: { en: 'Vocabulary', fr: 'Vocabulaire' },
  health: { en: 'Health', fr: 'État du système' },
} as const;

for (const [language, width] of looksOfToday) {
  play(
    `an administrator reads every part, and no situation is in any of them (${language}, ${width})`,
    async () => {
      const { page, context, faults } = await stage.open('administrator', { language, width });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto('/administration');
      await page.waitForURL(/\/administration\/tables$/);
      for (const [part, titles] of Object.entries(parts)) {
        await page.goto(`/administration/${part}`);
        await page.getByRole('heading', { level: 1, name: titles[language], exact: true }).waitFor();
        await page
          .locator('main .table tbody tr, main .panel dl')
          .first()
          .or(page.getByRole('heading', { name: 'Table harbour' }))
          .first()
          .waitFor();
        await expectSound(page);
        await picture(page, `administration-${part}-${language}-${width}`);
      }
      expect(asked.filter((url) => /situations|statistics|privacy\//.test(new URL(url).pathname))).toEqual(
        [],
      );
      expect(faults).toEqual([]);
      await context.close();
    },
  );
}

play('settings change by two persons, after everybody has read what changes for whom', async () => {
  const coordinator = await stage.open('deputy');
  await coordinator.page.goto('/administration/tables');
  await coordinator.page.getByRole('button', { name: 'Propose other settings' }).focus();
  await coordinator.page.keyboard.press('Enter');
  await coordinator.page.getByText('Nothing yet. Change a setting').waitFor();
  expect(await coordinator.page.getByRole('button', { name: 'Propose', exact: true }).isDisabled()).toBe(
    true,
  );
  await coordinator.page
    .getByRole('combobox', { name: 'Who is told a name at filter 3' })
    .selectOption('agenciesAsked');
  await coordinator.page.getByText('Only the agencies that the originating agency names are told').waitFor();
  await expectSound(coordinator.page);
  await picture(coordinator.page, 'administration-propose');
  await coordinator.page.getByRole('button', { name: 'Propose', exact: true }).focus();
  await coordinator.page.keyboard.press('Enter');
  await coordinator.page.getByText('You proposed this on').waitFor();
  expect(await coordinator.page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  const approved: string[] = [];
  for (const name of ['administrator', 'policeOfficer'] as const) {
    const { page, faults } = await stage.open(name, { language: name === 'policeOfficer' ? 'fr' : 'en' });
    await page.goto('/administration/tables');
    await page.getByRole('button', { name: name === 'policeOfficer' ? 'Approuver' : 'Approve' }).focus();
    await picture(page, `administration-approve-${name}`);
    await page.keyboard.press('Enter');
    await page
      .getByText(name === 'policeOfficer' ? 'Approuvé : les réglages' : 'One more person')
      .waitFor({ timeout: 15_000 });
    approved.push(name, ...faults);
  }
  expect(approved).toEqual(['administrator', 'policeOfficer']);
  expect(
    body(await stage.world().actors.deputy.get(`/tables/${stage.world().tables.harbour}`)),
  ).toMatchObject({ identifierRecipients: 'agenciesAsked' });
  expect(coordinator.faults).toEqual([]);
});

play(
  'somebody is invited, an agency is off-boarded after the list of what ends, by keyboard alone',
  async () => {
    const { page, faults } = await stage.open('administrator');
    await page.goto('/administration/people');
    await page.getByRole('textbox', { name: 'Name that others see' }).focus();
    await page.keyboard.type('New Person');
    await page.keyboard.press('Tab');
    await page.keyboard.type('new.person');
    await page.getByRole('combobox', { name: /Agency/ }).selectOption({ label: 'Agency housing' });
    await page.getByRole('button', { name: 'Invite', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.office-token').waitFor();
    expect((await page.locator('.office-token').innerText()).length).toBe(43);
    await picture(page, 'administration-invited');

    await page.goto('/administration/agencies');
    await page.getByRole('button', { name: 'Off-board: Agency housing' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog', { name: 'Off-board Agency housing?' });
    expect(await counted(dialog.getByRole('listitem'), 5)).toBe(5);
    await expectSound(page);
    await picture(page, 'administration-offboard');
    await dialog.getByRole('button', { name: 'Off-board' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Agency housing is off-boarded.').waitFor();
    expect((await stage.world().actors.housing.get('/week')).status).toBeGreaterThanOrEqual(401);
    expect(faults).toEqual([]);
  },
);

play('a coordinator offers a seat and reads who says the second word', async () => {
  const { page, faults } = await stage.open('deputy', { language: 'fr' });
  await page.goto('/administration/seats');
  await page.getByRole('textbox', { name: /Nom d’utilisateur/ }).fill(stage.world().actors.valley.signInName);
  await page.getByRole('combobox', { name: /Organisme/ }).selectOption({ label: 'Agency police' });
  await page.getByText('La personne responsable de la vie privée de cet organisme l’approuve').waitFor();
  await page.getByRole('button', { name: 'Proposer', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Vous l’avez proposé le').waitFor();
  await expectSound(page);
  await picture(page, 'administration-seats-coordinator-fr');
  await page.goto('/administration/people');
  await page.waitForURL(/\/administration\/tables$/);
  expect(faults).toEqual([]);
});

play('a word is published in both languages or not at all, and by two administrators', async () => {
  const first = await stage.open('administrator');
  await first.page.goto('/administration/vocabulary');
  await first.page.getByRole('combobox', { name: 'List' }).selectOption('studyFlag');
  await first.page.getByRole('button', { name: 'Propose a term' }).focus();
  await first.page.keyboard.press('Enter');
  await first.page.getByRole('textbox', { name: 'Code' }).fill('living-alone');
  await first.page.getByRole('textbox', { name: 'English word' }).fill('Living alone');
  await first.page.getByText('Without the French words').waitFor();
  await expectSound(first.page);
  await picture(first.page, 'administration-term');
  await first.page.getByRole('button', { name: 'Propose', exact: true }).focus();
  await first.page.keyboard.press('Enter');
  await first.page.getByText('Cannot be published: French is missing').waitFor();
  const second = await stage.open('secondAdministrator', { language: 'fr' });
  await second.page.goto('/administration/vocabulary');
  await second.page.getByText('Ne peut être publié').waitFor();
  expect(await second.page.getByRole('button', { name: /^Signer/ }).count()).toBe(0);
  await second.page.getByRole('button', { name: 'Récrire' }).focus();
  await second.page.keyboard.press('Enter');
  await second.page.getByRole('textbox', { name: 'Mot français' }).fill('Vit sans proches');
  await expectSound(second.page);
  await picture(second.page, 'administration-words-fr');
  await second.page.getByRole('button', { name: 'Proposer', exact: true }).focus();
  await second.page.keyboard.press('Enter');
  await second.page.getByText('1 de 2 signatures').waitFor();
  expect(await second.page.getByRole('button', { name: /^Signer/ }).count()).toBe(0);
  await first.page.reload();
  await first.page.getByRole('button', { name: 'Sign and publish' }).focus();
  await first.page.keyboard.press('Enter');
  await first.page.getByText('Published in a new version').waitFor();
  const { lists } = body<{ lists: { list: string; terms: { code: string; labelFr: string }[] }[] }>(
    await stage.world().actors.school.get('/codebook'),
  );
  expect(
    lists.find(({ list }) => list === 'studyFlag')?.terms.find(({ code }) => code === 'living-alone')
      ?.labelFr,
  ).toBe('Vit sans proches');
  expect([...first.faults, ...second.faults]).toEqual([]);
});

play(
  'a coordinator proposes a local word that counts as a provincial one, and sees no list without local words',
  async () => {
    const { page, faults } = await stage.open('deputy', { width: 820 });
    await page.goto('/administration/vocabulary');
    await page.getByRole('combobox', { name: 'List' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'List' }).getByRole('option').allInnerTexts()).toEqual([
      'Risk factors',
      'Study flags',
      'Protective factors',
    ]);
    expect(await page.getByRole('button', { name: /^Edit/ }).count()).toBe(0);
    await page.getByRole('combobox', { name: 'List' }).selectOption('studyFlag');
    await page.getByRole('button', { name: 'Propose a local word' }).click();
    await page.getByRole('textbox', { name: 'Code' }).fill('ferry');
    await page.getByRole('textbox', { name: 'English word' }).fill('Cut off by the ferry');
    await page.getByRole('textbox', { name: 'French word' }).fill('Sans traversier');
    await page.getByRole('combobox', { name: 'Counts as' }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await page.getByText('0 of 2 signatures').waitFor();
    expect(await page.getByRole('button', { name: /^Sign/ }).count()).toBe(0);
    await expectSound(page);
    expect(faults).toEqual([]);
  },
);
