import { useIntl } from 'react-intl';
import { Badge } from '../../../kit/badge.js';
import { Stack } from '../../../kit/layout.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Table } from '../../../kit/table.js';
import { Office } from '../office.js';
import { useUsers } from '../queries.js';
import { Invitations } from '../seats/invitations.js';
import { Invite } from './invite.js';
import { PersonActs } from './person-acts.js';

const tones = { active: 'success', invited: 'info', disabled: 'neutral' } as const;

/**
 * People of the installation: invited, reset, signed out, switched off. What they may do comes from their
 * seats alone.
 */
export function PeoplePart() {
  const { formatMessage, formatDate } = useIntl();
  const { rows, problem, more } = useUsers();
  return (
    <Office part="people">
      <Stack gap="large">
        <Invitations />
        <Invite />
        {problem !== undefined && <ProblemNotice problem={problem} />}
        {rows === undefined ? (
          problem === undefined && <Loading lines={6} />
        ) : (
          <Table
            caption={formatMessage({ id: 'office.people.all' })}
            stacks
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'name',
                label: formatMessage({ id: 'seats.who' }),
                rowHeader: true,
                cell: ({ displayName }) => displayName,
              },
              {
                id: 'signIn',
                label: formatMessage({ id: 'office.signInName' }),
                cell: ({ signInName }) => signInName,
              },
              {
                id: 'status',
                label: formatMessage({ id: 'office.status' }),
                cell: ({ status }) => (
                  <Badge tone={tones[status]}>{formatMessage({ id: `office.status.${status}` })}</Badge>
                ),
              },
              {
                id: 'since',
                label: formatMessage({ id: 'office.since' }),
                cell: ({ createdAt }) => formatDate(createdAt, { dateStyle: 'medium' }),
              },
              {
                id: 'acts',
                label: formatMessage({ id: 'seats.acts' }),
                hideLabel: true,
                cell: (user) => <PersonActs user={user} />,
              },
            ]}
          />
        )}
        <MoreButton {...more} shown={rows?.length} />
      </Stack>
    </Office>
  );
}
