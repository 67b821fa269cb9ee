import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Refused } from '../../api/api.js';
import { useCardPlace, type AgendaEntry, type Meeting } from '../../api/meetings.js';
import { useSituation } from '../../api/moves.js';
import { useTerms } from '../../shared/terms.js';
import { useCover } from '../../shared/meeting-shade.js';
import { Button } from '../../kit/button.js';
import { EmptyState } from '../../kit/empty-state.js';
import { FilterLadder } from '../../kit/filter-ladder.js';
import { Row, SplitLayout, Stack } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { SituationCard } from '../../kit/situation-card.js';
import { Switch } from '../../kit/switch.js';
import { Acts } from '../situation/acts/acts.js';
import { Assignments } from '../situation/assignments.js';
import { AgendaList } from './agenda.js';
import { CoverAway } from './cover-away.js';
import { Head } from './head.js';
import { useKeys, useSingleKeys } from './use-keys.js';

/** The meeting on a representative's own device: it follows the coordinator until its owner looks elsewhere. */
export function Follower({
  meeting,
  rows,
}: {
  readonly meeting: Meeting;
  readonly rows: readonly AgendaEntry[];
}) {
  const { formatMessage } = useIntl();
  const isOpen = meeting.state === 'open';
  const { data: card } = useCardPlace(isOpen ? meeting.id : undefined);
  const [hasKeys, setKeys] = useSingleKeys();
  const [looksAt, setLooksAt] = useState<string>();
  const cover = useCover();
  const follows = looksAt === undefined;
  const onTable = card?.situationId ?? null;
  const situationId = looksAt ?? onTable;
  const follow = (on: boolean): void => {
    setLooksAt(on ? undefined : (onTable ?? rows[0]?.situationId));
  };
  useKeys(
    {
      ...(isOpen && {
        F: () => {
          follow(!follows);
        },
        B: cover,
      }),
    },
    hasKeys,
  );
  return (
    <>
      <Head
        meeting={meeting}
        rows={rows}
        isCoordinator={false}
        actions={
          isOpen && (
            <Button icon="hidden" variant="danger" keyHint="B" onPress={cover}>
              {formatMessage({ id: 'meeting.shade' })}
            </Button>
          )
        }
      />
      <SplitLayout
        list={<AgendaList rows={rows} selected={situationId} onTable={onTable} onSelect={setLooksAt} />}
        detail={
          <Stack>
            {isOpen && (
              <Row gap="large">
                <Switch
                  checked={follows}
                  onChange={follow}
                  hint={formatMessage({ id: 'meeting.follow.hint' })}
                >
                  {formatMessage({ id: 'meeting.follow' })}
                </Switch>
                <Switch checked={hasKeys} onChange={setKeys}>
                  {formatMessage({ id: 'meeting.singleKeys' })}
                </Switch>
                <CoverAway />
              </Row>
            )}
            {situationId === null ? (
              <EmptyState
                title={formatMessage({
                  id: isOpen ? 'meeting.nothingOnTable' : `meeting.is.${meeting.state}`,
                })}
              >
                {formatMessage({ id: isOpen ? 'meeting.itemWait' : `meeting.is.${meeting.state}.next` })}
              </EmptyState>
            ) : (
              <Looked key={situationId} situationId={situationId} />
            )}
          </Stack>
        }
      />
    </>
  );
}

function Looked({ situationId }: { readonly situationId: string }) {
  const termOf = useTerms();
  const { data: situation, error } = useSituation(situationId);
  if (error instanceof Refused) return <ProblemNotice problem={error.problem} />;
  if (situation === undefined) return <Loading lines={8} />;
  const { number, stage, tier2, summary, persons, origin } = situation;
  return (
    <SplitLayout
      detail={
        <Panel>
          <FilterLadder stage={stage} />
          {tier2 !== undefined && (
            <SituationCard
              number={number}
              card={tier2}
              termOf={termOf}
              persons={persons}
              summary={summary?.text}
              originatingSector={origin?.agency.sector}
            />
          )}
        </Panel>
      }
      aside={
        <Stack>
          <Acts situation={situation} />
          <Assignments situation={situation} />
        </Stack>
      }
    />
  );
}
