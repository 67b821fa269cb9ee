import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  parse,
  TYPE,
  type MessageFormatElement,
  type PluralElement,
} from '@formatjs/icu-messageformat-parser';
import { createIntl } from 'react-intl';
import { counted } from '#domain/text';
import { numbersBeforeWords, numbersOfConsole, type NumberPlace } from './number-placeholders.js';

/*
 * What is counted is said rightly in both languages. Given: "1 days", "1 jours", singular for three. Which
 * messages are counted is found by the types of the console: each placeholder that receives a number.
 */
const folder = 'apps/console/src/words/';
const languages = ['en', 'fr'] as const;
type Language = (typeof languages)[number];
const wordsOf = (language: Language): Record<string, string> =>
  Object.assign(
    {},
    ...readdirSync(folder)
      .filter((file) => file.endsWith(`.${language}.json`))
      .map((file) => JSON.parse(readFileSync(folder + file, 'utf8')) as Record<string, string>),
  ) as Record<string, string>;
const words = { en: wordsOf('en'), fr: wordsOf('fr') };
const messages = languages.flatMap((language) =>
  Object.entries(words[language]).map(([id, text]) => ({ language, id, text })),
);

/** Every plural of a message, those within others too. */
function pluralsOf(elements: readonly MessageFormatElement[]): PluralElement[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.plural)
      return [element, ...Object.values(element.options).flatMap(({ value }) => pluralsOf(value))];
    if (element.type === TYPE.select)
      return Object.values(element.options).flatMap(({ value }) => pluralsOf(value));
    return element.type === TYPE.tag ? pluralsOf(element.children) : [];
  });
}

/** The text behind each bare use of a placeholder: what would have to change with the number. */
function behind(elements: readonly MessageFormatElement[], name: string): string[] {
  return elements.flatMap((element, place) => {
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return Object.values(element.options).flatMap(({ value }) => behind(value, name));
    if (element.type === TYPE.tag) return behind(element.children, name);
    if ((element.type !== TYPE.argument && element.type !== TYPE.number) || element.value !== name) return [];
    const next = elements[place + 1];
    return [next?.type === TYPE.literal ? next.value : ''];
  });
}
/**
 * Words that follow a number and stay as they are; "alike" and "semblables" follow a threshold, which is more
 * than one.
 */
const unchanging = /^\s(?:of|or|sur|de|ou|alike|semblables|done|shown|on this one)(?!\p{L})|^(?!\s\p{L})/u;
/** Where the number counts nothing: it is the name of a character or a checkpoint, or a threshold of several. */
const nameless = [
  'refusals.rule place',
  'kit.text.refused place',
  'meeting.checkpoint number',
  'statistics.why.rule threshold',
];

/** A message with that many, and every other value a text. */
function said(language: Language, id: string, count: number): string {
  const text = words[language][id] ?? '';
  const names = new Set(pluralsOf(parse(text)).map(({ value }) => value));
  const values = Object.fromEntries(
    [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => [name, names.has(name) ? count : 'x']),
  );
  return createIntl({
    locale: `${language}-CA`,
    messages: { [id]: text },
    onError: () => undefined,
  }).formatMessage({ id }, values);
}

describe('a number in the words of the console', () => {
  let places: NumberPlace[];
  beforeAll(() => {
    places = numbersOfConsole(Object.keys(words.en));
  }, 120_000);

  it('is found at every place where a screen counts', () => {
    expect(places.length).toBeGreaterThan(80);
    // A version and a border go into functions that write no words.
    const silent = places.filter(
      ({ ids, placeholder }) => ids.length === 0 && !/^(?:version|border)$/.test(placeholder),
    );
    expect(silent).toEqual([]);
  });

  it('stands before no word that changes with it, but in a plural rule', () => {
    const bare = places.flatMap(({ ids, placeholder, at }) =>
      ids.flatMap((id) =>
        languages.flatMap((language) =>
          behind(parse(words[language][id] ?? ''), placeholder)
            .filter((text) => !unchanging.test(text) && !nameless.includes(`${id} ${placeholder}`))
            .map((text) => `${at} ${language} ${id} {${placeholder}}${text}`),
        ),
      ),
    );
    expect(bare).toEqual([]);
  });

  it('goes into a plural rule as a number: a number made a text has no plural', () => {
    const texts = places.filter(
      ({ ids, placeholder, isText }) =>
        isText &&
        ids.some((id) => pluralsOf(parse(words.en[id] ?? '')).some(({ value }) => value === placeholder)),
    );
    expect(texts).toEqual([]);
  });

  it('is counted in the same messages of both languages', () => {
    const countedIn = (language: Language, id: string) =>
      [...new Set(pluralsOf(parse(words[language][id] ?? '')).map(({ value }) => value))].sort();
    const apart = Object.keys(words.en).filter(
      (id) => JSON.stringify(countedIn('en', id)) !== JSON.stringify(countedIn('fr', id)),
    );
    expect(apart).toEqual([]);
  });
});

describe('a plural rule', () => {
  const rules = messages.flatMap(({ language, id, text }) =>
    pluralsOf(parse(text)).map((plural) => ({ language, id, plural })),
  );

  it('has the singular and the plural of its language', () => {
    expect(rules.length).toBeGreaterThan(100);
    const incomplete = rules.filter(
      ({ plural: { options } }) => !('one' in options) || !('other' in options),
    );
    expect(incomplete.map(({ language, id }) => `${language} ${id}`)).toEqual([]);
    // French counts 0, 1 and 1.5 alike: a singular for exactly 1 would leave 0 and 1.5 in the plural.
    const exact = rules.filter(({ plural: { options } }) => '=1' in options);
    expect(exact.map(({ language, id }) => `${language} ${id}`)).toEqual([]);
  });

  it.each([0, 1, 2, 5, 1.5])('says %d in each message as the language does', (count) => {
    const wrong = messages.flatMap(({ language, id, text }) => {
      const plurals = pluralsOf(parse(text));
      if (plurals.length === 0 || (count === 0 && plurals.some(({ options }) => '=0' in options))) return [];
      const isSingular = language === 'fr' ? count < 2 : count === 1;
      // The same words as for one, or as for seven, but for the figure.
      const figures = (n: number) => said(language, id, n).replaceAll(/\d+(?:[.,]\d+)?/g, 'N');
      return figures(count) === figures(isSingular ? 1 : 7)
        ? []
        : [`${language} ${id}: ${said(language, id, count)}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each([0, 1, 2, 5])('has its nouns in the right branch for %i', (count) => {
    const nouns = {
      en: 'day month hour week minute second record row key line agency situation discussion opening reset',
      fr: 'jour heure semaine minute seconde enregistrement ligne clé organisme situation discussion ouverture',
    };
    const wrong = messages.flatMap(({ language, id, text }) => {
      if (pluralsOf(parse(text)).length === 0) return [];
      const isSingular = language === 'fr' ? count < 2 : count === 1;
      const forms = nouns[language].split(' ').map((noun) => {
        const many = noun.endsWith('cy') ? noun.replace(/y$/, 'ies') : `${noun}s`;
        return isSingular ? many : noun;
      });
      const full = said(language, id, count);
      return new RegExp(`\\b${count} (?:${forms.join('|')})(?!\\p{L})`, 'u').test(full)
        ? [`${language} ${id}: ${full}`]
        : [];
    });
    expect(wrong).toEqual([]);
  });
});

describe('a number of a command, a log or a mail', () => {
  it('stands before no word that changes with it, but by counted()', () => {
    expect(numbersBeforeWords(['apps/cli/src', 'apps/api/src', 'libs/database/src'])).toEqual([]);
  }, 120_000);

  it.each([
    [0, '0 keys', '0 agencies'],
    [1, '1 key', '1 agency'],
    [2, '2 keys', '2 agencies'],
    [5, '5 keys', '5 agencies'],
    [1.5, '1.5 keys', '1.5 agencies'],
  ])('is counted in English for %d', (count, keys, agencies) => {
    expect([counted(count, 'key'), counted(count, 'agency', 'agencies')]).toEqual([keys, agencies]);
  });

  it('says no "(s)" instead of counting, in any text of a refusal, a mail or a command', () => {
    const sources = ['apps/cli/src', 'apps/api/src', 'libs/edge/src', 'libs/database/src', folder].flatMap(
      (root) =>
        readdirSync(root, { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.(?:ts|json)$/.test(name))
          .map((name) => `${root.replace(/\/$/, '')}/${name}`),
    );
    const lazy = sources.filter((file) =>
      /[a-z]\((?:s|es|e|le|x)\)[ ,.;:'"`’]/.test(readFileSync(file, 'utf8')),
    );
    expect(lazy).toEqual([]);
  });
});
