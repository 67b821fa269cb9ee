import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { runScheduledJobs } from '#database/jobs';
import { canary } from '../world/situation.js';
import { body } from '../world/world.js';
import { channels, receive } from './received.js';
import { play, setStage } from './stage.js';
import { Typist } from './typist.js';

const stage = setStage();
/** What is written in this story by hand and is neither for the wall nor for the coordinator. */
const limited = [
  canary.privateNote,
  canary.familyName,
  canary.address,
  canary.full,
  canary.plan,
  canary.safety,
  canary.detail,
];
/** A held action is sent after five seconds. */
const held = { timeout: 30_000 };
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).last().click();

async function log(page: Page): Promise<{ id: string; number: string }> {
  await page.goto('/situations/new');
  await page.getByRole('heading', { name: 'Log a situation' }).waitFor();
  const typist = new Typist(page);
  await page.getByRole('radio', { name: 'Person' }).focus();
  await typist.press('Tab', 'ArrowRight', 'ArrowRight', 'Space', 'Tab', 'Space', 'Tab', 'Tab');
  for (const factor of ['miss sch', 'suic cur']) {
    await typist.type(factor);
    await typist.press('Enter');
  }
  await page.getByRole('textbox', { name: 'Note for your agency' }).fill(canary.privateNote);
  await page.getByText('Saved. Only your agency').waitFor();
  await page.getByRole('checkbox', { name: /means are exhausted/ }).focus();
  await typist.press('Space', 'Control+Enter');
  await page.waitForURL(/\/situations\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').pop() ?? '';
  return {
    id,
    number: body<{ number: string }>(await stage.world().actors.police.get(`/situations/${id}`)).number,
  };
}

/** Opens the meeting with three agencies in the room, and the wall beside it. */
async function convene(coordinator: Page, wall: Page): Promise<void> {
  await coordinator.goto('/meetings');
  await coordinator.getByRole('button', { name: 'Convene a meeting' }).click();
  await press(coordinator, 'Convene');
  await press(coordinator, 'Open the meeting');
  await coordinator.getByRole('button', { name: 'Begin with the first' }).waitFor();
  await coordinator.keyboard.press('t');
  for (const name of ['police', 'school', 'health'])
    await coordinator
      .getByRole('radiogroup', { name: `Agency ${name}` })
      .getByText('Room')
      .click();
  await coordinator.keyboard.press('Escape');
  await wall.goto('/projector');
  const code = (await wall.locator('.wall-code').textContent()) ?? '';
  await coordinator.keyboard.press('p');
  await coordinator.getByRole('textbox', { name: 'Code on the projector' }).fill(code);
  await coordinator.keyboard.press('Enter');
  await wall.getByRole('heading', { name: 'Nothing is on the table' }).waitFor();
}

async function shade(coordinator: Page, school: Page, wall: Page, number: string): Promise<void> {
  await coordinator.keyboard.press('b');
  await wall.getByRole('heading', { name: 'The screen is covered' }).waitFor({ state: 'attached' });
  await school.getByRole('heading', { name: 'Screen covered' }).waitFor();
  await press(coordinator, 'Show the screen again');
  await wall.getByRole('heading', { name: new RegExp(number) }).waitFor();
}

async function giveNames(page: Page, id: string): Promise<void> {
  await page.goto(`/situations/${id}/identifiers`);
  await press(page, 'Add identifiers');
  await page.getByRole('textbox', { name: 'Family name' }).fill(canary.familyName);
  await page.getByRole('textbox', { name: 'Given names' }).fill('Ada');
  await page.getByRole('textbox', { name: 'Address' }).fill(canary.address);
  await press(page, 'Save');
  await page.getByText(canary.address).waitFor();
  await page.goto(`/situations/${id}`);
  await press(page, 'Release limited identifiers');
  await page.getByRole('combobox', { name: 'Legal basis' }).selectOption('phipa40');
  await press(page, 'Release limited identifiers');
}

async function write(page: Page, field: string, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: field });
  await box.fill(text);
  await page.locator('form').filter({ has: box }).getByRole('button', { name: 'Add' }).click();
  await page.getByRole('blockquote').filter({ hasText: text }).waitFor();
}

async function accept(school: Page, police: Page, id: string): Promise<void> {
  await school.goto(`/situations/${id}`);
  await press(school, 'Accept');
  await school.getByRole('combobox', { name: 'Legal basis' }).selectOption('mfippa32h');
  await press(school, 'Accept');
  await school.getByText('Assignment accepted.').waitFor(held);
  await police.goto(`/situations/${id}/identifiers`);
  await write(police, 'What the others need to act', canary.full);
  await school.goto(`/situations/${id}/identifiers`);
  for (const word of [canary.familyName, canary.full]) await school.getByText(word).first().waitFor();
  await write(school, 'Next step of the plan', canary.plan);
  await write(school, 'What visitors must know', canary.safety);
}

async function reportBack(school: Page, id: string): Promise<void> {
  await school.goto('/agency');
  await school.getByRole('button', { name: 'Report back' }).first().click();
  await school.getByText('Add a line for the intervening agencies').click();
  await school.getByRole('textbox', { name: 'Detail' }).fill(canary.detail);
  await press(school, 'Contact made');
  await school.getByText('Reported back.').waitFor();
  await school.goto(`/situations/${id}`);
  await press(school, 'Propose to conclude');
  await school.getByText('Connected to services', { exact: true }).click();
  await press(school, 'Propose to conclude');
  await school.getByText('Conclusion proposed.').waitFor();
}

async function conclude(coordinator: Page, id: string): Promise<void> {
  await press(coordinator, 'Close the meeting');
  await coordinator.getByRole('alertdialog').getByRole('button', { name: 'Close the meeting' }).click();
  await coordinator.getByRole('link', { name: 'Minutes' }).click();
  await coordinator.getByText('What the table decided').first().waitFor();
  await coordinator.goto(`/situations/${id}`);
  await coordinator.getByRole('heading', { name: 'Report-backs' }).waitFor();
  await coordinator.goto(`/situations/${id}/identifiers`);
  await coordinator.getByText('Coordinators decide without them.').waitFor();
  await coordinator.goto(`/situations/${id}/conclude`);
  await coordinator.getByRole('radio', { name: 'Connected to services', exact: true }).waitFor();
  await coordinator.keyboard.press('Control+Enter');
  await coordinator.waitForURL(/step=services/);
  await coordinator.getByRole('group', { name: /risk factors are still there/ }).waitFor();
  await new Typist(coordinator).press('Space', 'Tab', 'Space', 'Control+Enter');
  await coordinator.waitForURL(/step=check/);
  await coordinator.getByText(/It is sealed then/).waitFor();
  await coordinator.keyboard.press('Control+Enter');
  await coordinator.getByText('Nothing else waits to be concluded').waitFor();
}

play(
  'the meeting’s week on three devices and the wall, from the first key to the outcome record; no name reaches the wall or the coordinator',
  async () => {
    const { actors, database, data, ahead, tables } = stage.world();
    const [coordinator, police, school, wall] = [
      await stage.open('deputy'),
      await stage.open('police'),
      await stage.open('school'),
      await stage.open(undefined, { width: 1280, height: 720 }),
    ];
    const [coordinatorReceived, schoolReceived, wallReceived] = [
      await receive(coordinator),
      await receive(school),
      await receive(wall),
    ];
    const { id, number } = await log(police.page);
    const stageNow = async (): Promise<string> =>
      body<{ stage: string }>(await actors.deputy.get(`/situations/${id}`)).stage;

    await convene(coordinator.page, wall.page);
    for (const each of [police, school]) await each.page.goto(coordinator.page.url());
    await coordinator.page.keyboard.press('j');
    for (const each of [coordinator, police, school, wall])
      await each.page.getByRole('heading', { name: new RegExp(number) }).waitFor();
    await coordinator.page.keyboard.press('y');
    await coordinator.page.getByText(`${number}: Risk recorded.`).waitFor();
    await giveNames(police.page, id);
    await school.page.getByRole('button', { name: 'Should be involved' }).click(held);
    await coordinator.page.getByRole('heading', { name: 'Answers at filter 3' }).waitFor();
    await coordinator.page.getByText('1 of 7').waitFor();
    await school.page.goto(`/situations/${id}/identifiers`);
    await school.page.getByText(canary.familyName).first().waitFor();
    await school.page.goBack();
    await shade(coordinator.page, school.page, wall.page, number);
    await coordinator.page.keyboard.press('c');
    await coordinator.page.getByRole('heading', { name: 'Who is needed?' }).waitFor();
    await coordinator.page.keyboard.press('1');
    await coordinator.page.keyboard.press('Enter');
    await coordinator.page.getByText(`${number}: Assigned.`).waitFor(held);
    expect(await stageNow()).toBe('planning');

    await accept(school.page, police.page, id);
    expect(await stageNow()).toBe('intervention');
    await reportBack(school.page, id);
    await conclude(coordinator.page, id);
    expect(await stageNow()).toBe('concluded');
    // What is concluded has no names any more, on a page that was left open neither.
    await police.page.getByText(canary.familyName).waitFor({ state: 'detached' });

    const seen = await Promise.all([coordinatorReceived.found(limited), wallReceived.found(limited)]);
    expect(seen).toEqual([[], []]);
    const asked = wallReceived.paths().filter((path) => path.startsWith('/api/'));
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((path) => !path.startsWith('/api/v1/projector/'))).toEqual([]);
    expect(coordinatorReceived.paths()).toContain('/api/v1/events');
    // The same search finds what the school's device did receive.
    const atSchool = await schoolReceived.found(limited);
    for (const word of limited.slice(1)) expect(atSchool).toContain(`dom: ${word}`);
    expect(atSchool).toContain(`network: ${canary.familyName}`);
    expect([
      coordinator.faults,
      police.faults.filter((fault) => !/404 .*\/tier3$/.test(fault)),
      school.faults,
    ]).toEqual([[], [], []]);
    // Until it is paired the wall finds nothing, and the browser says so.
    expect(wall.faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    await Promise.all([coordinator, police, school, wall].map(({ context }) => context.close()));

    // The correction window passes: codes are left, of nobody.
    await ahead('40 days');
    await runScheduledJobs(data);
    const records = await database.plant<Record<string, unknown>>(
      `select * from stats.sealed_record where table_id = $1 and status = 'concluded'`,
      [tables.harbour],
    );
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      type: 'person',
      lead_sector: 'education',
      conclusion_group: 'overall-risk-lowered',
      conclusion_reason: 'overall-risk-lowered.connected-to-services',
    });
    expect([id, number, ...limited].filter((word) => JSON.stringify(records[0]).includes(word))).toEqual([]);
  },
  300_000,
);

play('the search finds a word that is planted in any way in which a page can come by it', async () => {
  const planted = await stage.open(undefined);
  const received = await receive(planted);
  await planted.page.goto('/projector');
  await planted.page.locator('.wall-code').waitFor();
  await planted.page.route('**/planted', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: 'data: Planted-events Planted-network\n\n' }),
  );
  await planted.page.evaluate(async () => {
    const line = document.createElement('p');
    line.textContent = 'Planted-dom';
    document.body.append(line);
    document.title = 'Planted-title';
    await new Promise(requestAnimationFrame);
    // Shown for a moment only.
    line.remove();
    document.title = '';
    localStorage.setItem('kept', 'Planted-storage');
    history.replaceState(null, '', '?Planted-history');
    history.replaceState(null, '', '?');
    await (await fetch('/planted')).text();
  });
  const found = await received.found(channels.map((channel) => `Planted-${channel}`));
  for (const channel of channels) expect(found).toContain(`${channel}: Planted-${channel}`);
});
