import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../kit/button.js';
import { Dialog } from '../kit/dialog.js';
import { Stack } from '../kit/layout.js';
import { Table } from '../kit/table.js';

/** One field in both versions, as words. */
export interface BothVersions {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface ConflictProps {
  readonly isOpen: boolean;
  readonly pending?: boolean;
  /** Fields side by side; those that are the same in both are left out. */
  readonly fields?: readonly BothVersions[];
  /** Both versions as the screen draws them, where fields do not say it. */
  readonly children?: ReactNode;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  /** Back to the page with what was typed, nothing decided. */
  readonly onLater: () => void;
}

/** Somebody else saved first: both versions are shown, one goes on, and the person says which. Closing it decides nothing. */
export function Conflict({ isOpen, pending = false, fields, children, onMine, onTheirs, onLater }: ConflictProps) {
  const { formatMessage } = useIntl();
  const differing = fields?.filter(({ mine, theirs }) => mine !== theirs) ?? [];
  const shown = (text: string): string => (text === '' ? '–' : text);
  return (
    <Dialog title={formatMessage({ id: 'app.conflict' })} isOpen={isOpen} stays size="wide" onClose={onLater} actions={(
      <>
        <Button variant="primary" pending={pending} onPress={onMine}>{formatMessage({ id: 'app.conflict.useMine' })}</Button>
        <Button disabled={pending} onPress={onTheirs}>{formatMessage({ id: 'app.conflict.useTheirs' })}</Button>
      </>
    )}>
      <Stack>
        <p>{formatMessage({ id: differing.length === 0 && fields !== undefined ? 'app.conflict.same' : 'app.conflict.lead' })}</p>
        {differing.length > 0 && (
          <Table caption={formatMessage({ id: 'app.conflict.both' })} hideCaption stacks rows={differing} rowKey={({ label }) => label} columns={[
            { id: 'field', label: formatMessage({ id: 'app.conflict.field' }), rowHeader: true, cell: ({ label }) => label },
            { id: 'mine', label: formatMessage({ id: 'app.conflict.mine' }), cell: ({ mine }) => shown(mine) },
            { id: 'theirs', label: formatMessage({ id: 'app.conflict.theirs' }), cell: ({ theirs }) => shown(theirs) },
          ]} />
        )}
        {children}
      </Stack>
    </Dialog>
  );
}
