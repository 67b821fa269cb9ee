import { expect } from '@jest/globals';
import { runScheduledJobs } from '#database/jobs';
import { takeTo } from '../world/situation.js';
import { body } from '../world/world.js';
import { picture } from './browser.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

const stage = setStage({ heldSeconds: 'real' });

play(
  'early destruction wants the coordinator as the second person, and is held before it is sent',
  async () => {
    const world = stage.world();
    await world.database.plant(`update sec.seat set ends_at = timestamptz '2090-01-01 00:00+00'`);
    const story = await takeTo(world, 'concluded');
    await world.ahead('45 days');
    await runScheduledJobs(world.data);
    const consentedOn = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    body(
      await world.actors.policeOfficer.post('/privacy/early-destructions', {
        situation: story.id,
        consent: 'written',
        consentedOn,
      }),
    );
    const { page, faults } = await stage.open('deputy', { language: 'fr', width: 320 });
    await page.goto('/');
    await page.getByRole('link', { name: 'Administration' }).click();
    await page.getByText('Une destruction anticipée vous attend').waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Détruire' }).focus();
    await page.keyboard.press('Enter');
    // Another screen within the five seconds: nothing is sent, and it is said where the person is now.
    await page.getByRole('button', { name: 'Annuler', exact: true }).waitFor();
    await page.goBack();
    await page.getByText('Annulé. Rien n’a été envoyé.').waitFor();
    await expectSound(page);
    await page.goForward();
    await page.getByText('Une destruction anticipée vous attend').waitFor();
    expect(await world.database.plant('select from app.situation where id = $1', [story.id])).toHaveLength(1);
    await page.getByRole('button', { name: 'Détruire' }).focus();
    await page.keyboard.press('Enter');
    await picture(page, 'administration-early-fr-320');
    await page.getByText(`${story.number} est détruite.`).waitFor({ timeout: 15_000 });
    expect(
      body<{ rows: { number: string }[] }>(
        await world.actors.policeOfficer.get('/privacy/certificates'),
      ).rows.map(({ number }) => number),
    ).toContain(story.number);
    expect(faults).toEqual([]);
  },
);
