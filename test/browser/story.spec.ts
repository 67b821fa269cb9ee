import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { runScheduledJobs } from '#database/jobs';
import { canary } from '../world/situation.js';
import { body } from '../world/world.js';
import { channels, receive } from './received.js';
import { play, setStage } from './stage.js';
import { Typist } from './typist.js';

const stage = setStage();
/** What is written in this story by hand and is neither for the wall nor for the chair. */
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
async function convene(chair: Page, wall: Page): Promise<void> {
  await chair.goto('/meetings');
  await chair.getByRole('button', { name: 'Convene a meeting' }).click();
  await press(chair, 'Convene');
  await press(chair, 'Open the meeting');
  await chair.getByRole('button', { name: 'Begin with the first' }).waitFor();
  await chair.keyboard.press('t');
  for (const name of ['police', 'school', 'health'])
    await chair
      .getByRole('radiogroup', { name: `Agency ${name}` })
      .getByText('Room')
      .click();
  await chair.keyboard.press('Escape');
  await wall.goto('/projector');
  const code = (await wall.locator('.wall-code').textContent()) ?? '';
  await chair.keyboard.press('p');
  await chair.getByRole('textbox', { name: 'Code on the projector' }).fill(code);
  await chair.keyboard.press('Enter');
  await wall.getByRole('heading', { name: 'Nothing is on the table' }).waitFor();
}

async function shade(chair: Page, school: Page, wall: Page, number: string): Promise<void> {
  await chair.keyboard.press('b');
  await wall.getByRole('heading', { name: 'The screen is covered' }).waitFor({ state: 'attached' });
  await school.getByRole('heading', { name: 'Screen covered' }).waitFor();
  await press(chair, 'Show the screen again');
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

async function conclude(chair: Page, id: string): Promise<void> {
  await press(chair, 'Close the meeting');
  await chair.getByRole('alertdialog').getByRole('button', { name: 'Close the meeting' }).click();
  await chair.getByRole('link', { name: 'Minutes' }).click();
  await chair.getByText('What the table decided').first().waitFor();
  await chair.goto(`/situations/${id}`);
  await chair.getByRole('heading', { name: 'Report-backs' }).waitFor();
  await chair.goto(`/situations/${id}/identifiers`);
  await chair.getByText('Coordinators decide without them.').waitFor();
  await chair.goto(`/situations/${id}/conclude`);
  await chair.getByRole('radio', { name: 'Connected to services', exact: true }).waitFor();
  await chair.keyboard.press('Control+Enter');
  await chair.waitForURL(/step=services/);
  await chair.getByRole('group', { name: /risk factors are still there/ }).waitFor();
  await new Typist(chair).press('Space', 'Tab', 'Space', 'Control+Enter');
  await chair.waitForURL(/step=check/);
  await chair.getByText(/It is sealed then/).waitFor();
  await chair.keyboard.press('Control+Enter');
  await chair.getByText('Nothing else waits to be concluded').waitFor();
}

play(
  'the meeting’s week on three devices and the wall, from the first key to the outcome record; no name reaches the wall or the chair',
  async () => {
    const { actors, database, data, ahead, tables } = stage.world();
    const [chair, police, school, wall] = [
      await stage.open('deputy'),
      await stage.open('police'),
      await stage.open('school'),
      await stage.open(undefined, { width: 1280, height: 720 }),
    ];
    const [chairReceived, schoolReceived, wallReceived] = [
      await receive(chair),
      await receive(school),
      await receive(wall),
    ];
    const { id, number } = await log(police.page);
    const stageNow = async (): Promise<string> =>
      body<{ stage: string }>(await actors.deputy.get(`/situations/${id}`)).stage;

    await convene(chair.page, wall.page);
    for (const each of [police, school]) await each.page.goto(chair.page.url());
    await chair.page.keyboard.press('j');
    for (const each of [chair, police, school, wall])
      await each.page.getByRole('heading', { name: new RegExp(number) }).waitFor();
    await chair.page.keyboard.press('y');
    await chair.page.getByText(`${number}: Risk recorded.`).waitFor();
    await giveNames(police.page, id);
    await school.page.getByRole('button', { name: 'Should be involved' }).click(held);
    await chair.page.getByRole('heading', { name: 'Answers at filter 3' }).waitFor();
    await chair.page.getByText('1 of 7').waitFor();
    await school.page.goto(`/situations/${id}/identifiers`);
    await school.page.getByText(canary.familyName).first().waitFor();
    await school.page.goBack();
    await shade(chair.page, school.page, wall.page, number);
    await chair.page.keyboard.press('c');
    await chair.page.getByRole('heading', { name: 'Who is needed?' }).waitFor();
    await chair.page.keyboard.press('1');
    await chair.page.keyboard.press('Enter');
    await chair.page.getByText(`${number}: Assigned.`).waitFor(held);
    expect(await stageNow()).toBe('planning');

    await accept(school.page, police.page, id);
    expect(await stageNow()).toBe('intervention');
    await reportBack(school.page, id);
    await conclude(chair.page, id);
    expect(await stageNow()).toBe('concluded');
    // What is concluded has no names any more, on a page that was left open neither.
    await police.page.getByText(canary.familyName).waitFor({ state: 'detached' });

    const seen = await Promise.all([chairReceived.found(limited), wallReceived.found(limited)]);
    expect(seen).toEqual([[], []]);
    const asked = wallReceived.paths().filter((path) => path.startsWith('/api/'));
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((path) => !path.startsWith('/api/v1/projector/'))).toEqual([]);
    expect(chairReceived.paths()).toContain('/api/v1/events');
    // The same search finds what the school's device did receive.
    const atSchool = await schoolReceived.found(limited);
    for (const word of limited.slice(1)) expect(atSchool).toContain(`dom: ${word}`);
    expect(atSchool).toContain(`network: ${canary.familyName}`);
    expect([
      chair.faults,
      police.faults.filter((fault) => !/404 .*\/tier3$/.test(fault)),
      school.faults,
    ]).toEqual([[], [], []]);
    // Until it is paired the wall finds nothing, and the browser says so.
    expect(wall.faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    await Promise.all([chair, police, school, wall].map(({ context }) => context.close()));

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
