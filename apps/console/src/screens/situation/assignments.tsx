import { useIntl } from 'react-intl';
import type { SituationView } from '../../api/moves.js';
import { Due } from '../../kit/due.js';
import { Table } from '../../kit/table.js';

/** Lead and assisting agencies, what they answered, and until when first contact is due. */
export function Assignments({
  situation: { assignments, reportBacks },
}: {
  readonly situation: SituationView;
}) {
  const { formatMessage } = useIntl();
  if (assignments === undefined || assignments.length === 0) return null;
  // A report of an earlier role says nothing about this one.
  const hasReported = ({ agency, askedAt }: NonNullable<typeof assignments>[number]): boolean =>
    (reportBacks ?? []).some((each) => each.agency.id === agency.id && each.reportedAt >= askedAt);
  return (
    <Table
      caption={formatMessage({ id: 'situation.assignments' })}
      rows={assignments}
      rowKey={(row) => row.id}
      stacks
      columns={[
        {
          id: 'agency',
          label: formatMessage({ id: 'situation.agency' }),
          rowHeader: true,
          cell: (row) => row.agency.name,
        },
        {
          id: 'role',
          label: formatMessage({ id: 'situation.role' }),
          cell: (row) => formatMessage({ id: `situation.role.${row.role}` }),
        },
        {
          id: 'state',
          label: formatMessage({ id: 'situation.state' }),
          cell: (row) => formatMessage({ id: `situation.state.${row.state}` }),
        },
        {
          id: 'due',
          label: formatMessage({ id: 'situation.contact' }),
          cell: (row) =>
            hasReported(row) ? (
              formatMessage({ id: 'situation.contacted' })
            ) : row.state === 'asked' || row.state === 'accepted' ? (
              <Due at={row.contactDueAt} />
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}
