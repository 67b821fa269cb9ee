import { expect } from '@jest/globals';
import { body, type Name } from '../world/world.js';
import { inAYear } from '../mend/lone-administrator.js';
import { picture } from './browser.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

const stage = setStage();

play(
  'an agency joins by the yes of a coordinator and of a privacy officer, each on the page of their tables',
  async () => {
    const world = stage.world();
    const { administrator } = world.actors;
    const { id: agency } = body<{ id: string }>(
      await administrator.post('/agencies', { name: 'Family Support', sector: 'health' }),
    );
    const path = `/tables/${world.tables.harbour}`;
    const keeper = await stage.open('administrator');
    await keeper.page.goto('/administration/tables');
    await keeper.page.getByRole('button', { name: 'Settings: Table harbour' }).click();
    await keeper.page.getByRole('combobox', { name: 'Place an agency' }).selectOption(agency);
    await keeper.page.getByRole('button', { name: 'Place', exact: true }).click();
    await keeper.page.getByText('Asked. The agency joins when').waitFor();
    await keeper.page.getByText('Agencies that wait for a yes (1)').waitFor();
    await expectSound(keeper.page);

    for (const [name, language, yes] of [
      ['deputy', 'en', 'Say yes'],
      ['policeOfficer', 'fr', 'Dire oui'],
    ] as const) {
      const { page, faults } = await stage.open(name, { language, width: 320 });
      await page.goto('/administration/tables');
      await page.getByText('Family Support').first().waitFor();
      await expectSound(page);
      await picture(page, `joining-${language}-320`);
      await page.getByRole('button', { name: yes }).focus();
      await page.keyboard.press('Enter');
      await page
        .getByText(name === 'deputy' ? 'One more person of the table' : 'Family Support siège maintenant')
        .waitFor({ timeout: 15_000 });
      expect(faults).toEqual([]);
    }
    const { agencies } = body<{ agencies: { agencyId: string }[] }>(await administrator.get(path));
    expect(agencies.map(({ agencyId }) => agencyId)).toContain(agency);
    expect(keeper.faults).toEqual([]);
  },
);

play('a table that is being founded shows its list, which its people confirm', async () => {
  const world = stage.world();
  await world.database.plant('update sec.situation_table set founding = true where id = $1', [
    world.tables.harbour,
  ]);
  for (const name of ['policeOfficer', 'schoolOfficer', 'coordinator'] as const) {
    const { page, faults } = await stage.open(name);
    await page.goto('/administration/tables');
    await page.getByText('Table harbour is being founded').waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Confirm this list' }).focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: 'Confirm this list' })
      .waitFor({ state: 'detached', timeout: 15_000 });
    if (name === 'coordinator') await page.getByText('Confirmed by the officers of 2 agencies').waitFor();
    await picture(page, `founding-${name}`);
    expect(faults).toEqual([]);
  }
  // The printed list is one page, with every agency and nothing else of the page, in both languages.
  for (const [language, title] of [
    ['en', 'Table harbour: these agencies and people will learn of situations here'],
    ['fr', /^Table harbour\s?: ces organismes et ces personnes apprendront des situations ici/],
  ] as const) {
    const { page, faults } = await stage.open('policeOfficer', { language });
    await page.goto('/administration/tables');
    const list = page.locator('.founding-printed');
    await list.waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { name: title }).waitFor();
    const shown = await page.evaluate(() => document.body.innerText);
    for (const agency of ['Agency police', 'Agency school', 'Agency health']) expect(shown).toContain(agency);
    expect(await page.getByRole('button').count()).toBe(0);
    const printed = (await page.pdf({ format: 'Letter' })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    expect(faults).toEqual([]);
  }
  await world.database.plant('update sec.situation_table set founding = false where id = $1', [
    world.tables.harbour,
  ]);
});

play('a new seat reads the list of its table before its first work', async () => {
  // As a version before this one told it, without the table.
  await readsList('police', 'en', false);
  await readsList('coordinator', 'fr', true);
});

play('an officer reads the list of each table of the agency before the first work', async () => {
  await readsList('schoolOfficer', 'en', true);
  await readsList('policeOfficer', 'fr', true);
});

/** Plants what the approval of a seat leaves (b1-founding.spec.ts), and plays what its user sees. */
async function readsList(name: Name, language: 'en' | 'fr', namesTable: boolean): Promise<void> {
  const world = stage.world();
  const seen = language === 'en' ? 'I have read this list' : 'J’ai lu cette liste';
  await world.database.plant(
    `insert into sec.notice (user_id, code, object_id, occasion) values ($1, 'table.listToSee', $2, $3)`,
    [world.actors[name].userId, world.actors[name].seatId, namesTable ? world.tables.harbour : null],
  );
  const isOfficer = name.endsWith('Officer');
  const work = isOfficer ? '/privacy' : '/situations';
  const { page, faults } = await stage.open(name, { language, width: language === 'fr' ? 320 : 1280 });
  await page.goto('/');
  await page
    .getByRole('heading', {
      name:
        language === 'en' ? 'Table harbour: who learns of situations here' : /qui apprend des situations ici/,
    })
    .waitFor();
  await page.getByRole('button', { name: seen }).waitFor();
  for (const agency of ['Agency police', 'Agency school', 'Agency health'])
    expect(await page.locator('main').innerText()).toContain(agency);
  if (isOfficer)
    await page.getByText(language === 'en' ? 'you answer for' : 'dont vous êtes responsable').waitFor();
  await expectSound(page);
  await picture(page, `list-to-see-${name}-${language}`);
  // Every other page waits for it; the help can be read.
  await page.goto(work);
  await page.getByRole('button', { name: seen }).waitFor();
  await page.goto('/help/sign-in');
  await page
    .getByText(language === 'en' ? 'Read who is here' : 'Lire qui est là')
    .first()
    .waitFor();
  await page.goto(work);
  await page.getByRole('button', { name: seen }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: seen }).waitFor({ state: 'detached', timeout: 15_000 });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: seen }).count()).toBe(0);
  expect(faults).toEqual([]);
}

play('somebody beside the invitee types six digits, and what was done is read by the officer', async () => {
  const world = stage.world();
  const { administrator } = world.actors;
  const invited = body<{ token: string }>(
    await administrator.post('/users', {
      signInName: 'nora.lindqvist',
      displayName: 'Nora Lindqvist',
      language: 'en',
      agencyId: world.agency.school,
    }),
  );
  body(
    await world.actors.deputy.post('/seat-offers', {
      signInName: 'nora.lindqvist',
      persona: 'rep',
      agencyId: world.agency.school,
      endsAt: inAYear(),
    }),
  );
  const invitee = await stage.open(undefined);
  await invitee.page.goto('/join');
  await invitee.page.getByRole('textbox', { name: /Invitation code/ }).fill(invited.token);
  await invitee.page.getByRole('button', { name: /Show six digits/ }).click();
  const digits = await invitee.page.getByText(/^\d{6}$/).textContent();
  await picture(invitee.page, 'join-digits');

  const { page, faults } = await stage.open('schoolOfficer');
  await page.goto('/privacy?view=seats');
  await page.getByRole('button', { name: 'Face to face' }).first().click();
  await page.getByRole('textbox', { name: /six digits on the screen of Nora/ }).fill(digits!);
  await page.getByText('Confirmed', { exact: true }).waitFor();
  await expectSound(page);
  await page.goto('/administration/tables');
  await page.getByText('What administration did at your tables').click();
  await page.getByText('A seat was offered to Nora Lindqvist').waitFor();
  await expectSound(page);
  await picture(page, 'told');
  expect(faults).toEqual([]);
});
