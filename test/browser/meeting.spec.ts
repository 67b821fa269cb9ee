import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { CheckpointFile, checkpointKey, shortForm } from '#crypto';
import { Queue } from '#database/queue';
import { CheckpointsService } from '../../apps/api/src/audit/checkpoints.service.js';
import { move, takeTo } from '../world/situation.js';
import { body } from '../world/world.js';
import { picture } from './browser.js';
import { play, setStage } from './stage.js';

const stage = setStage();

play(
  'a coordinator convenes a meeting, opens it, marks who is there, decides, closes the round and assigns, by keys',
  async () => {
    const world = stage.world();
    const story = await takeTo(world, 'deidentified');
    const second = await takeTo(world, 'deidentified');
    const { page, faults } = await stage.open('deputy');
    await page.goto('/meetings');
    await page.getByRole('button', { name: 'Convene a meeting' }).click();
    await picture(page, 'meetings-convene');
    await page.getByRole('button', { name: 'Convene', exact: true }).click();
    await page.getByRole('button', { name: 'Open the meeting' }).click();
    await page.getByRole('button', { name: 'Begin with the first' }).waitFor();
    await page.keyboard.press('t');
    for (const name of ['police', 'school', 'health', 'childServices'])
      await page
        .getByRole('radiogroup', { name: `Agency ${name}` })
        .getByText('Room')
        .click();
    await picture(page, 'meeting-attendance');
    await page.keyboard.press('Escape');
    const wall = await stage.open(undefined, { width: 1280, height: 720 });
    await wall.page.goto('/projector');
    const code = (await wall.page.locator('.wall-code').textContent()) ?? '';
    await picture(wall.page, 'projector-pairing');
    await page.keyboard.press('p');
    await page.getByRole('textbox', { name: 'Code on the projector' }).fill(code);
    await page.keyboard.press('Enter');
    await wall.page.getByRole('heading', { name: 'Nothing is on the table' }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: new RegExp(story.number) }).waitFor();
    await wall.page.getByRole('heading', { name: new RegExp(story.number) }).waitFor();
    // The whole room reads a factor with its category.
    await wall.page.getByText('Alcohol – alcohol abuse by person').waitFor();
    await picture(wall.page, 'projector-card');
    await picture(page, 'meeting-filter-2');
    const school = await stage.open('school');
    await school.page.goto(page.url());
    await school.page.getByRole('heading', { name: new RegExp(story.number) }).waitFor();
    await page.keyboard.press('b');
    await page.getByRole('heading', { name: 'Screen covered' }).waitFor();
    await wall.page.getByRole('heading', { name: 'The screen is covered' }).waitFor({ state: 'attached' });
    await school.page.getByRole('heading', { name: 'Screen covered' }).waitFor();
    await picture(school.page, 'meeting-shaded');
    await page.getByRole('button', { name: /Show/ }).click();
    await school.page.getByRole('heading', { name: 'Screen covered' }).waitFor({ state: 'detached' });
    await wall.page.getByRole('heading', { name: new RegExp(story.number) }).waitFor();
    await picture(school.page, 'meeting-follower');
    await page.keyboard.press('y');
    await page.getByText('Waiting for the agency that brought it').waitFor();
    await page.getByText(`${story.number}: Risk recorded.`).waitFor();
    story.version = body<{ version: number }>(
      await world.actors.police.get(`/situations/${story.id}`),
    ).version;
    await move(story, 'police', 'release-identifiers', { basis: 'phipa40' });
    await page.getByRole('heading', { name: 'Answers at filter 3' }).waitFor();
    await move(story, 'school', 'answer', { answer: 'involved', canHelp: true });
    await page.getByText('Can help').waitFor();
    await picture(page, 'meeting-filter-3');
    await page.keyboard.press('c');
    await page.getByRole('heading', { name: 'Who is needed?' }).waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('2');
    await picture(page, 'meeting-assign');
    await page.keyboard.press('Enter');
    await page.getByText('Assigned.').waitFor({ timeout: 15_000 });
    await picture(page, 'meeting-assigned');
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: new RegExp(second.number) }).waitFor();
    await page.keyboard.press('n');
    await picture(page, 'meeting-reject');
    await page.keyboard.press('3');
    await page.getByText(`${second.number}: Rejected.`).waitFor();
    await picture(page, 'meeting-rejected');
    await page.getByRole('button', { name: `Bring ${second.number} back` }).waitFor();
    await page.keyboard.press('u');
    await page.getByText(`${second.number}: Undone.`).waitFor();
    await page.getByRole('heading', { name: new RegExp(second.number) }).waitFor();
    await page.getByRole('button', { name: 'More information, next week' }).waitFor();
    await page.keyboard.press('l');
    await page.getByText('More information next week').waitFor();
    expect(body<{ stage: string }>(await world.actors.deputy.get(`/situations/${story.id}`)).stage).toBe(
      'planning',
    );
    // Until it is paired the wall finds nothing, and what was rejected is found by nobody: the browser says so.
    expect([...faults, ...school.faults, ...wall.faults].filter((fault) => !fault.includes('404'))).toEqual(
      [],
    );
    // On paper: the day by which it is shredded, and what names the latest checkpoint of the audit; on the
    // screen neither.
    const folder = mkdtempSync(join(tmpdir(), 'paper-'));
    const made = await new CheckpointsService(
      world.data,
      new Queue(undefined),
      new CheckpointFile(folder, checkpointKey(folder)),
    ).make();
    rmSync(folder, { recursive: true });
    const short = shortForm(made!.digest);
    const onPaper = async (name: string): Promise<void> => {
      await page.reload();
      await page.getByText(short).waitFor({ state: 'attached' });
      expect(await page.getByText(short).isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      await page.getByText(short).waitFor();
      await page.getByText(/Shred printed copies by \w+ \d+, \d{4}/).waitFor();
      await picture(page, name);
      await page.emulateMedia({ media: 'screen' });
    };
    await onPaper('meeting-on-paper');
    await page.getByRole('button', { name: 'Close the meeting' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close the meeting' }).click();
    await page.getByRole('link', { name: 'Minutes' }).click();
    await page.getByText('What the table decided').first().waitFor();
    await picture(page, 'minutes');
    await onPaper('minutes-on-paper');
    const french = await stage.open('deputy', { language: 'fr' });
    await french.page.goto(page.url());
    await french.page.emulateMedia({ media: 'print' });
    await french.page.getByText(short).waitFor();
    await french.page
      .getByText(/Déchiquetez les copies imprimées au plus tard le \d+(?:er)? \p{L}+ \d{4}/u)
      .waitFor();
    await picture(french.page, 'minutes-on-paper-fr');
  },
);
