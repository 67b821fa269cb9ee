import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, askTagged, ifMatch, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { AlertDialog } from '../../../kit/alert-dialog.js';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { useNow } from '../../../kit/clock.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useToast } from '../../../kit/toasts.js';
import { placeOf, webhooksKey, type Webhook } from './queries.js';
import { SecretOnce } from './secret-once.js';

type Act = 'renew' | 'resume' | 'remove';

const looks = {
  running: ['success', 'check'],
  failing: ['warning', 'warning'],
  paused: ['danger', 'offline'],
} as const;
const threeDaysMs = 3 * 86_400_000;

/** One receiver: whether it is told, since when nothing arrived, and what can be done. */
export function WebhookLine({
  webhook,
  onRemoved,
}: {
  readonly webhook: Webhook;
  readonly onRemoved: () => void;
}) {
  const { formatMessage, formatDate } = useIntl();
  const toast = useToast();
  const renew = useRef<HTMLButtonElement>(null);
  const now = useNow(60_000);
  const [asking, setAsking] = useState<Exclude<Act, 'resume'>>();
  const [secret, setSecret] = useState<string | null>();
  const { id, url, events, madeAt, failingSince, stoppedAt, earlierUntil } = webhook;
  const path = { id };
  const place = placeOf(webhook);
  const action = useAction(
    async (act: Act, once): Promise<{ readonly secret?: string | null }> => {
      const { tag } = await askTagged(() => api.GET('/api/v1/webhooks/{id}', { params: { path } }));
      const params = { path, header: { ...ifMatch(tag), ...once } };
      if (act === 'renew') return ask(() => api.POST('/api/v1/webhooks/{id}/secrets', { params }));
      await (act === 'resume'
        ? ask<unknown>(() => api.POST('/api/v1/webhooks/{id}/resumption', { params }))
        : ask<unknown>(() =>
            api.DELETE('/api/v1/webhooks/{id}', { params: { path, header: ifMatch(tag) } }),
          ));
      return {};
    },
    {
      changes: [webhooksKey],
      onRefused: () => {
        setAsking(undefined);
      },
      onDone: (result, act) => {
        setAsking(undefined);
        if (act === 'renew') setSecret(result.secret ?? null);
        else toast({ message: formatMessage({ id: `webhooks.${act}.done` }, { place }) });
        if (act === 'remove') onRemoved();
        action.forget();
      },
    },
  );
  const when = (at: string): string => formatDate(at, { dateStyle: 'long', timeStyle: 'short' });
  const state = stoppedAt !== null ? 'paused' : failingSince !== null ? 'failing' : 'running';
  // Sooner than after three days it is paused only where the receiver itself says that it is gone.
  const isGone =
    stoppedAt !== null &&
    failingSince !== null &&
    Date.parse(stoppedAt) - Date.parse(failingSince) < threeDaysMs;
  const hasTwo = earlierUntil !== null && Date.parse(earlierUntil) > now;
  const [tone, icon] = looks[state];
  return (
    <li className="office-line">
      <div className="office-words">
        <strong className="office-token">{url}</strong>
        <Badge tone={tone} icon={icon}>
          {formatMessage({ id: `webhooks.state.${state}` })}
        </Badge>
        <p>
          {formatMessage(
            { id: `webhooks.says.${isGone ? 'gone' : state}` },
            {
              made: when(madeAt),
              since: failingSince === null ? '' : when(failingSince),
              stopped: stoppedAt === null ? '' : when(stoppedAt),
            },
          )}
        </p>
        {hasTwo && <p>{formatMessage({ id: 'webhooks.two' }, { until: when(earlierUntil) })}</p>}
        <p className="text-small text-quiet">
          {formatMessage(
            { id: 'webhooks.hears' },
            { events: events.map((event) => formatMessage({ id: `webhooks.event.${event}` })).join(' · ') },
          )}
        </p>
      </div>
      <div className="button-row">
        {state === 'paused' && (
          <Button
            variant="primary"
            icon="send"
            pending={action.pending}
            label={formatMessage({ id: 'webhooks.resume.of' }, { place })}
            onPress={() => {
              action.do('resume');
            }}
          >
            {formatMessage({ id: 'webhooks.resume' })}
          </Button>
        )}
        <Button
          ref={renew}
          icon="key"
          label={formatMessage({ id: 'webhooks.renew.of' }, { place })}
          onPress={() => {
            setAsking('renew');
          }}
        >
          {formatMessage({ id: 'webhooks.renew' })}
        </Button>
        <Button
          variant="quiet"
          icon="remove"
          label={formatMessage({ id: 'webhooks.remove.of' }, { place })}
          onPress={() => {
            setAsking('remove');
          }}
        >
          {formatMessage({ id: 'webhooks.remove' })}
        </Button>
      </div>
      {asking !== undefined && (
        <AlertDialog
          danger={asking === 'remove'}
          title={formatMessage({ id: `webhooks.${asking}.ask` }, { place })}
          confirmLabel={formatMessage({ id: `webhooks.${asking}` })}
          isOpen
          pending={action.pending}
          onClose={() => {
            setAsking(undefined);
          }}
          onConfirm={() => {
            setSecret(undefined);
            action.do(asking);
          }}
        >
          <p>{formatMessage({ id: `webhooks.${asking}.effect` })}</p>
          {asking === 'renew' && hasTwo && <p>{formatMessage({ id: 'webhooks.renew.third' })}</p>}
        </AlertDialog>
      )}
      {secret !== undefined && (
        <div className="office-whole">
          <SecretOnce
            secret={secret}
            onStored={() => {
              setSecret(undefined);
              renew.current?.focus();
            }}
          />
        </div>
      )}
      {action.error instanceof Refused && (
        <div className="office-whole">
          <ProblemNotice problem={action.error.problem} />
        </div>
      )}
    </li>
  );
}
