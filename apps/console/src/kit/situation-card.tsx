import type { ReactNode } from 'react';
import type { Schema } from '#api-client';
import { FilterBadge } from './badge.js';
import './situation-card.css';
import { useKitWords } from './words.js';

type Tier2 = Pick<
  Schema<'ProjectedCard'>,
  'type' | 'ageBand' | 'sex' | 'riskFactors' | 'studyFlags' | 'protectiveFactors' | 'sectors'
>;
type Tier2List =
  'situationType' | 'ageBand' | 'sex' | 'riskFactor' | 'studyFlag' | 'protectiveFactor' | 'sector';

export interface SituationCardProps {
  /** The API's `ProjectedCard` or `Tier2View`; nothing beyond tier 2 is read from it, since nothing else is named here. */
  readonly card: Tier2;
  /** Null before it is brought to the table. */
  readonly number: string | null;
  /** The words of a code, in the reader's language. */
  readonly termOf: (list: Tier2List, code: string) => ReactNode;
  readonly persons?: readonly Schema<'ProjectedPerson'>[] | undefined;
  readonly originatingSector?: string | undefined;
  readonly summary?: string | null | undefined;
  /** `wall` is read at six metres. */
  readonly size?: 'normal' | 'wall' | undefined;
  readonly level?: 2 | 3 | undefined;
}

/** The card of filter 2, as the table sees it: the same on the wall, in the meeting and in the preview of what the table will see. No property of it can hold an identifier. */
export function SituationCard({
  card,
  number,
  termOf,
  persons = [],
  originatingSector,
  summary,
  size = 'normal',
  level = 2,
}: SituationCardProps) {
  const word = useKitWords();
  const Title = `h${level}` as const;
  return (
    <article className="situation-card" data-size={size}>
      <header className="situation-card-head">
        <Title>
          {number ?? word('kit.card.noNumber')}{' '}
          <span className="situation-card-type">{termOf('situationType', card.type)}</span>
        </Title>
        <FilterBadge filter={2}>{word('kit.card.safe')}</FilterBadge>
      </header>
      <dl className="situation-card-facts">
        {card.ageBand !== null && <Fact name={word('kit.card.age')}>{termOf('ageBand', card.ageBand)}</Fact>}
        {card.sex !== null && <Fact name={word('kit.card.sex')}>{termOf('sex', card.sex)}</Fact>}
        {originatingSector !== undefined && (
          <Fact name={word('kit.card.from')}>{termOf('sector', originatingSector)}</Fact>
        )}
      </dl>
      <Codes
        name={word('kit.card.riskFactors')}
        list="riskFactor"
        codes={card.riskFactors}
        termOf={termOf}
        none={word('kit.card.noFactors')}
      />
      <Codes name={word('kit.card.studyFlags')} list="studyFlag" codes={card.studyFlags} termOf={termOf} />
      <Codes
        name={word('kit.card.protectiveFactors')}
        list="protectiveFactor"
        codes={card.protectiveFactors}
        termOf={termOf}
      />
      <Codes name={word('kit.card.sectors')} list="sector" codes={card.sectors} termOf={termOf} />
      {persons.length > 0 && (
        <div className="situation-card-part">
          <p className="situation-card-name">{word('kit.card.persons')}</p>
          <ol className="situation-card-persons">
            {persons.map((person, place) => (
              // Persons have no name and no id here: their place is all that tells them apart.
              <li key={place}>
                <strong>{word('kit.card.person', { number: place + 1 })}</strong>
                {[
                  person.ageBand !== null && termOf('ageBand', person.ageBand),
                  person.sex !== null && termOf('sex', person.sex),
                  ...person.riskFactors.map((code) => termOf('riskFactor', code)),
                ]
                  .filter((part) => part !== false)
                  .map((part, at) => (
                    <span key={at}>{part}</span>
                  ))}
              </li>
            ))}
          </ol>
        </div>
      )}
      {summary !== undefined && summary !== null && summary !== '' && (
        <div className="situation-card-part">
          <p className="situation-card-name">{word('kit.card.summary')}</p>
          <p className="situation-card-summary">{summary}</p>
        </div>
      )}
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface CodesProps extends Pick<SituationCardProps, 'termOf'> {
  readonly name: string;
  readonly list: Tier2List;
  readonly codes: readonly string[];
  readonly none?: string;
}

function Codes({ name, list, codes, termOf, none }: CodesProps) {
  if (codes.length === 0 && none === undefined) return null;
  return (
    <div className="situation-card-part">
      <p className="situation-card-name">{name}</p>
      {codes.length === 0 ? (
        <p className="text-quiet">{none}</p>
      ) : (
        <ul className="situation-card-codes" data-list={list}>
          {codes.map((code) => (
            <li key={code}>{termOf(list, code)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
