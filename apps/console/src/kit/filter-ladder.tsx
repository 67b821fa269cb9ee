import type { Stage } from '#domain/vocabulary';
import './steps.css';
import { Icon } from './icons/icon.js';
import { useKitWords } from './words.js';

/** At which of the four filters a stage stands; `ended` where nothing more is disclosed. */
function filterOf(stage: Stage): {
  readonly filter: 1 | 2 | 3 | 4;
  readonly state: 'now' | 'passed' | 'ended';
} {
  switch (stage) {
    case 'screening':
      return { filter: 1, state: 'now' };
    case 'deidentified':
      return { filter: 2, state: 'now' };
    case 'limited':
      return { filter: 3, state: 'now' };
    case 'planning':
    case 'intervention':
      return { filter: 4, state: 'now' };
    case 'concluded':
    case 'destroyed':
      return { filter: 4, state: 'passed' };
    case 'rejected':
    case 'returned':
    case 'withdrawn':
      return { filter: 2, state: 'ended' };
    default:
      return stage satisfies never;
  }
}

export interface FilterLadderProps {
  readonly stage: Stage;
  /** A table may name its filters otherwise. */
  readonly names?: readonly [string, string, string, string] | undefined;
}

/** The four filters and how far a situation has come; nothing of what they hold. */
export function FilterLadder({ stage, names }: FilterLadderProps) {
  const word = useKitWords();
  const at = filterOf(stage);
  return (
    <ol className="steps" aria-label={word('kit.filters')}>
      {([1, 2, 3, 4] as const).map((filter) => {
        const state = filter < at.filter ? 'passed' : filter > at.filter ? 'ahead' : at.state;
        const said = word(state === 'ended' ? 'kit.filter.stopped' : `kit.filter.${state}`);
        return (
          <li
            key={filter}
            className="step"
            data-state={state}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className="step-mark" aria-hidden="true">
              {state === 'passed' ? (
                <Icon name="check" />
              ) : state === 'ended' ? (
                <Icon name="close" />
              ) : (
                filter
              )}
            </span>
            <span>
              <span className="visually-hidden">{said} </span>
              {names?.[filter - 1] ?? word(`kit.filter.${filter}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
