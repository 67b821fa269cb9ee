export type Language = 'en' | 'fr';

/**
 * The language of an answer to somebody whose profile is not known yet, from the header Accept-Language (RFC
 * 9110 §12.5.4).
 * English when the header asks for neither, or is absent.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: Language = 'en';
  let bestWeight = 0;
  for (const part of (acceptLanguage ?? '').slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = tag.split('-')[0];
    const quality = parameters
      .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
      .find((found) => found !== undefined);
    const weight = quality === undefined ? 1 : Number(quality);
    if ((language === 'en' || language === 'fr') && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}
