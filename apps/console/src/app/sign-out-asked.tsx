import { useQueryClient } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { giveUpWaiting } from '../api/use-action.js';
import { AlertDialog } from '../kit/alert-dialog.js';

export interface SignOutAskedProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSignOut: () => void;
}

/**
 * Asks whoever signs out while something is not sent or saved; what waits is given up, or the sign-out would
 * wait behind it.
 */
export function SignOutAsked({ isOpen, onClose, onSignOut }: SignOutAskedProps) {
  const { formatMessage } = useIntl();
  const queries = useQueryClient();
  return (
    <AlertDialog
      title={formatMessage({ id: 'dialogs.signOut' })}
      confirmLabel={formatMessage({ id: 'dialogs.signOut.without' })}
      danger
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={() => {
        onClose();
        giveUpWaiting(queries.getMutationCache());
        onSignOut();
      }}
    >
      {formatMessage({ id: 'dialogs.signOut.unsent' })}
    </AlertDialog>
  );
}
