import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import fc from 'fast-check';
import { draft, takeTo } from '../world/situation.js';
import { body } from '../world/world.js';
import { picture } from './browser.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

/* Harmless invisible characters go as they are typed or pasted, with the caret where it was; what is refused is named beside its field. */
const stage = setStage();

/** Pastes as a person does, at the caret. */
async function paste(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus();
  await page.evaluate((words) => {
    document.execCommand('insertText', false, words);
  }, text);
}

play('what is pasted out of Word is cleaned in place, and typing goes on where the caret was', async () => {
  const { id } = await takeTo(stage.world(), 'deidentified');
  const { page, faults } = await stage.open('health');
  await page.goto(`/situations/${id}`);
  const field = page.getByRole('textbox', { name: 'Remark' });
  await field.fill('before  after');
  await field.press('Home');
  for (let at = 0; at < 7; at += 1) await field.press('ArrowRight');
  await paste(page, field, '\u2068un\u00adclear\u2069\u200b\u000bsecond line');
  await page.keyboard.type('!');
  expect(await field.inputValue()).toBe('before unclear\nsecond line! after');
  await field.fill('👩‍🚒 می‌خواهم ශ්‍රී');
  expect(await field.inputValue()).toBe('👩‍🚒 می‌خواهم ශ්‍රී');
  expect(faults).toEqual([]);
});

play('a control in a name is said beside its field, in French, and removed by one press', async () => {
  const { page } = await stage.open('administrator', { language: 'fr' });
  await page.goto('/administration/agencies');
  await page.getByRole('button', { name: 'Renommer Agency foodBank' }).click();
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Nom' });
  await name.fill('Banque\u202d du port');
  await page.getByText('Le caractère 7 (U+202D) ne peut pas être gardé.').waitFor();
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  await expectSound(page);
  await picture(page, 'refused-character-fr');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('alert').getByText('Nom : le caractère 7 (U+202D)').waitFor();
  await page.getByRole('button', { name: 'Le retirer' }).click();
  expect(await name.inputValue()).toBe('Banque du port');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Enregistré : Banque du port.').waitFor();
});

/** Puts a text into a field as a program that pastes does, whatever is in it: half characters and NUL too. */
async function put(field: Locator, text: string): Promise<string> {
  const units = [...Array(text.length).keys()].map((place) => text.charCodeAt(place));
  await field.evaluate((element, codes) => {
    const control = element as HTMLInputElement | HTMLTextAreaElement;
    const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control) as object, 'value')?.set;
    setter?.call(control, String.fromCharCode(...codes));
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }, units);
  return field.inputValue();
}

play(
  'page and server keep the same of any text, and refuse the same',
  async () => {
    const { actors } = stage.world();
    const { id } = await takeTo(stage.world(), 'deidentified');
    const { page } = await stage.open('police');
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
      fc.constantFrom(
        '\v',
        '\f',
        '\u2028',
        '\u2029',
        '\r\n',
        '\n',
        '\t',
        '\u00a0',
        '\u00ad',
        '\u200b',
        '\ufeff',
      ),
      fc.constantFrom(
        '\u200c',
        '\u200d',
        'می\u200cخواهم',
        'שָׁ\u034f',
        '\u0301',
        '\ufe0f',
        '\ufe0e',
        '🏴\u{e0067}\u{e0062}\u{e007f}',
      ),
      fc.constantFrom('\u{e0067}', '\u202a', '\u2067', '\u3164', '👨\u200d👩\u200d👧', 'a'),
      fc.constantFrom('\u0000', '\u0007', '\u0085', '\u202e', '\ud83d', '\udc68'),
    );
    const texts = fc
      .sample(fc.array(piece, { minLength: 1, maxLength: 8 }), { numRuns: 60, seed: 3 })
      .map((pieces) => `a${pieces.join('')}z`);
    texts.push('a\vb', 'a\fb', 'a\u2028b', 'a\ud83db', 'a\u0000b');

    await page.goto('/situations/new');
    const note = page.getByRole('textbox', { name: /Note for your agency/ }).first();
    await note.waitFor();
    for (const privateNote of texts) {
      const shown = await put(note, privateNote);
      const isRefused = (await note.getAttribute('aria-invalid')) === 'true';
      const sent = await actors.school.post('/screenings', { ...draft, privateNote });
      expect([privateNote, sent.status]).toEqual([privateNote, isRefused ? 400 : 201]);
      if (isRefused) continue;
      const { id: draftId } = body<{ id: string }>(sent);
      const kept = body<{ content: { privateNote: string } }>(
        await actors.school.get(`/screenings/${draftId}`),
      );
      expect(shown).toBe(kept.content.privateNote);
    }

    await page.goto(`/situations/${id}/identifiers`);
    await page.getByRole('button', { name: 'Correct' }).click();
    const name = page.getByRole('textbox', { name: 'Family name' });
    const tier3 = `/situations/${id}/tier3`;
    type Rows = { rows: { id: string; version: number; identity: { familyName: string } }[] };
    for (const familyName of texts) {
      const shown = await put(name, familyName);
      const isRefused = (await name.getAttribute('aria-invalid')) === 'true';
      const [row] = body<Rows>(await actors.police.get(tier3)).rows;
      const identity = { familyName, givenNames: 'Ada' };
      const sent = await actors.police.put(
        `${tier3}/${row?.id}`,
        { identity },
        { ifMatch: row?.version ?? 0 },
      );
      expect([familyName, sent.status]).toEqual([familyName, isRefused ? 400 : 200]);
      if (isRefused) continue;
      const kept = body<Rows>(await actors.police.get(tier3)).rows[0]?.identity.familyName;
      // A field of one line drops bare line ends before anybody sees them; the server makes each run of spaces one.
      const folded = (text: string) =>
        text
          .normalize('NFC')
          .replaceAll(/[\s\u2800]+/gu, ' ')
          .trim();
      if (!/[\r\n]/.test(familyName)) expect(folded(shown)).toBe(kept);
    }
  },
  240_000,
);
