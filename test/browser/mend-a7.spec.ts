import { expect } from '@jest/globals';
import { body } from '../world/world.js';
import { axeFaults } from './axe.js';
import { picture } from './browser.js';
import { play, setStage } from './stage.js';

const stage = setStage();

interface Coming {
  id: string;
  state: string;
  scheduledFor: string;
  meetsOn: string;
  version: number;
}
const zone = 'America/Toronto';
/** What a screen says of an instant, as the table's clock has it. */
const said = (at: string, language = 'en-CA', more: Intl.DateTimeFormatOptions = {}): string =>
  new Intl.DateTimeFormat(language, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    ...more,
  }).format(new Date(at));

play('the next meeting is the same on every screen, planned, moved, called off and restored', async () => {
  const world = stage.world();
  const coming = async (): Promise<Coming[]> =>
    body<{ rows: Coming[] }>(await world.actors.coordinator.get('/meetings/coming')).rows;
  const [first, second] = await coming();
  const home = await stage.open('police');
  await home.page.goto('/agency');
  const says = (words: string): Promise<void> => home.page.getByText(words, { exact: true }).waitFor();
  await says(`The table meets next on ${said(first!.scheduledFor)}.`);

  const { page, faults } = await stage.open('coordinator');
  await page.goto('/meetings');
  const named = (action: string, at: string): string =>
    `${action}: ${said(at, 'en-CA', { year: 'numeric' })}`;
  await page.getByRole('button', { name: named('Move', first!.scheduledFor) }).click();
  await page.getByRole('textbox', { name: 'Time' }).fill('14:45');
  await page.getByRole('button', { name: 'Move the meeting' }).click();
  await page.getByText('Meeting moved.').waitFor();
  const moved = (await coming())[0]!;
  expect([moved.id, moved.meetsOn]).toEqual([first!.id, first!.meetsOn]);
  expect(said(moved.scheduledFor)).toMatch(/2:45/);
  // The home page hears of it by itself.
  await says(`The table meets next on ${said(moved.scheduledFor)}.`);

  const when = said(moved.scheduledFor, 'en-CA', { year: 'numeric' });
  // A meeting that was moved has a panel of its own; what is called off is a line of the list.
  await page.getByText('Regular meeting · Moved', { exact: true }).waitFor();
  const row = page.getByRole('row', { name: new RegExp(when.replaceAll(/\s/g, String.raw`\s`)) });
  await page.getByRole('button', { name: 'Call off', exact: true }).click();
  await page.getByRole('alertdialog').getByText('It can be restored.', { exact: false }).waitFor();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Call off' }).click();
  await row.getByText('Called off', { exact: true }).waitFor();
  await says(`The table meets next on ${said(second!.scheduledFor)}.`);
  expect(await axeFaults(page)).toEqual([]);
  await picture(page, 'meetings-coming');

  await row.getByRole('button', { name: named('Restore', moved.scheduledFor) }).click();
  await page.getByText('Meeting restored.').waitFor();
  await says(`The table meets next on ${said(moved.scheduledFor)}.`);

  // A planned meeting has its agenda, with the day of the one after it as the day on which paper is shredded.
  await page.getByRole('link', { name: 'Agenda', exact: true }).click();
  await page.waitForURL(`**/meetings/${moved.id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { shredBy } = body<{ shredBy: string }>(
    await world.actors.coordinator.get(`/meetings/${moved.id}/agenda`),
  );
  expect(shredBy).toBe(second!.meetsOn);
  expect([...faults, ...home.faults]).toEqual([]);
});

play('a holiday and an emergency meeting are said as what they are, in French too', async () => {
  const world = stage.world();
  const { administrator, coordinator } = world.actors;
  const rows = body<{ rows: Coming[] }>(await coordinator.get('/meetings/coming')).rows;
  const next = rows.find(({ state }) => state === 'scheduled')!;
  const emergency = new Date(Date.parse(next.scheduledFor) - 3_600_000).toISOString();
  const held = await stage.open('school', { language: 'fr' });
  await held.page.goto('/agency');
  body(await coordinator.post('/meetings', { kind: 'emergency', scheduledFor: emergency }));
  await held.page
    .getByText(
      `Une rencontre d’urgence a lieu le ${said(emergency, 'fr-CA')}. La prochaine rencontre régulière a lieu le ${said(next.scheduledFor, 'fr-CA')}.`,
      { exact: true },
    )
    .waitFor();
  const third = rows.filter(({ state }) => state === 'scheduled')[2]!;
  const list = await administrator.get('/holidays');
  body(
    await administrator.put(
      '/holidays',
      { days: [{ on: third.meetsOn, name: 'Jour de la table' }] },
      { ifMatch: String(list.headers['etag']) },
    ),
  );
  await held.page.goto('/meetings');
  const row = held.page.getByRole('row', { name: /Jour de la table/ });
  await row.getByText('Jour férié', { exact: true }).waitFor();
  // A representative reads; only the coordinator restores.
  expect(await row.getByRole('button').count()).toBe(0);
  expect(held.faults).toEqual([]);
});
