import { expect } from '@jest/globals';
import { canary, move, takeTo } from '../world/situation.js';
import { picture } from './browser.js';
import { body } from '../world/world.js';
import { receive } from './received.js';
import { play, setStage } from './stage.js';

const stage = setStage({ heldSeconds: 'real' });

play('an answer given on one device stands on another within a second, without reloading', async () => {
  const { id } = await takeTo(stage.world(), 'limited');
  const health = await stage.open('health');
  const coordinator = await stage.open('deputy');
  await coordinator.page.goto(`/situations/${id}`);
  await coordinator.page.getByRole('table', { name: /Answers at filter 3/ }).waitFor();
  await health.page.goto(`/situations/${id}`);
  await health.page.getByRole('button', { name: 'Should be involved' }).waitFor();
  await picture(health.page, 'situation-limited');
  await health.page.getByRole('button', { name: 'Should be involved' }).click();
  await coordinator.page
    .getByRole('row', { name: /Agency health/ })
    .getByText('Should be involved')
    .waitFor({ timeout: 5_000 });
  await picture(coordinator.page, 'situation-limited-coordinator');
  expect([...health.faults, ...coordinator.faults]).toEqual([]);
});

play(
  'the coordinator assigns with the effect spelled out, and nothing of filters 3 and 4 ever reaches that page',
  async () => {
    const { id } = await takeTo(stage.world(), 'intervention');
    const coordinator = await stage.open('deputy', { language: 'fr' });
    const received = await receive(coordinator);
    await coordinator.page.goto(`/situations/${id}`);
    await coordinator.page.getByRole('heading', { name: /Comptes rendus/ }).waitFor();
    await picture(coordinator.page, 'situation-intervention-fr');
    const hidden = [
      canary.familyName,
      canary.address,
      canary.full,
      canary.plan,
      canary.safety,
      canary.detail,
      canary.consent,
      canary.privateNote,
    ];
    expect(await received.found(hidden)).toEqual([]);
    expect(coordinator.faults).toEqual([]);
  },
);

play('situations are found by filters that stand in the address', async () => {
  const { page, faults } = await stage.open('school', { width: 820 });
  await page.goto('/situations');
  await page.getByRole('row', { name: /2026-001/ }).waitFor();
  await page.getByRole('combobox', { name: 'Stage' }).selectOption('intervention');
  await page.waitForURL(/stage=intervention/);
  await picture(page, 'situations');
  await page.reload();
  await page.getByRole('link', { name: /2026-/ }).first().waitFor();
  expect(faults).toEqual([]);
});

play(
  'limited identifiers are given, released after five seconds, heard on another device and matched there without leaving it',
  async () => {
    const { id } = await takeTo(stage.world(), 'riskRecorded');
    const police = await stage.open('police');
    await police.page.goto(`/situations/${id}/identifiers`);
    await police.page.getByText('Canary-T3-Okonkwo').waitFor();
    await police.page.goto(`/situations/${id}`);
    await police.page.getByRole('button', { name: 'Release limited identifiers' }).click();
    await police.page.getByRole('combobox', { name: 'Legal basis' }).selectOption('phipa40');
    await police.page.getByRole('button', { name: 'Release limited identifiers' }).last().click();
    await police.page.getByText('Limited identifiers released.').waitFor({ timeout: 15_000 });
    const school = await stage.open('school', { language: 'fr' });
    const sent: string[] = [];
    school.page.on('request', (request) => {
      sent.push(`${request.url()} ${request.postData() ?? ''}`);
    });
    await school.page.goto(`/situations/${id}/identifiers`);
    await school.page.getByText('Canary-T3-Okonkwo').waitFor();
    await school.page
      .getByRole('textbox', { name: /collez la liste/ })
      .fill('Canary T3 Okonkwo Ada 2011-03-04\nSomebody Else');
    await school.page.getByText(/même nom et même date/).waitFor();
    await picture(school.page, 'identifiers-fr');
    expect(sent.filter((each) => each.includes('Somebody'))).toEqual([]);
    expect([...police.faults, ...school.faults]).toEqual([]);
  },
);

play(
  'texts of filters 3 and 4 are opened by their own page alone, once, and whatever happens meanwhile opens nothing again',
  async () => {
    const { world } = stage;
    const { id } = await takeTo(world(), 'intervention');
    const { actors, database } = world();
    const openings = async (): Promise<number> =>
      (
        await database.plant<{ n: number }>(
          `select count(*)::int as n from audit.event where action = 'tier.open' and object_id = $1 and actor = $2 and fields && array['T3', 'T4']`,
          [id, actors.childServices.userId],
        )
      )[0]!.n;
    const before = await openings();
    const { page, faults } = await stage.open('childServices');
    await page.goto(`/situations/${id}`);
    await page.getByRole('heading', { name: 'Report-backs' }).waitFor();
    expect(await openings()).toBe(before);
    await page.getByRole('link', { name: 'Identifiers' }).click();
    for (const text of [canary.familyName, canary.full, canary.plan, canary.safety, canary.detail])
      await page.getByText(text).waitFor();
    await picture(page, 'identifiers-intervention');
    const opened = await openings();
    expect(opened).toBeGreaterThan(before);
    const asked = page.waitForResponse((response) => response.url().endsWith(`/situations/${id}`));
    body(await actors.school.post(`/situations/${id}/report-backs`, { status: 'contactMade' }));
    await asked;
    await page.waitForTimeout(500);
    expect(await openings()).toBe(opened);
    expect(faults).toEqual([]);
  },
);

play(
  'who is not asked to help loses the names from an open page when the agencies are assigned',
  async () => {
    const story = await takeTo(stage.world(), 'limited');
    const { page } = await stage.open('health');
    await page.goto(`/situations/${story.id}/identifiers`);
    await page.getByText(canary.familyName).waitFor();
    const { agency } = stage.world();
    await move(story, 'deputy', 'close-round');
    await move(story, 'deputy', 'assign', { lead: agency.childServices, assisting: [agency.school] });
    await page.getByText(canary.familyName).waitFor({ state: 'detached' });
    await page.getByText('None are open to your agency.').waitFor();
  },
);
