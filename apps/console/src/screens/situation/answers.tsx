import { useIntl } from 'react-intl';
import type { SituationView } from '../../api/moves.js';
import { useTerms } from '../../shared/terms.js';
import { Table } from '../../kit/table.js';

/** Who answered what at filter 3, of the latest round. */
export function Answers({ situation: { answers } }: { readonly situation: SituationView }) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  if (answers === undefined || answers.length === 0) return null;
  const round = Math.max(...answers.map((each) => each.round));
  return (
    <Table
      caption={formatMessage({ id: 'situation.answers.round' }, { round })}
      rows={answers.filter((each) => each.round === round)}
      rowKey={(row) => row.agency.id}
      stacks
      columns={[
        {
          id: 'agency',
          label: formatMessage({ id: 'situation.agency' }),
          rowHeader: true,
          cell: (row) => row.agency.name,
        },
        {
          id: 'answer',
          label: formatMessage({ id: 'situation.answer' }),
          cell: (row) => termOf('answer', row.answer),
        },
        {
          id: 'help',
          label: formatMessage({ id: 'situation.canHelp' }),
          cell: (row) => formatMessage({ id: row.canHelp ? 'situation.yes' : 'situation.no' }),
        },
      ]}
    />
  );
}
