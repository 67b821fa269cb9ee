import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, askTagged, ifMatch } from '../../api/api.js';
import { meetingKey, type Meeting, type PlannedMeeting } from '../../api/meetings.js';
import { useEdit } from '../../api/use-edit.js';
import { Conflict } from '../../shared/conflict.js';
import { Button } from '../../kit/button.js';
import { useNow } from '../../kit/clock.js';
import { DateField } from '../../kit/date-field.js';
import { Dialog } from '../../kit/dialog.js';
import { Stack } from '../../kit/layout.js';
import { Notice } from '../../kit/notice.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { RadioGroup } from '../../kit/radio-group.js';
import { TextField } from '../../kit/text-field.js';
import { instantIn, partsIn, type Day } from '#domain/days';
import { useTableZone } from '../../shared/when.js';

type Kind = Meeting['kind'];
type Planned = Pick<Meeting, 'scheduledFor' | 'place'>;

const isSame = (one: Planned, other: Planned): boolean =>
  Date.parse(one.scheduledFor) === Date.parse(other.scheduledFor) && one.place === other.place;

/** Convenes a meeting, or moves one that has not been held yet. */
export function Convene({
  meeting,
  isOpen,
  onClose,
  onDone,
}: {
  readonly meeting?: PlannedMeeting;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}) {
  const { formatMessage, formatDate } = useIntl();
  const timeZone = useTableZone();
  const now = useNow(3_600_000);
  const stands = partsIn(timeZone, meeting === undefined ? now : Date.parse(meeting.scheduledFor));
  // As it was when writing began: what is read meanwhile is not what was written on.
  const [before, setBefore] = useState<Planned | undefined>(meeting);
  const [kind, setKind] = useState<Kind>(meeting?.kind ?? 'regular');
  const [day, setDay] = useState<Day | null>(stands.day);
  const [time, setTime] = useState(stands.time);
  const [place, setPlace] = useState(meeting?.place ?? '');
  const [isTried, setTried] = useState(false);
  const isTime = /^([01]?\d|2[0-3]):[0-5]\d$/.test(time);
  const save = useEdit<Planned, Meeting, { id: string }>({
    tag: meeting === undefined ? '' : `"v${meeting.version}"`,
    read: () =>
      askTagged(() => api.GET('/api/v1/meetings/{id}', { params: { path: { id: meeting?.id ?? '' } } })),
    save: (body, tag, once) =>
      meeting === undefined
        ? ask(() => api.POST('/api/v1/meetings', { params: { header: once }, body: { ...body, kind } }))
        : ask(() =>
            api.PUT('/api/v1/meetings/{id}', {
              params: { path: { id: meeting.id }, header: ifMatch(tag) },
              body,
            }),
          ),
    changes: [['meetings'], ['week'], ...(meeting === undefined ? [] : [meetingKey(meeting.id)])],
    onDone: ({ id }) => {
      onDone(id);
    },
    isUntouched: (now) => before !== undefined && isSame(now, before),
    isSaved: (now, sent) => isSame(now, sent),
    onTheirs: ({ scheduledFor, place: theirs }) => {
      setBefore({ scheduledFor, place: theirs });
      const parts = partsIn(timeZone, Date.parse(scheduledFor));
      setDay(parts.day);
      setTime(parts.time);
      setPlace(theirs ?? '');
    },
  });
  const { overtaken } = save;
  const said = (at: string): string => formatDate(at, { timeZone, dateStyle: 'full', timeStyle: 'short' });
  const submit = (): void => {
    setTried(true);
    if (day !== null && isTime && !save.pending)
      save.do({
        scheduledFor: instantIn(timeZone, day, time.padStart(5, '0')).toISOString(),
        place: place.trim() === '' ? null : place.trim(),
      });
  };
  return (
    <Dialog
      title={formatMessage({ id: meeting === undefined ? 'meeting.convene' : 'meeting.reschedule' })}
      isOpen={isOpen}
      stays
      onClose={onClose}
      actions={
        <Button variant="primary" type="submit" form="convene" pending={save.pending}>
          {formatMessage({ id: meeting === undefined ? 'meeting.convene.go' : 'meeting.reschedule.go' })}
        </Button>
      }
    >
      <form
        id="convene"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          {save.problem !== undefined && <ProblemNotice problem={save.problem} />}
          {meeting === undefined && (
            <RadioGroup
              look="cards"
              label={formatMessage({ id: 'meeting.kind' })}
              value={kind}
              onChange={setKind}
              options={(['regular', 'emergency'] as const).map((value) => ({
                value,
                label: formatMessage({ id: `meeting.kind.${value}` }),
                hint: formatMessage({ id: `meeting.kind.${value}.hint` }),
              }))}
            />
          )}
          {kind === 'emergency' && (
            <Notice tone="danger" title={formatMessage({ id: 'meeting.danger' })}>
              {formatMessage({ id: 'meeting.danger.next' })}
            </Notice>
          )}
          <DateField
            label={formatMessage({ id: 'meeting.day' })}
            value={day}
            onChange={setDay}
            error={isTried && day === null ? formatMessage({ id: 'meeting.day.error' }) : undefined}
          />
          <TextField
            label={formatMessage({ id: 'meeting.time' })}
            hint={formatMessage({ id: 'meeting.time.hint' }, { timeZone })}
            width={8}
            value={time}
            onChange={setTime}
            error={isTried && !isTime ? formatMessage({ id: 'meeting.time.error' }) : undefined}
          />
          <TextField
            label={formatMessage({ id: 'meeting.place' })}
            hint={formatMessage({ id: 'meeting.place.hint' })}
            optional
            maxLength={120}
            value={place}
            onChange={setPlace}
          />
        </Stack>
      </form>
      {overtaken !== undefined && (
        <Conflict
          isOpen
          onMine={save.keepMine}
          onTheirs={save.takeTheirs}
          onLater={save.settleLater}
          keepsTheirs
          fields={[
            {
              label: formatMessage({ id: 'meeting.day' }),
              mine: said(overtaken.mine.scheduledFor),
              theirs: said(overtaken.theirs.scheduledFor),
            },
            {
              label: formatMessage({ id: 'meeting.place' }),
              mine: overtaken.mine.place ?? '',
              theirs: overtaken.theirs.place ?? '',
            },
          ]}
        />
      )}
    </Dialog>
  );
}
