import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../../api/api.js';
import { useSeat } from '../../../api/me.js';
import { useAction } from '../../../api/use-action.js';
import { atLeast } from '../../../api/use-pages.js';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { HeldAction } from '../../../kit/held-action.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useToast } from '../../../kit/toasts.js';
import {
  settingsKey,
  tablesKey,
  useEveryTable,
  useSettingsChanges,
  type SettingsChange,
} from '../queries.js';
import { Effects } from './effects.js';

/** Proposed settings that wait for a word; not there while none waits. */
export function SettingsChanges() {
  const { formatMessage } = useIntl();
  const { rows = [], problem, more } = useSettingsChanges();
  if (problem !== undefined) return <ProblemNotice problem={problem} />;
  if (rows.length === 0) return null;
  return (
    <Panel
      tone="accent"
      title={formatMessage({ id: 'office.changes' }, { count: atLeast(rows.length, more.hasMore) })}
    >
      <ul className="office-list">
        {rows.map((change) => (
          <Line key={change.id} change={change} />
        ))}
      </ul>
      <MoreButton {...more} />
    </Panel>
  );
}

function Line({ change }: { readonly change: SettingsChange }) {
  const { formatMessage, formatDate } = useIntl();
  const toast = useToast();
  const seat = useSeat();
  const tables = useEveryTable();
  const table = tables.find(({ id }) => id === change.tableId);
  const { id } = change;
  const changes = [settingsKey, tablesKey];
  const approve = useAction(
    (_: null, once) =>
      ask(() =>
        api.POST('/api/v1/settings-changes/{id}/approval', { params: { path: { id }, header: once } }),
      ),
    {
      changes,
      onDone: ({ outcome }) => {
        toast({ message: formatMessage({ id: `office.change.${outcome}` }) });
      },
    },
  );
  const withdraw = useAction(
    (_: null, once) =>
      ask<unknown>(() =>
        api.POST('/api/v1/settings-changes/{id}/withdrawal', { params: { path: { id }, header: once } }),
      ),
    { changes },
  );
  const problem = [approve.error, withdraw.error].find((error) => error instanceof Refused)?.problem;
  return (
    <li className="office-line">
      <div className="office-words">
        <strong>{table?.name}</strong>
        {table !== undefined && <Effects now={table} wanted={change} />}
        <p className="text-small text-quiet">
          {formatMessage(
            { id: change.proposedByMe ? 'office.change.mine' : 'office.change.other' },
            { day: formatDate(change.proposedAt, { dateStyle: 'long' }) },
          )}
        </p>
        <div className="row">
          <Badge
            tone={change.administratorApproved ? 'success' : 'neutral'}
            icon={change.administratorApproved ? 'check' : 'clock'}
          >
            {formatMessage(
              { id: 'office.word.administrator' },
              { given: change.administratorApproved ? 'yes' : 'no' },
            )}
          </Badge>
          <Badge
            tone={change.secondApproved ? 'success' : 'neutral'}
            icon={change.secondApproved ? 'check' : 'clock'}
          >
            {formatMessage({ id: 'office.word.second' }, { given: change.secondApproved ? 'yes' : 'no' })}
          </Badge>
        </div>
      </div>
      <div className="button-row">
        {!change.proposedByMe && seat?.persona !== 'coordinator' && (
          <HeldAction
            icon="check"
            pending={approve.pending}
            effect={formatMessage({ id: 'office.change.effect' })}
            onSend={() => {
              approve.do(null);
            }}
          >
            {formatMessage({ id: 'seats.approve' })}
          </HeldAction>
        )}
        {change.proposedByMe && (
          <Button
            pending={withdraw.pending}
            onPress={() => {
              withdraw.do(null);
            }}
          >
            {formatMessage({ id: 'seats.takeBack' })}
          </Button>
        )}
      </div>
      {problem !== undefined && (
        <div className="office-whole">
          <ProblemNotice problem={problem} />
        </div>
      )}
    </li>
  );
}
