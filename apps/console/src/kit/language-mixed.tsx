import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

export interface LanguageMixedProps {
  readonly lang: 'en' | 'fr';
  readonly children: ReactNode;
}

/**
 * Marks words of the other language, so that a screen reader pronounces them rightly: both labels of a term,
 * a language switch, a summary typed in French.
 */
export function LanguageMixed({ lang, children }: LanguageMixedProps) {
  const intl = useIntl();
  return intl.locale.startsWith(lang) ? <>{children}</> : <span lang={lang}>{children}</span>;
}
