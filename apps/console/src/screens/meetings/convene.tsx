import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, ifMatch, Refused } from '../../api/api.js';
import { meetingKey, type Meeting } from '../../api/meetings.js';
import { useAction } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { useNow } from '../../kit/clock.js';
import { DateField } from '../../kit/date-field.js';
import { Dialog } from '../../kit/dialog.js';
import { Stack } from '../../kit/layout.js';
import { Notice } from '../../kit/notice.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { RadioGroup } from '../../kit/radio-group.js';
import { TextField } from '../../kit/text-field.js';
import { instantIn, partsIn } from '../../kit/zoned.js';
import { useTableZone } from './when.js';

type Kind = Meeting['kind'];

/** Convenes a meeting, or moves one that has not been held yet. */
export function Convene({ meeting, isOpen, onClose, onDone }: { readonly meeting?: Meeting; readonly isOpen: boolean; readonly onClose: () => void; readonly onDone: (id: string) => void }) {
  const { formatMessage } = useIntl();
  const timeZone = useTableZone();
  const now = useNow(3_600_000);
  const stands = partsIn(timeZone, meeting === undefined ? now : Date.parse(meeting.scheduledFor));
  const [kind, setKind] = useState<Kind>(meeting?.kind ?? 'regular');
  const [day, setDay] = useState<string | null>(stands.day);
  const [time, setTime] = useState(stands.time);
  const [place, setPlace] = useState(meeting?.place ?? '');
  const [isTried, setTried] = useState(false);
  const isTime = /^([01]?\d|2[0-3]):[0-5]\d$/.test(time);
  const save = useAction((_: undefined, once) => {
    const body = { scheduledFor: instantIn(timeZone, day ?? stands.day, time.padStart(5, '0')).toISOString(), place: place.trim() === '' ? null : place.trim() };
    if (meeting !== undefined) return ask(() => api.PUT('/api/v1/meetings/{id}', { params: { path: { id: meeting.id }, header: ifMatch(meeting.version) }, body }));
    return ask(() => api.POST('/api/v1/meetings', { params: { header: once }, body: { ...body, kind } }));
  }, { changes: [['meetings'], ...(meeting === undefined ? [] : [meetingKey(meeting.id)])], onDone: ({ id }) => { onDone(id); } });
  const submit = (): void => {
    setTried(true);
    if (day !== null && isTime && !save.pending) save.do(undefined);
  };
  return (
    <Dialog title={formatMessage({ id: meeting === undefined ? 'meeting.convene' : 'meeting.reschedule' })} isOpen={isOpen} stays onClose={onClose}
      actions={<Button variant="primary" type="submit" form="convene" pending={save.pending}>{formatMessage({ id: meeting === undefined ? 'meeting.convene.go' : 'meeting.reschedule.go' })}</Button>}>
      <form id="convene" onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Stack>
          {save.error instanceof Refused && <ProblemNotice problem={save.error.problem} />}
          {meeting === undefined && (
            <RadioGroup look="cards" label={formatMessage({ id: 'meeting.kind' })} value={kind} onChange={setKind}
              options={(['regular', 'emergency'] as const).map((value) => ({ value, label: formatMessage({ id: `meeting.kind.${value}` }), hint: formatMessage({ id: `meeting.kind.${value}.hint` }) }))} />
          )}
          {kind === 'emergency' && <Notice tone="danger" title={formatMessage({ id: 'meeting.danger' })}>{formatMessage({ id: 'meeting.danger.next' })}</Notice>}
          <DateField label={formatMessage({ id: 'meeting.day' })} value={day} onChange={setDay} error={isTried && day === null ? formatMessage({ id: 'meeting.day.error' }) : undefined} />
          <TextField label={formatMessage({ id: 'meeting.time' })} hint={formatMessage({ id: 'meeting.time.hint' }, { timeZone })} width={8} value={time} onChange={setTime} error={isTried && !isTime ? formatMessage({ id: 'meeting.time.error' }) : undefined} />
          <TextField label={formatMessage({ id: 'meeting.place' })} hint={formatMessage({ id: 'meeting.place.hint' })} optional maxLength={120} value={place} onChange={setPlace} />
        </Stack>
      </form>
    </Dialog>
  );
}
