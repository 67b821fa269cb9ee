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
  const contacted = new Set((reportBacks ?? []).map((each) => each.agency.id));
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
          id: 'part',
          label: formatMessage({ id: 'situation.part' }),
          cell: (row) => formatMessage({ id: `situation.part.${row.part}` }),
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
            contacted.has(row.agency.id) ? (
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
