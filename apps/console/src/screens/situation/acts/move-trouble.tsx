import { useIntl } from 'react-intl';
import type { MoveInput, MovedMeanwhile, useMove } from '../../../api/moves.js';
import { useOwnTable } from '../../../api/own-table.js';
import { useTerms } from '../../../shared/terms.js';
import { Conflict, type BothVersions } from '../../../shared/conflict.js';
import { FilterLadder } from '../../../kit/filter-ladder.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { held } from './kinds.js';

/** A move's name as the server offers it and the timeline tells it: `recordRisk` of `record-risk`. */
const offeredName = (move: string): string =>
  move.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/**
 * What stands in a move's way: a refusal in its own words; or that somebody else was first, with both sides
 * beside each other.
 */
export function MoveTrouble({ move }: { readonly move: ReturnType<typeof useMove> }) {
  if (move.overtaken !== undefined)
    return <Overtaken {...move.overtaken} onMine={move.keepMine} onTheirs={move.leave} />;
  return move.problem === undefined ? null : <ProblemNotice problem={move.problem} />;
}

interface OvertakenProps {
  readonly mine: MoveInput;
  readonly theirs: MovedMeanwhile;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

function Overtaken({ mine, theirs: { situation, steps }, onMine, onTheirs }: OvertakenProps) {
  const { formatMessage, formatTime } = useIntl();
  const content = useContent();
  const canStill = situation.offered.includes(offeredName(mine.move));
  const done = steps.map(({ move, at }) =>
    formatMessage(
      { id: 'situation.overtaken.step' },
      { what: formatMessage({ id: `situation.step.${move}` }), at: formatTime(at) },
    ),
  );
  return (
    <Conflict
      isOpen
      isHeld={held.has(mine.move)}
      onMine={canStill ? onMine : undefined}
      onTheirs={onTheirs}
      onLater={onTheirs}
      words={{
        lead: formatMessage({
          id: canStill ? 'situation.overtaken.canStill' : 'situation.overtaken.tooLate',
        }),
        mine: formatMessage({ id: 'situation.overtaken.mine' }),
        theirs: formatMessage({ id: 'situation.overtaken.theirs' }),
        useMine: formatMessage({ id: 'situation.overtaken.useMine' }),
        useTheirs: formatMessage({ id: 'situation.overtaken.useTheirs' }),
      }}
      fields={[
        {
          label: formatMessage({ id: 'situation.overtaken.what' }),
          mine: formatMessage({ id: `situation.step.${offeredName(mine.move)}` }),
          theirs: done.join(', '),
        },
        ...content(mine, situation),
      ]}
    >
      <FilterLadder stage={situation.stage} />
    </Conflict>
  );
}

/** What a move carries beside what stands of it now: who leads and assists, and why. */
function useContent(): (mine: MoveInput, now: MovedMeanwhile['situation']) => readonly BothVersions[] {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const { data: table } = useOwnTable();
  const named = (ids: readonly string[]): string =>
    ids.map((id) => table?.agencies.find(({ agencyId }) => agencyId === id)?.name ?? '').join(', ');
  return (mine, { assignments = [], conclusion }) => {
    const asked = (role: 'lead' | 'assisting'): string =>
      named(
        assignments
          .filter((each) => each.role === role && (each.state === 'asked' || each.state === 'accepted'))
          .map(({ agency }) => agency.id),
      );
    if (mine.move === 'assign') {
      return [
        {
          label: formatMessage({ id: 'situation.lead' }),
          mine: named(mine.body === undefined ? [] : [mine.body.lead]),
          theirs: asked('lead'),
        },
        {
          label: formatMessage({ id: 'situation.assisting' }),
          mine: named(mine.body?.assisting ?? []),
          theirs: asked('assisting'),
        },
      ];
    }
    if ((mine.move === 'conclude' || mine.move === 'correct-conclusion') && conclusion !== undefined) {
      const reason = (code: string | undefined): string =>
        code === undefined ? '' : termOf('conclusionReason', code);
      return [
        {
          label: formatMessage({ id: 'situation.reason' }),
          mine: reason(mine.body?.reason),
          theirs: reason(conclusion.reason),
        },
      ];
    }
    return [];
  };
}
