import type { ReactNode } from 'react';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { useKitWords } from './words.js';

export interface AlertDialogProps {
  /** The question itself: "Reject 2026-144?" */
  readonly title: ReactNode;
  /** What will happen, to whom, and whether it can be undone. */
  readonly children: ReactNode;
  /** The verb of the title: never "OK" or "Yes". */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly danger?: boolean | undefined;
  readonly pending?: boolean | undefined;
}

/**
 * Asks before something that others will notice. What cannot be undone and goes to others is held by
 * `HeldAction` instead.
 */
export function AlertDialog({
  title,
  children,
  confirmLabel,
  onConfirm,
  isOpen,
  onClose,
  danger,
  pending,
}: AlertDialogProps) {
  const word = useKitWords();
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      size="small"
      stays
      actions={
        <>
          <Button variant={danger ? 'danger' : 'primary'} pending={pending} onPress={onConfirm}>
            {confirmLabel}
          </Button>
          <Button onPress={onClose} autoFocus>
            {word('kit.cancel')}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
