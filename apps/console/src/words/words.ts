/** The languages of the console; every word of it is in both (`src/words/*.en.json`, `*.fr.json`). */
export type Language = 'en' | 'fr';
/**
 * Messages by id, `<catalogue>.<what>`; the build has read what is to be filled in, so that nobody fetches a
 * parser.
 */
export type Words = Record<string, string>;

const files = import.meta.glob<Words>('./*.json', { import: 'default' });

const messages = { en: {}, fr: {} } satisfies Record<Language, Words>;
const fetched = new Map<string, Promise<void>>();
/** Catalogues that something on the page needs: those of every page first, then each screen's own. */
const needed = new Set(['app', 'kit']);
/** Each language that the page has been in: whoever switches back waits for nothing. */
const spoken = new Set<Language>();

function fetchWords(language: Language, catalogue: string): Promise<void> {
  const file = `./${catalogue}.${language}.json`;
  const before = fetched.get(file);
  if (before !== undefined) return before;
  const fetch = files[file];
  if (fetch === undefined) throw new Error(`no words: ${file}`);
  const coming = fetch().then((words) => {
    Object.assign(messages[language], words);
  });
  fetched.set(file, coming);
  // The next who needs them asks again.
  coming.catch(() => {
    fetched.delete(file);
  });
  return coming;
}

async function fetchNeeded(): Promise<void> {
  await Promise.all(
    [...spoken].flatMap((language) => [...needed].map((catalogue) => fetchWords(language, catalogue))),
  );
}

/**
 * The messages of one language, with all that the page needs by now; more is added to the same object as
 * screens are opened.
 */
export async function wordsOf(language: Language): Promise<Words> {
  spoken.add(language);
  await fetchNeeded();
  return messages[language];
}

/** Fetches a part of the console together with the words that it uses, so that it is never shown without them. */
export function withWords<Module>(
  catalogues: readonly string[],
  part: () => Promise<Module>,
): () => Promise<Module> {
  return async () => {
    for (const catalogue of catalogues) needed.add(catalogue);
    const [module] = await Promise.all([part(), fetchNeeded()]);
    return module;
  };
}

/** The language the browser asks for, until somebody is signed in. */
export function browserLanguage(): Language {
  return navigator.languages
    .find((tag) => /^(en|fr)\b/i.test(tag))
    ?.toLowerCase()
    .startsWith('fr') === true
    ? 'fr'
    : 'en';
}
