import { useCallback, useLayoutEffect } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { useLanguage } from '../../session/language.js';
import { SituationCard } from '../../kit/situation-card.js';

const points = ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'] as const;

const [largest, smallest] = [56, 22];

/**
 * Nobody scrolls a wall: letters as large as they can be with the whole card in view, down to what is still
 * read from six metres.
 */
function fit(): void {
  const root = document.documentElement;
  for (let size = largest; size >= smallest; size -= 2) {
    root.style.setProperty('--text-wall', `${size}px`);
    if (root.scrollHeight <= root.clientHeight) return;
  }
}

/** The card at six metres, with the question that the table has to answer. Its words come with it. */
export function ProjectorCard({ card }: { readonly card: Schema<'ProjectedCard'> }) {
  const { formatMessage } = useIntl();
  const { language } = useLanguage();
  const { terms } = card;
  const termOf = useCallback(
    (list: string, code: string): string => {
      const term = terms.find((each) => each.list === list && each.code === code);
      if (term === undefined) return code;
      const [label, category] =
        language === 'fr' ? [term.labelFr, term.categoryFr] : [term.labelEn, term.categoryEn];
      return category === null ? label : `${category} – ${label}`;
    },
    [terms, language],
  );
  useLayoutEffect(() => {
    fit();
    addEventListener('resize', fit);
    return () => {
      removeEventListener('resize', fit);
    };
  }, [card, language]);
  return (
    <>
      <h1 className="visually-hidden">{formatMessage({ id: 'projector.title' })}</h1>
      <SituationCard
        size="wall"
        card={card}
        number={card.number}
        termOf={termOf}
        persons={card.persons}
        originatingSector={card.originatingSector}
        summary={card.summary}
      />
      {card.stage === 'deidentified' && (
        <section className="wall-question">
          <h2>{formatMessage({ id: 'projector.question' })}</h2>
          <ul className="wall-points">
            {points.map((point) => (
              <li key={point}>{formatMessage({ id: `projector.point.${point}` })}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
