import { useRef } from 'react';
import { useIntl } from 'react-intl';
import { Refused } from '../../../api/api.js';
import { EmptyState } from '../../../kit/empty-state.js';
import { Stack } from '../../../kit/layout.js';
import { Loading } from '../../../kit/loading.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Office } from '../office.js';
import { NewWebhook } from './new-webhook.js';
import { useWebhooks } from './queries.js';
import { WebhookLine } from './webhook-line.js';

/** Other systems that are told of the administration: added, given a new secret, resumed, removed. */
export function WebhooksPart() {
  const { formatMessage } = useIntl();
  const list = useRef<HTMLDivElement>(null);
  const { data: webhooks, error } = useWebhooks();
  return (
    <Office part="webhooks">
      <Stack gap="large">
        {error instanceof Refused && <ProblemNotice problem={error.problem} />}
        <div ref={list} tabIndex={-1}>
          <Panel title={formatMessage({ id: 'webhooks.all' }, { count: webhooks?.length ?? 0 })}>
            {webhooks === undefined ? (
              error === null && <Loading lines={3} />
            ) : webhooks.length === 0 ? (
              <EmptyState title={formatMessage({ id: 'webhooks.none' })}>
                {formatMessage({ id: 'webhooks.none.next' })}
              </EmptyState>
            ) : (
              <ul className="office-list">
                {webhooks.map((webhook) => (
                  <WebhookLine
                    key={webhook.id}
                    webhook={webhook}
                    onRemoved={() => {
                      list.current?.focus();
                    }}
                  />
                ))}
              </ul>
            )}
          </Panel>
        </div>
        <NewWebhook />
      </Stack>
    </Office>
  );
}
