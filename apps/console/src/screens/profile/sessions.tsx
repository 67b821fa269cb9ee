import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { useAction } from '../../api/use-action.js';
import { Badge } from '../../kit/badge.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Row } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { Panel } from '../../kit/panel.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Table } from '../../kit/table.js';
import { useToast } from '../../kit/toasts.js';
import { deviceOf } from './device.js';
import { sessionsKey, useOwnSessions } from './queries.js';

/** Where one is signed in; any other place can be signed out from here. */
export function OwnSessions() {
  const { formatMessage, formatDate } = useIntl();
  const toast = useToast();
  const { data, error } = useOwnSessions();
  const end = useAction(
    (id: string) => ask(() => api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    {
      changes: [sessionsKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'profile.session.ended' }) });
      },
    },
  );
  const failed = error ?? end.error;
  const moment = (at: string): string => formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Panel title={formatMessage({ id: 'profile.sessions' })}>
      {failed instanceof Refused && <ProblemNotice problem={failed.problem} />}
      {data === undefined ? (
        <Loading />
      ) : (
        <Table
          caption={formatMessage({ id: 'profile.sessions' })}
          hideCaption
          stacks
          rows={data.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'device',
              label: formatMessage({ id: 'profile.session.device' }),
              cell: ({ device }) => deviceOf(device) ?? formatMessage({ id: 'profile.session.unknown' }),
            },
            {
              id: 'seen',
              label: formatMessage({ id: 'profile.session.seen' }),
              cell: ({ lastSeenAt }) => moment(lastSeenAt),
            },
            {
              id: 'ends',
              label: formatMessage({ id: 'profile.session.ends' }),
              cell: ({ endsAt }) => moment(endsAt),
            },
            {
              id: 'end',
              label: formatMessage({ id: 'profile.session.end' }),
              hideLabel: true,
              cell: ({ id, current, device, startedAt }) =>
                current ? (
                  <Badge tone="success">{formatMessage({ id: 'profile.session.this' })}</Badge>
                ) : (
                  <Button
                    size="small"
                    onPress={() => {
                      end.do(id);
                    }}
                    label={formatMessage(
                      { id: 'profile.session.endOf' },
                      {
                        device: deviceOf(device) ?? formatMessage({ id: 'profile.session.unknown' }),
                        at: moment(startedAt),
                      },
                    )}
                  >
                    {formatMessage({ id: 'profile.session.end' })}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** Against a reset that one did not ask for: it is stopped before it opens. */
export function OwnResets() {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const stop = useAction(() => ask(() => api.DELETE('/api/v1/me/resets')), {
    onDone: ({ stopped }) => {
      toast({ message: formatMessage({ id: 'profile.resets.stopped' }, { count: stopped }) });
    },
  });
  return (
    <Panel title={formatMessage({ id: 'profile.resets' })}>
      {stop.error instanceof Refused && <ProblemNotice problem={stop.error.problem} />}
      <Row align="between">
        <p>{formatMessage({ id: 'profile.resets.lead' })}</p>
        <ButtonRow>
          <Button
            pending={stop.pending}
            onPress={() => {
              stop.do(undefined);
            }}
          >
            {formatMessage({ id: 'profile.resets.stop' })}
          </Button>
        </ButtonRow>
      </Row>
    </Panel>
  );
}
