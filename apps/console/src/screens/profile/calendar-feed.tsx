import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { useAction } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { TextField } from '../../kit/text-field.js';
import { useToast } from '../../kit/toasts.js';
import { calendarKey, useOwnCalendar } from './queries.js';

/** The meetings of one's tables in one's own calendar program, by an address that is a secret and shown once. */
export function CalendarFeed() {
  const { formatMessage, formatDate } = useIntl();
  const toast = useToast();
  const { data } = useOwnCalendar();
  const [address, setAddress] = useState<string>();
  const make = useAction(() => ask(() => api.POST('/api/v1/me/calendar', {})), {
    changes: [calendarKey],
    onDone: ({ path }) => {
      setAddress(new URL(path, location.origin).href);
      make.forget();
    },
  });
  const revoke = useAction(() => ask(() => api.DELETE('/api/v1/me/calendar')), {
    changes: [calendarKey],
    onDone: () => {
      setAddress(undefined);
      toast({ message: formatMessage({ id: 'profile.calendar.ended' }) });
    },
  });
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toast({ message: formatMessage({ id: 'profile.calendar.copied' }) });
  };
  const failed = make.error ?? revoke.error;
  const madeAt = data?.madeAt ?? null;
  return (
    <Panel title={formatMessage({ id: 'profile.calendar' })}>
      <p>{formatMessage({ id: 'profile.calendar.lead' })}</p>
      {failed instanceof Refused && <ProblemNotice problem={failed.problem} />}
      {address !== undefined && (
        <>
          <TextField
            label={formatMessage({ id: 'profile.calendar.address' })}
            value={address}
            onChange={() => undefined}
            readOnly
            after={
              <Button
                icon="copy"
                iconOnly
                onPress={() => {
                  void copy(address);
                }}
              >
                {formatMessage({ id: 'profile.calendar.copy' })}
              </Button>
            }
          />
          <Notice tone="warning" small>
            {formatMessage({ id: 'profile.calendar.once' })}
          </Notice>
        </>
      )}
      {address === undefined && madeAt !== null && (
        <p className="text-quiet">
          {formatMessage(
            { id: 'profile.calendar.since' },
            { day: formatDate(madeAt, { dateStyle: 'long' }) },
          )}
        </p>
      )}
      <ButtonRow>
        <Button
          pending={make.pending}
          onPress={() => {
            make.do(undefined);
          }}
        >
          {formatMessage({ id: madeAt === null ? 'profile.calendar.make' : 'profile.calendar.again' })}
        </Button>
        {madeAt !== null && (
          <Button
            variant="quiet"
            pending={revoke.pending}
            onPress={() => {
              revoke.do(undefined);
            }}
          >
            {formatMessage({ id: 'profile.calendar.end' })}
          </Button>
        )}
      </ButtonRow>
    </Panel>
  );
}
