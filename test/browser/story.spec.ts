import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { canary, draft } from '../world/situation.js';
import { body } from '../world/world.js';
import type { Watched } from './browser.js';
import { play, setStage } from './stage.js';

const stage = setStage();
const limited = [canary.familyName, canary.address, canary.full, canary.privateNote];

/** Everything that a page is given: the bodies of all answers as they come. */
function hear({ page }: Watched): string[] {
  const bodies: string[] = [];
  page.on('response', (response) => { void response.text().then((text) => bodies.push(`${response.url()} ${text}`), () => undefined); });
  return bodies;
}

const standing = (page: Page): Promise<string> =>
  page.evaluate(() => [document.documentElement.outerHTML, document.title, location.href, JSON.stringify({ ...sessionStorage }), JSON.stringify({ ...localStorage }), JSON.stringify(history.state)].join('\n'));

/** A held action is sent after five seconds. */
const held = { timeout: 20_000 };

play('the meeting’s hour on three devices and the wall: brought, decided, released, answered, assigned; no name reaches the wall or the chair', async () => {
  const { actors } = stage.world();
  const screening = body<{ id: string }>(await actors.police.post('/screenings', draft));
  const { id, number } = body<{ id: string; number: string }>(await actors.police.post(`/screenings/${screening.id}/bring-to-table`, { ownMeansExhausted: true }, { ifMatch: 1 }));
  body(await actors.police.post(`/situations/${id}/tier3`, { identity: { familyName: canary.familyName, givenNames: 'Ada', birthDate: '2011-03-04', address: canary.address } }));
  const [chair, police, school, wall] = [await stage.open('deputy'), await stage.open('police'), await stage.open('school'), await stage.open(undefined, { width: 1280, height: 720 })];
  const [chairHeard, wallHeard, schoolHeard] = [hear(chair), hear(wall), hear(school)];

  await chair.page.goto('/meetings');
  await chair.page.getByRole('button', { name: 'Convene a meeting' }).click();
  await chair.page.getByRole('button', { name: 'Convene', exact: true }).click();
  await chair.page.getByRole('button', { name: 'Open the meeting' }).click();
  await chair.page.getByRole('button', { name: 'Begin with the first' }).waitFor();
  await chair.page.keyboard.press('t');
  for (const name of ['police', 'school', 'health']) await chair.page.getByRole('radiogroup', { name: `Agency ${name}` }).getByText('Room').click();
  await chair.page.keyboard.press('Escape');
  await wall.page.goto('/projector');
  const code = await wall.page.locator('.wall-code').textContent() ?? '';
  await chair.page.keyboard.press('p');
  await chair.page.getByRole('textbox', { name: 'Code on the wall' }).fill(code);
  await chair.page.keyboard.press('Enter');
  await wall.page.getByRole('heading', { name: 'Nothing is on the table' }).waitFor();
  for (const each of [police, school]) await each.page.goto(chair.page.url());

  await chair.page.keyboard.press('j');
  for (const each of [chair, police, school, wall]) await each.page.getByRole('heading', { name: new RegExp(number) }).waitFor();
  await chair.page.keyboard.press('y');
  await chair.page.getByText(`${number}: Risk recorded.`).waitFor();

  await police.page.getByRole('button', { name: 'Release limited identifiers' }).click();
  await police.page.getByRole('combobox', { name: 'Legal basis' }).selectOption('phipa40');
  await police.page.getByRole('button', { name: 'Release limited identifiers' }).last().click();
  await school.page.getByRole('button', { name: 'Should be involved' }).click(held);
  await chair.page.getByRole('heading', { name: 'Answers at filter 3' }).waitFor();
  await chair.page.getByText('1 of 7').waitFor();
  await school.page.goto(`/situations/${id}/identifiers`);
  await school.page.getByText(canary.familyName).first().waitFor();
  await school.page.goBack();

  await chair.page.keyboard.press('b');
  await wall.page.getByRole('heading', { name: 'The screen is covered' }).waitFor({ state: 'attached' });
  await school.page.getByRole('heading', { name: 'Screen covered' }).waitFor();
  await chair.page.getByRole('button', { name: 'Show the screen again' }).click();
  await wall.page.getByRole('heading', { name: new RegExp(number) }).waitFor();

  await chair.page.keyboard.press('c');
  await chair.page.getByRole('heading', { name: 'Who is needed?' }).waitFor();
  await chair.page.keyboard.press('1');
  await chair.page.keyboard.press('Enter');
  await chair.page.getByText(`${number}: Assigned.`).waitFor(held);
  expect(body<{ stage: string }>(await actors.deputy.get(`/situations/${id}`)).stage).toBe('planning');

  // The search can find: the school's device did receive the name.
  expect(schoolHeard.join('')).toContain(canary.familyName);
  const [chairSeen, wallSeen] = [`${chairHeard.join('\n')}\n${await standing(chair.page)}`, `${wallHeard.join('\n')}\n${await standing(wall.page)}`];
  expect(limited.filter((word) => chairSeen.includes(word) || wallSeen.includes(word))).toEqual([]);
  const asked = wallHeard.map((heard) => new URL(heard.split(' ')[0]!).pathname).filter((path) => path.startsWith('/api/'));
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((path) => !path.startsWith('/api/v1/projector/'))).toEqual([]);
  expect([...chair.faults, ...police.faults, ...school.faults]).toEqual([]);
  // Until it is paired the wall finds nothing, and the browser says so.
  expect(wall.faults.filter((fault) => !fault.includes('404'))).toEqual([]);
});
