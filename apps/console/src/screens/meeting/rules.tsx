import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useOwnTable } from '../../api/own-table.js';
import { useTerms } from '../../shared/terms.js';
import { Button } from '../../kit/button.js';
import { Dialog } from '../../kit/dialog.js';
import { Table } from '../../kit/table.js';

/** The whole rule by which agencies are suggested, for everybody to read; administration changes it. */
export function Rules() {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const { data: table } = useOwnTable();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        onPress={() => {
          setOpen(true);
        }}
      >
        {formatMessage({ id: 'meeting.rules' })}
      </Button>
      <Dialog
        title={formatMessage({ id: 'meeting.rules' })}
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        size="wide"
      >
        <p>{formatMessage({ id: 'meeting.rules.lead' })}</p>
        <Table
          caption={formatMessage({ id: 'meeting.rules' })}
          rows={table?.suggestions ?? []}
          rowKey={({ group }) => group}
          stacks
          columns={[
            {
              id: 'group',
              label: formatMessage({ id: 'meeting.rules.group' }),
              rowHeader: true,
              cell: ({ group }) => termOf('riskCategory', group),
            },
            {
              id: 'sectors',
              label: formatMessage({ id: 'meeting.rules.sectors' }),
              cell: ({ sectors }) => sectors.map((sector) => termOf('sector', sector)).join(', '),
            },
          ]}
        />
      </Dialog>
    </>
  );
}
