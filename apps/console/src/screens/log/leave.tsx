import { useIntl } from 'react-intl';
import { AlertDialog } from '../../kit/alert-dialog.js';

export interface LeaveProps {
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asks before a page is left with something that could not be saved. */
export function Leave({ onLeave, onStay }: LeaveProps) {
  const { formatMessage } = useIntl();
  return (
    <AlertDialog
      danger
      title={formatMessage({ id: 'log.leave' })}
      confirmLabel={formatMessage({ id: 'log.leave.without' })}
      isOpen
      onClose={onStay}
      onConfirm={onLeave}
    >
      {formatMessage({ id: 'log.leave.lost' })}
    </AlertDialog>
  );
}
