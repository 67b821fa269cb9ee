/** The languages of the console; every word of it is in both (`src/words/*.en.json`, `*.fr.json`). */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];
export type Words = Readonly<Record<string, string>>;

const files = {
  en: () => import('./en.js').then(({ words }) => words),
  fr: () => import('./fr.js').then(({ words }) => words),
} satisfies Record<Language, () => Promise<Words>>;

/** All messages of one language by id, `<screen>.<what>`; only the language in use is fetched. */
export function wordsOf(language: Language): Promise<Words> {
  return files[language]();
}

/** The language the browser asks for, until somebody is signed in. */
export function browserLanguage(): Language {
  return navigator.languages.find((tag) => /^(en|fr)\b/i.test(tag))?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en';
}
