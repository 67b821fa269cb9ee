import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Refused } from '../../api/api.js';
import { useMeetingStep, type PlannedMeeting } from '../../api/meetings.js';
import { AlertDialog } from '../../kit/alert-dialog.js';
import { Button } from '../../kit/button.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { useToast } from '../../kit/toasts.js';
import { Convene } from './convene.js';
import { useWhen } from '../../shared/when.js';

/** What can still be changed of a meeting before it is held. */
export function Changes({
  meeting,
  named = false,
}: {
  readonly meeting: PlannedMeeting;
  /** In a list the buttons say which meeting they change. */
  readonly named?: boolean;
}) {
  const { formatMessage } = useIntl();
  const when = useWhen()(meeting.scheduledFor);
  const label = (words: string): string | undefined =>
    named ? formatMessage({ id: 'meeting.of' }, { action: formatMessage({ id: words }), when }) : undefined;
  const toast = useToast();
  const [asks, setAsks] = useState<'move' | 'callOff'>();
  const done = (words: string): void => {
    setAsks(undefined);
    toast({ message: formatMessage({ id: words }) });
  };
  const step = useMeetingStep(meeting, () => {
    done('meeting.calledOff');
  });
  return (
    <>
      <Button
        size="small"
        label={label('meeting.reschedule')}
        onPress={() => {
          setAsks('move');
        }}
      >
        {formatMessage({ id: 'meeting.reschedule' })}
      </Button>
      <Button
        size="small"
        variant="quiet"
        label={label('meeting.callOff')}
        pending={step.pending}
        onPress={() => {
          setAsks('callOff');
        }}
      >
        {formatMessage({ id: 'meeting.callOff' })}
      </Button>
      {step.error instanceof Refused && <ProblemNotice problem={step.error.problem} />}
      {asks === 'move' && (
        <Convene
          meeting={meeting}
          isOpen
          onClose={() => {
            setAsks(undefined);
          }}
          onDone={() => {
            done('meeting.rescheduled');
          }}
        />
      )}
      <AlertDialog
        title={formatMessage({ id: 'meeting.callOff.sure' })}
        isOpen={asks === 'callOff'}
        danger
        confirmLabel={formatMessage({ id: 'meeting.callOff' })}
        onClose={() => {
          setAsks(undefined);
        }}
        onConfirm={() => {
          setAsks(undefined);
          step.do('call-off');
        }}
      >
        {formatMessage({ id: 'meeting.callOff.effect' })}
      </AlertDialog>
    </>
  );
}
