import { expect } from '@jest/globals';
import { move, openMeeting, putOnTable, takeTo } from '../world/situation.js';
import { picture } from './browser.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

const stage = setStage();

play.each([
  ['en', 1366],
  ['fr', 320],
] as const)(
  'an administrator changes whom a table suggests, and the coordinator’s panel follows (%s, %d)',
  async (language, width) => {
    const world = stage.world();
    const say =
      language === 'en'
        ? {
            settings: 'Settings: Table harbour',
            rules: 'Rules of suggestion',
            change: 'Change: Alcohol',
            housing: 'Housing',
            save: 'Save',
            saved: 'Alcohol: saved.',
            own: 'own rule',
            back: 'Back to the product’s rule',
            because: /suggested because of Alcohol/,
          }
        : {
            settings: 'Réglages : Table harbour',
            rules: 'Règles de suggestion',
            change: 'Modifier\u202f: Alcool',
            housing: 'Logement',
            save: 'Enregistrer',
            saved: 'Alcool\u202f: enregistré.',
            own: 'règle propre',
            back: 'Revenir à la règle du produit',
            because: /suggéré.*Alcool/,
          };
    const story = await takeTo(world, 'limited');
    await move(story, 'deputy', 'close-round');
    const meeting = await openMeeting(world, ['police', 'school', 'health', 'childServices']);
    await putOnTable(world, meeting, story.id);
    const { page, faults } = await stage.open('administrator', { language, width });
    await page.goto('/administration/tables');
    await page.getByRole('button', { name: say.settings }).click();
    await page.getByText(say.rules, { exact: true }).click();
    await page.getByRole('button', { name: say.change }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: say.housing, exact: true }).focus();
    await page.keyboard.press('Space');
    await expectSound(page);
    await picture(page, `suggestions-change-${language}-${width}`);
    await dialog.getByRole('button', { name: say.save }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(say.saved).waitFor();
    await page.getByText(say.own).waitFor();
    await expectSound(page);
    await picture(page, `suggestions-${language}-${width}`);

    const coordinator = await stage.open('deputy', { language });
    await coordinator.page.goto(`/meetings/${meeting}`);
    const line = coordinator.page.getByRole('listitem').filter({ hasText: 'Agency housing' });
    await line.getByText(say.because).waitFor();

    await page.getByRole('button', { name: say.change }).click();
    await dialog.getByRole('button', { name: say.back }).click();
    await page.getByText(say.own).waitFor({ state: 'detached' });
    await coordinator.page.reload();
    await line.waitFor();
    expect(await line.getByText(say.because).count()).toBe(0);
    expect([...faults, ...coordinator.faults]).toEqual([]);
  },
);
