import { useQueryClient } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { Refused } from '../../api/api.js';
import type { AgendaEntry } from '../../api/meetings.js';
import { situationKey, useMove, useSituation, type MoveInput, type SituationView } from '../../api/moves.js';
import { useTerms } from '../../shared/terms.js';
import { Button } from '../../kit/button.js';
import { FilterLadder } from '../../kit/filter-ladder.js';
import { SplitLayout, Stack } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { SituationCard } from '../../kit/situation-card.js';
import { useToast } from '../../kit/toasts.js';
import { Acts } from '../situation/acts/acts.js';
import { MoveTrouble } from '../situation/acts/move-trouble.js';
import { Assignments } from '../situation/assignments.js';
import { Assign } from './assign.js';
import { Decide } from './decide.js';
import type { Left } from './just-left.js';
import { Reported } from './reported.js';
import { Round } from './round.js';
import { useKeys } from './use-keys.js';

export interface ItemProps {
  readonly meetingId: string;
  readonly situationId: string;
  readonly entry: AgendaEntry | undefined;
  readonly hasKeys: boolean;
  readonly onNote: (noted: AgendaEntry['noted']) => void;
  readonly onRejected: (left: Left) => void;
}

/** What has a place of its own in meeting mode. */
const ownPlace = ['recordRisk', 'reject', 'closeRound', 'assign', 'undo', 'takeBackRisk'];

/** What a move will do to the card that is looked at, as far as this page can know it. */
function foreseen(situation: SituationView, { move, body }: MoveInput): SituationView {
  const offered = (without: readonly string[], more: readonly string[] = []): string[] => [
    ...situation.offered.filter((name) => !without.includes(name)),
    ...more,
  ];
  if (move === 'record-risk') {
    return {
      ...situation,
      offered: offered(['recordRisk', 'reject'], ['takeBackRisk']),
      risk: {
        fourPoints: [...(body?.fourPoints ?? [])],
        decidedBy: body?.decidedBy ?? 'agreement',
        agenciesPresent: [],
        recordedAt: new Date().toISOString(),
      },
    };
  }
  // What the table discussed is hidden from all at once.
  if (move === 'reject')
    return {
      id: situation.id,
      number: situation.number,
      openedMonth: situation.openedMonth,
      version: situation.version,
      stage: 'rejected',
      offered: ['undo'],
    };
  if (move === 'undo') return { ...situation, offered: offered(['undo']) };
  if (move === 'take-back-risk') {
    const { risk: _, ...rest } = situation;
    return { ...rest, offered: offered(['takeBackRisk'], ['recordRisk', 'reject']) };
  }
  return situation;
}

/**
 * The situation that is on the table: its card, the decision that it waits for, and who is needed. Key it by
 * the situation, so that a waiting move keeps its own.
 */
export function Item({ meetingId, situationId, entry, hasKeys, onNote, onRejected }: ItemProps) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const toast = useToast();
  const queries = useQueryClient();
  const { data: situation, error } = useSituation(situationId);
  const move = useMove(situation, {
    onBegin: (input) => {
      // What is on its way was asked before the move.
      void queries.cancelQueries({ queryKey: situationKey(situationId) });
      const before = queries.getQueryData<SituationView>(situationKey(situationId));
      queries.setQueryData<SituationView>(situationKey(situationId), (now) => now && foreseen(now, input));
      return () => {
        queries.setQueryData(situationKey(situationId), before);
      };
    },
    onDone: (moved, { move: name }) => {
      if (name === 'reject')
        onRejected({ id: situationId, number: situation?.number ?? '', version: moved.version });
      const back = name === 'reject' ? 'undo' : name === 'record-risk' ? 'take-back-risk' : undefined;
      toast({
        message: formatMessage(
          { id: 'meeting.done' },
          { number: situation?.number, what: formatMessage({ id: `situation.done.${name}` }) },
        ),
        ...(back !== undefined && {
          onUndo: () => {
            move.do({ move: back });
          },
        }),
      });
    },
  });
  const back = situation?.offered.includes('undo')
    ? ('undo' as const)
    : situation?.offered.includes('takeBackRisk')
      ? ('take-back-risk' as const)
      : undefined;
  const takeBack = (): void => {
    if (back !== undefined) move.do({ move: back });
  };
  useKeys({ ...(back !== undefined && { U: takeBack }) }, hasKeys);
  // Hidden from all, it is not found either; whoever rejected it here may still undo it.
  if (error instanceof Refused && situation?.stage !== 'rejected')
    return <ProblemNotice problem={error.problem} />;
  if (situation === undefined) return <Loading lines={8} />;
  const { number, stage, tier2, summary, persons, origin, offered } = situation;
  const make = (input: MoveInput): void => {
    move.do(input);
  };
  const parts = { situation, hasKeys, pending: move.pending, onMake: make };
  const aside = [
    <Decide
      key="decide"
      situation={situation}
      entry={entry}
      hasKeys={hasKeys}
      onMake={make}
      onNote={onNote}
    />,
    <Reported key="reported" situation={situation} entry={entry} hasKeys={hasKeys} onNote={onNote} />,
    back !== undefined && (
      <div key="back">
        <Button icon="undo" keyHint="U" onPress={takeBack}>
          {formatMessage({ id: back === 'undo' ? 'situation.act.undo' : 'situation.act.takeBackRisk' })}
        </Button>
      </div>
    ),
    stage === 'limited' && !offered.includes('assign') && <Round key="round" {...parts} />,
    offered.includes('assign') && <Assign key="assign" meetingId={meetingId} {...parts} />,
    <Assignments key="assignments" situation={situation} />,
    <Acts key="acts" situation={situation} without={ownPlace} />,
  ];
  return (
    <SplitLayout
      detail={
        <Stack>
          <MoveTrouble move={move} />
          <Panel>
            <FilterLadder stage={stage} />
            {tier2 === undefined ? (
              <h2>{number}</h2>
            ) : (
              <SituationCard
                number={number}
                card={tier2}
                termOf={termOf}
                persons={persons}
                summary={summary?.text}
                originatingSector={origin?.agency.sector}
              />
            )}
            {stage === 'rejected' && (
              <Notice tone="warning" says="polite">
                {formatMessage({ id: 'meeting.rejected' })}
              </Notice>
            )}
          </Panel>
        </Stack>
      }
      aside={<Stack>{aside}</Stack>}
    />
  );
}
