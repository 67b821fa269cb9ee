import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { useAttendance, type AgendaEntry, type Meeting } from '../../api/meetings.js';
import { situationKey } from '../../api/moves.js';
import { useCover } from '../../shared/meeting-shade.js';
import { Button } from '../../kit/button.js';
import { EmptyState } from '../../kit/empty-state.js';
import { Row, SplitLayout } from '../../kit/layout.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Switch } from '../../kit/switch.js';
import { AgendaList } from './agenda.js';
import { AttendanceSheet } from './attendance.js';
import { CoverAway } from './cover-away.js';
import { Head } from './head.js';
import { Item } from './item.js';
import { JustLeft, type Left } from './just-left.js';
import { MeetingKeys } from './keys.js';
import { NoteTrouble } from './note-trouble.js';
import { ProjectorDialog } from './projector-dialog.js';
import { Timer } from './timer.js';
import { useKeys, useSingleKeys } from './use-keys.js';
import { useNote } from './use-note.js';
import { neighbour, usePlace } from './use-place.js';

/** The meeting from the coordinator's one screen: the agenda, what is on the table, and one key for each decision. */
export function Coordinator({
  meeting,
  rows,
}: {
  readonly meeting: Meeting;
  readonly rows: readonly AgendaEntry[];
}) {
  const { formatMessage } = useIntl();
  const queries = useQueryClient();
  const [hasKeys, setKeys] = useSingleKeys();
  const [showsKeys, setShowsKeys] = useState(false);
  const isOpen = meeting.state === 'open';
  const [left, setLeft] = useState<readonly Left[]>([]);
  const forget = useCallback((id: string) => {
    setLeft((now) => now.filter((each) => each.id !== id));
  }, []);
  const cover = useCover();
  const [pairs, setPairs] = useState(false);
  const [marks, setMarks] = useState(false);
  const { data: attendance } = useAttendance(meeting.id);
  const place = usePlace(meeting.id, isOpen);
  const { situationId } = place;
  const lastPlace = useRef(0);
  const note = useNote(meeting.id);
  const at = rows.findIndex((row) => row.situationId === situationId);
  useEffect(() => {
    if (at >= 0) lastPlace.current = at;
  }, [at]);
  const next = rows[at + 1];
  useEffect(() => {
    // The next card is there when its key is pressed, even when the line is lost meanwhile.
    if (isOpen && next !== undefined)
      void queries.prefetchQuery({
        queryKey: situationKey(next.situationId),
        queryFn: () =>
          ask(() => api.GET('/api/v1/situations/{id}', { params: { path: { id: next.situationId } } })),
      });
  }, [isOpen, next, queries]);
  const go = (step: 1 | -1): void => {
    const to = neighbour(rows, situationId, step, lastPlace.current);
    if (to !== undefined) place.put(to.situationId);
  };
  const toggleSummary = (): void => {
    place.put(situationId, !place.withSummary);
  };
  useKeys(
    {
      ...(isOpen && {
        J: () => {
          go(1);
        },
        K: () => {
          go(-1);
        },
        ...(situationId !== null && { W: toggleSummary }),
      }),
      ...(isOpen && {
        T: () => {
          setMarks(true);
        },
        P: () => {
          setPairs(true);
        },
        B: cover,
      }),
      '?': () => {
        setShowsKeys(true);
      },
    },
    hasKeys,
  );
  const present = (attendance?.rows ?? []).filter(({ mode }) => mode !== 'absent').length;
  const entry = rows.find((row) => row.situationId === situationId);
  return (
    <>
      <Head
        meeting={meeting}
        rows={rows}
        isCoordinator
        marks={situationId !== null && isOpen && <Timer key={situationId} />}
        actions={
          isOpen && (
            <>
              <Button
                icon="people"
                keyHint="T"
                onPress={() => {
                  setMarks(true);
                }}
              >
                {formatMessage({ id: 'meeting.present' }, { present, all: attendance?.rows.length ?? 0 })}
              </Button>
              <Button
                icon="projector"
                keyHint="P"
                onPress={() => {
                  setPairs(true);
                }}
              >
                {formatMessage({ id: 'meeting.projector' })}
              </Button>
              <Button icon="hidden" variant="danger" keyHint="B" onPress={cover}>
                {formatMessage({ id: 'meeting.shade' })}
              </Button>
            </>
          )
        }
      />
      {place.error instanceof Refused && <ProblemNotice problem={place.error.problem} />}
      <NoteTrouble note={note} rows={rows} />
      <SplitLayout
        list={
          <>
            <AgendaList
              rows={rows}
              selected={situationId}
              onSelect={(id) => {
                if (isOpen) place.put(id);
              }}
            />
            {left
              .filter(({ id }) => id !== situationId)
              .map((each, nth, all) => (
                <JustLeft
                  key={each.id}
                  left={each}
                  hasKey={hasKeys && situationId === null && nth === all.length - 1}
                  onOver={forget}
                  onBack={(id) => {
                    place.put(id);
                  }}
                />
              ))}
          </>
        }
        detail={
          <>
            {isOpen && (
              <Row align="between">
                <Row>
                  <Button
                    icon="arrowLeft"
                    keyHint="K"
                    disabled={at === 0}
                    onPress={() => {
                      go(-1);
                    }}
                  >
                    {formatMessage({ id: 'meeting.previous' })}
                  </Button>
                  <Button
                    endIcon="arrowRight"
                    variant="primary"
                    keyHint="J"
                    onPress={() => {
                      go(1);
                    }}
                  >
                    {formatMessage({
                      id: situationId === null && left.length === 0 ? 'meeting.first' : 'meeting.next',
                    })}
                  </Button>
                  {situationId !== null && (
                    <Button keyHint="W" pressed={place.withSummary} onPress={toggleSummary}>
                      {formatMessage({ id: 'meeting.summaryOnWall' })}
                    </Button>
                  )}
                </Row>
                <Row gap="large">
                  <Switch checked={hasKeys} onChange={setKeys}>
                    {formatMessage({ id: 'meeting.singleKeys' })}
                  </Switch>
                  <CoverAway />
                  <Button
                    variant="quiet"
                    icon="help"
                    keyHint="?"
                    onPress={() => {
                      setShowsKeys(true);
                    }}
                  >
                    {formatMessage({ id: 'meeting.keys' })}
                  </Button>
                </Row>
              </Row>
            )}
            {isOpen && situationId !== null ? (
              <Item
                key={situationId}
                meetingId={meeting.id}
                situationId={situationId}
                entry={entry}
                hasKeys={hasKeys}
                onRejected={(gone) => {
                  setLeft((now) => [...now.filter(({ id }) => id !== gone.id), gone]);
                }}
                onNote={(noted) => {
                  note.do({ situationId, noted });
                }}
              />
            ) : (
              <EmptyState
                title={formatMessage({
                  id: isOpen ? 'meeting.nothingOnTable' : `meeting.is.${meeting.state}`,
                })}
              >
                {formatMessage({
                  id: isOpen ? 'meeting.nothingOnTable.next' : `meeting.is.${meeting.state}.next`,
                })}
              </EmptyState>
            )}
          </>
        }
      />
      <AttendanceSheet
        meetingId={meeting.id}
        isOpen={marks}
        onClose={() => {
          setMarks(false);
        }}
      />
      <ProjectorDialog
        isOpen={pairs}
        onClose={() => {
          setPairs(false);
        }}
      />
      <MeetingKeys
        isOpen={showsKeys}
        onClose={() => {
          setShowsKeys(false);
        }}
      />
    </>
  );
}
