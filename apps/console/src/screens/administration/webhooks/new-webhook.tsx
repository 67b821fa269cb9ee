import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { webhookEvents, type WebhookEvent } from '#domain/vocabulary';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { Button } from '../../../kit/button.js';
import { CheckboxGroup } from '../../../kit/checkbox-group.js';
import { Notice } from '../../../kit/notice.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { TextField } from '../../../kit/text-field.js';
import { webhooksKey } from './queries.js';
import { SecretOnce } from './secret-once.js';

type Input = Schema<'AddWebhookRequest'>;

const refusesUrl = (error: Error | null): boolean =>
  error instanceof Refused && (error.problem.fields?.some(({ field }) => field === 'url') ?? false);

/** Begins to tell another system; what a message bears and what it never bears is read before. */
export function NewWebhook() {
  const { formatMessage } = useIntl();
  const address = useRef<HTMLInputElement>(null);
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly WebhookEvent[]>([]);
  const [made, setMade] = useState<{ readonly secret: string | null }>();
  const add = useAction(
    (body: Input, once) => ask(() => api.POST('/api/v1/webhooks', { params: { header: once }, body })),
    {
      changes: [webhooksKey],
      // Whoever hears the page is led to the sentence beside the field.
      onRefused: (error) => {
        if (refusesUrl(error)) address.current?.focus();
      },
      onDone: ({ secret }) => {
        setMade({ secret });
        setUrl('');
        setEvents([]);
        // The screen alone holds the secret.
        add.forget();
      },
    },
  );
  const problem = add.error instanceof Refused ? add.error.problem : undefined;
  const isUrlRefused = refusesUrl(add.error);
  const typed = (text: string): void => {
    setUrl(text);
    if (isUrlRefused) add.forget();
  };
  return (
    <Panel title={formatMessage({ id: 'webhooks.new' })}>
      <TextField
        ref={address}
        label={formatMessage({ id: 'webhooks.url' })}
        hint={formatMessage({ id: 'webhooks.url.hint' })}
        type="url"
        value={url}
        onChange={typed}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        error={isUrlRefused ? formatMessage({ id: 'webhooks.url.refused' }) : undefined}
      />
      <CheckboxGroup
        label={formatMessage({ id: 'webhooks.events' })}
        value={events}
        onChange={setEvents}
        options={webhookEvents.map((event) => ({
          value: event,
          label: formatMessage({ id: `webhooks.event.${event}` }),
          hint: event === 'seat.ended' ? formatMessage({ id: 'webhooks.runsOut' }) : undefined,
        }))}
      />
      <Notice small>{formatMessage({ id: 'webhooks.content' })}</Notice>
      {problem !== undefined && !isUrlRefused && <ProblemNotice problem={problem} />}
      <div>
        <Button
          variant="primary"
          icon="add"
          pending={add.pending}
          disabled={url.trim() === '' || events.length === 0}
          onPress={() => {
            setMade(undefined);
            add.do({ url: url.trim(), events: [...events] });
          }}
        >
          {formatMessage({ id: 'webhooks.add' })}
        </Button>
      </div>
      {made !== undefined && (
        <SecretOnce
          secret={made.secret}
          onStored={() => {
            setMade(undefined);
            address.current?.focus();
          }}
        />
      )}
    </Panel>
  );
}
