import { useIntl } from 'react-intl';
import type english from '../words/kit.en.json';

export type KitWord = keyof typeof english;
export type KitValues = Readonly<Record<string, string | number>>;

/** The kit's own words in the reader's language. Screens bring their own catalogues. */
export function useKitWords(): (word: KitWord, values?: KitValues) => string {
  const intl = useIntl();
  return (word, values) => intl.formatMessage({ id: word }, values);
}
