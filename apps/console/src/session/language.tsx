import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { browserLanguage, wordsOf, type Language, type Words } from '../words/words.js';

const Chosen = createContext<{
  readonly language: Language;
  readonly choose: (language: Language) => void;
  readonly setTimeZone: (zone: string | undefined) => void;
} | null>(null);

/** The language in use, and how to change it without leaving the page. */
export function useLanguage() {
  const chosen = use(Chosen);
  if (chosen === null) throw new Error('outside LanguageProvider');
  return chosen;
}

/** Shows nothing until the words are there: a page never flashes in another language. */
export function LanguageProvider({ children }: { readonly children: (language: Language) => ReactNode }) {
  const [language, choose] = useState<Language>(browserLanguage);
  const [timeZone, setTimeZone] = useState<string>();
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly words: Words }>();
  useEffect(() => {
    let wanted = true;
    void wordsOf(language).then((words) => {
      if (!wanted) return;
      document.documentElement.lang = language;
      setLoaded({ language, words });
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  if (loaded === undefined) return null;
  return (
    <Chosen value={{ language, choose, setTimeZone }}>
      <IntlProvider
        locale={`${loaded.language}-CA`}
        messages={loaded.words}
        {...(timeZone !== undefined && { timeZone })}
        onError={(error) => {
          throw error;
        }}
      >
        {children(loaded.language)}
      </IntlProvider>
    </Chosen>
  );
}
