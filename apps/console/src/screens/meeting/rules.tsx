import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useTerms } from '../../api/terms.js';
import { Button } from '../../kit/button.js';
import { Dialog } from '../../kit/dialog.js';
import { Table } from '../../kit/table.js';
import { sectorsByFactorGroup } from './suggestions.js';

const rows = Object.entries(sectorsByFactorGroup).map(([group, sectors]) => ({ group, sectors }));

/** The whole rule by which agencies are suggested, for everybody to read. */
export function Rules() {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="quiet" onPress={() => { setOpen(true); }}>{formatMessage({ id: 'meeting.rules' })}</Button>
      <Dialog title={formatMessage({ id: 'meeting.rules' })} isOpen={isOpen} onClose={() => { setOpen(false); }} size="wide">
        <p>{formatMessage({ id: 'meeting.rules.lead' })}</p>
        <Table caption={formatMessage({ id: 'meeting.rules' })} rows={rows} rowKey={({ group }) => group} stacks columns={[
          { id: 'group', label: formatMessage({ id: 'meeting.rules.group' }), rowHeader: true, cell: ({ group }) => termOf('riskCategory', group) },
          { id: 'sectors', label: formatMessage({ id: 'meeting.rules.sectors' }), cell: ({ sectors }) => sectors.map((sector) => termOf('sector', sector)).join(', ') },
        ]} />
      </Dialog>
    </>
  );
}
