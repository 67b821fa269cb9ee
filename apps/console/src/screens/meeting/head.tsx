import { createLink } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Refused } from '../../api/api.js';
import { useMeetingStep, type AgendaEntry, type Meeting } from '../../api/meetings.js';
import { AlertDialog } from '../../kit/alert-dialog.js';
import { Button } from '../../kit/button.js';
import { LinkButton } from '../../kit/link-button.js';
import { PageHeader } from '../../kit/page-header.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { MeetingState, useWhen } from '../../shared/when.js';
import { isDone } from './agenda.js';

const Go = createLink(LinkButton);

export interface HeadProps {
  readonly meeting: Meeting;
  readonly rows: readonly AgendaEntry[];
  readonly isCoordinator: boolean;
  readonly marks?: ReactNode;
  readonly actions?: ReactNode;
}

/** Which meeting this is, how far it has come, and what is done with the whole of it. */
export function Head({ meeting, rows, isCoordinator, marks, actions }: HeadProps) {
  const { formatMessage } = useIntl();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [meeting.id]);
  const when = useWhen();
  const [isClosing, setClosing] = useState(false);
  const step = useMeetingStep(meeting);
  const open = rows.filter((row) => !isDone(row)).length;
  const { state } = meeting;
  return (
    <>
      <PageHeader
        ref={heading}
        title={formatMessage(
          { id: 'meeting.title' },
          { when: when(meeting.openedAt ?? meeting.scheduledFor) },
        )}
        marks={
          <>
            <MeetingState state={state} />
            {state !== 'scheduled' && (
              <span role="status">
                {formatMessage({ id: 'meeting.doneOf' }, { done: rows.length - open, all: rows.length })}
              </span>
            )}
            {marks}
          </>
        }
        actions={
          <>
            {actions}
            {isCoordinator && state === 'scheduled' && (
              <Button
                variant="primary"
                pending={step.pending}
                onPress={() => {
                  step.do('open');
                }}
              >
                {formatMessage({ id: 'meeting.open' })}
              </Button>
            )}
            {isCoordinator && state === 'open' && (
              <Button
                pending={step.pending}
                onPress={() => {
                  setClosing(true);
                }}
              >
                {formatMessage({ id: 'meeting.close' })}
              </Button>
            )}
            {state === 'closed' && (
              <Go to="/meetings/$meetingId/minutes" params={{ meetingId: meeting.id }} variant="primary">
                {formatMessage({ id: 'meeting.minutes' })}
              </Go>
            )}
            {state !== 'closed' && (
              <Button
                icon="print"
                variant="quiet"
                onPress={() => {
                  print();
                }}
              >
                {formatMessage({ id: 'meeting.print' })}
              </Button>
            )}
          </>
        }
      />
      {step.error instanceof Refused && <ProblemNotice problem={step.error.problem} />}
      <AlertDialog
        title={formatMessage({ id: 'meeting.close.sure' })}
        isOpen={isClosing}
        confirmLabel={formatMessage({ id: 'meeting.close' })}
        onClose={() => {
          setClosing(false);
        }}
        onConfirm={() => {
          setClosing(false);
          step.do('close');
        }}
      >
        {formatMessage({ id: 'meeting.close.effect' }, { count: open })}
      </AlertDialog>
    </>
  );
}
