import { expect } from '@jest/globals';
import { draft, takeTo } from '../world/situation.js';
import { body, type Name } from '../world/world.js';
import { expectSound } from './sound.js';
import { play, setStage } from './stage.js';

/*
 * Identifiers of one more person say whose they are. Given: "Add another person" named nobody, so the server
 * took it for the subject, who had identifiers already, and what was typed could be saved in no way ("Already
 * exists").
 */
const stage = setStage();

interface Identities {
  rows: { personId: string | null; identity: { familyName: string; birthDate?: string } }[];
}
interface Card {
  persons: { id: string; ageBand: string | null; sex: string | null }[];
}
const identities = async (name: Name, id: string): Promise<Identities['rows']> =>
  body<Identities>(await stage.world().actors[name].get(`/situations/${id}/tier3`)).rows;
const persons = async (name: Name, id: string): Promise<Card['persons']> =>
  body<Card>(await stage.world().actors[name].get(`/situations/${id}`)).persons;

const words = {
  en: {
    add: 'Add another person',
    family: 'Family name',
    given: 'Given names',
    birth: 'Date of birth',
    save: 'Save',
    who: 'Who it is',
    choose: /Choose the person\./,
    age: 'Age',
    sex: 'Sex',
    hint: /does not fit the age that the table was shown/,
  },
  fr: {
    add: 'Ajouter une autre personne',
    family: 'Nom de famille',
    given: 'Prénoms',
    birth: 'Date de naissance',
    save: 'Enregistrer',
    who: 'Qui est-ce',
    choose: /Choisissez la personne\./,
    age: 'Âge',
    sex: 'Sexe',
    hint: /ne concorde pas avec l’âge montré à la table/,
  },
} as const;

play.each(['en', 'fr'] as const)(
  'police add identifiers of the second and of a third person of a situation (%s)',
  async (language) => {
    const word = words[language];
    const { id } = await takeTo(stage.world(), 'deidentified', {
      ...draft,
      persons: [...draft.persons, { ageBand: '30-39', sex: 'female', riskFactors: [] }],
    });
    const [one, two] = await persons('police', id);
    const { page, faults } = await stage.open('police', { language });
    await page.goto(`/situations/${id}/identifiers`);

    await page.getByRole('button', { name: word.add }).click();
    await page.getByLabel(word.family).fill('Second');
    await page.getByLabel(word.given).fill('Sam');
    // Two persons are left: none is chosen for the writer, and nothing typed is lost for asking.
    await page.getByRole('button', { name: word.save, exact: true }).click();
    await page.getByText(word.choose).waitFor();
    await expectSound(page);
    await page.getByLabel(word.who).selectOption(two!.id);
    await page.getByLabel(word.birth).fill('1950-01-01');
    await page.getByText(word.hint).waitFor();
    await page.getByRole('button', { name: word.save, exact: true }).click();
    await page.getByText('Second', { exact: true }).waitFor();

    // One is left, and is chosen; a person who is not on the card is taken all the same.
    await page.getByRole('button', { name: word.add }).click();
    expect(await page.getByLabel(word.who).inputValue()).toBe(one!.id);
    await page.getByLabel(word.who).selectOption('further');
    await page.getByLabel(word.age, { exact: true }).selectOption('60-plus');
    await page.getByLabel(word.sex, { exact: true }).selectOption('male');
    await page.getByLabel(word.family).fill('Third');
    await page.getByLabel(word.given).fill('Tom');
    await page.getByRole('button', { name: word.save, exact: true }).click();
    await page.getByText('Third', { exact: true }).waitFor();

    const further = (await persons('police', id)).find((each) => each.id !== one!.id && each.id !== two!.id);
    expect(further).toMatchObject({ ageBand: '60-plus', sex: 'male' });
    const given = Object.fromEntries(
      (await identities('police', id)).map(({ personId, identity }) => [identity.familyName, personId]),
    );
    expect(given).toEqual({ 'Canary-T3-Okonkwo': null, Second: two!.id, Third: further!.id });
    expect(faults).toEqual([]);
  },
);

play('a refused save of one more person keeps the words, and puts nobody on the card twice', async () => {
  const { id } = await takeTo(stage.world(), 'deidentified');
  const { page } = await stage.open('police');
  await page.goto(`/situations/${id}/identifiers`);
  await page.getByRole('button', { name: words.en.add }).click();
  await page.getByLabel(words.en.who).selectOption('further');
  await page.getByLabel(words.en.family).fill('Unborn');
  await page.getByLabel(words.en.given).fill('Una');
  await page.getByLabel(words.en.birth).fill('2999-01-01');
  await page.getByRole('button', { name: words.en.save, exact: true }).click();
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByLabel(words.en.family).inputValue()).toBe('Unborn');
  await page.getByLabel(words.en.birth).fill('2001-01-01');
  await page.getByRole('button', { name: words.en.save, exact: true }).click();
  await page.getByText('Unborn', { exact: true }).waitFor();
  expect(await persons('police', id)).toHaveLength(2);
});

play('nothing is offered that the server refuses: after the plan is under way nobody is added', async () => {
  const { id } = await takeTo(stage.world(), 'planning');
  const { page, faults } = await stage.open('police');
  await page.goto(`/situations/${id}/identifiers`);
  await page.getByText('Canary-T3-Okonkwo').waitFor();
  expect(await page.getByRole('button', { name: words.en.add }).count()).toBe(0);
  expect(faults).toEqual([]);
});
