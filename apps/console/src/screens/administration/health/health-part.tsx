import { useIntl } from 'react-intl';
import { Refused } from '../../../api/api.js';
import { Stack } from '../../../kit/layout.js';
import { Loading } from '../../../kit/loading.js';
import { Notice } from '../../../kit/notice.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Office } from '../office.js';
import { useEveryUser } from '../queries.js';
import { useBackups, useKeyring, useReady } from './queries.js';
import { Chains, Events, Refusals } from './records.js';
import { Work } from './work.js';

const tones = { well: 'success', failing: 'danger', off: 'info', unknown: 'warning' } as const;

/** How the installation stands: no situation, no name of anybody in one. */
export function HealthPart() {
  const users = useEveryUser();
  return (
    <Office part="health">
      <Stack gap="large">
        <Ready />
        <Work />
        <Upkeep />
        <Chains />
        <Refusals />
        <Events whoOf={({ actorId }) => users.find(({ id }) => id === actorId)?.displayName ?? '–'} />
      </Stack>
    </Office>
  );
}

function Ready() {
  const { formatMessage } = useIntl();
  const { data, error } = useReady();
  if (error instanceof Refused) return <ProblemNotice problem={error.problem} />;
  if (data === undefined) return <Loading lines={2} />;
  return (
    <Notice tone={tones[data.jobs]} title={formatMessage({ id: 'office.ready' })}>
      {formatMessage({ id: `office.jobs.${data.jobs}` })}
    </Notice>
  );
}

function Upkeep() {
  const { formatMessage, formatDate } = useIntl();
  const { data: keyring } = useKeyring();
  const { data: backups } = useBackups();
  const when = (at: string): string => formatDate(at, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Panel title={formatMessage({ id: 'office.upkeep' })}>
      {keyring === undefined || backups === undefined ? (
        <Loading lines={3} />
      ) : (
        <dl className="office-facts">
          <dt>{formatMessage({ id: 'office.epoch' })}</dt>
          <dd>
            {formatMessage(
              { id: keyring.rolling ? 'office.epoch.rolling' : 'office.epoch.since' },
              { began: when(keyring.epochBeganAt), rolls: when(keyring.rollsAt) },
            )}
          </dd>
          {(['data', 'keys', 'restore'] as const).flatMap((kind) => {
            const latest = backups.find((each) => each.kind === kind);
            return [
              <dt key={kind}>{formatMessage({ id: `office.backup.${kind}` })}</dt>,
              <dd key={`${kind} is`}>
                {latest === undefined ? (
                  <strong>{formatMessage({ id: 'office.backup.never' })}</strong>
                ) : (
                  formatMessage(
                    { id: 'office.backup.latest' },
                    {
                      at: when(latest.takenAt),
                      rows: latest.rows,
                      keys: latest.keys,
                    },
                  )
                )}
              </dd>,
            ];
          })}
        </dl>
      )}
    </Panel>
  );
}
