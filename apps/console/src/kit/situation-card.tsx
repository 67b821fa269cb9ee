import type { ReactNode } from 'react';
import type { Schema } from '#api-client';
import { codedFields, fieldsIn, keptCodes, type CodesIn } from '#domain/vocabulary';
import { FilterBadge } from './badge.js';
import './situation-card.css';
import { useKitWords } from './words.js';

/** The coded fields that the card shows, as the domain declares them. */
type Shown = CodesIn<'projector'>;
type ShownList = (typeof codedFields)[keyof Shown]['list'];

const shown = fieldsIn('projector').filter((name) => name !== 'type');
const isOne = (name: keyof Shown): boolean => codedFields[name].most === 1;

/** The codes of a card from those that a draft has. */
export const shownCodes = (given: Partial<Shown>): Shown => keptCodes(fieldsIn('projector'), given);

export interface SituationCardProps {
  /**
   * The API's `ProjectedCard` or `Tier2View`; nothing beyond tier 2 is read from it, since nothing else is
   * named here.
   */
  readonly card: Shown;
  /** Null before it is brought to the table. */
  readonly number: string | null;
  /** The words of a code, in the reader's language. */
  readonly termOf: (list: ShownList, code: string) => ReactNode;
  readonly persons?: readonly Schema<'ProjectedPerson'>[] | undefined;
  readonly originatingSector?: string | undefined;
  readonly summary?: string | null | undefined;
  /** `wall` is read at six metres. */
  readonly size?: 'normal' | 'wall' | undefined;
  readonly level?: 2 | 3 | undefined;
}

/**
 * The card of filter 2, as the table sees it: the same on the wall, in the meeting and in the preview of what
 * the table will see. No property of it can hold an identifier.
 */
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
        {shown.filter(isOne).map((name) => {
          const code = card[name];
          return (
            typeof code === 'string' && (
              <Fact key={name} name={word(`kit.card.${name}`)}>
                {termOf(codedFields[name].list, code)}
              </Fact>
            )
          );
        })}
        {originatingSector !== undefined && (
          <Fact name={word('kit.card.from')}>{termOf('sector', originatingSector)}</Fact>
        )}
      </dl>
      {shown.map((name) => {
        const codes = card[name];
        return (
          Array.isArray(codes) && (
            <Codes
              key={name}
              name={word(`kit.card.${name}`)}
              list={codedFields[name].list}
              codes={codes}
              termOf={termOf}
              none={name === 'riskFactors' ? word('kit.card.noFactors') : undefined}
            />
          )
        );
      })}
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
  readonly list: ShownList;
  readonly codes: readonly string[];
  readonly none?: string | undefined;
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
