import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button.js';
import { ButtonRow } from './button-row.js';
import './dialog.css';
import { useKitWords } from './words.js';

export interface DialogProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  /** Called by Escape, the cross, and the ground behind unless `stays`. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, main one first. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'normal' | 'wide' | undefined;
  /** A press outside does not close it: something was typed that would be lost. */
  readonly stays?: boolean | undefined;
  readonly role?: 'dialog' | 'alertdialog' | undefined;
  readonly place?: 'middle' | 'side' | undefined;
}

/**
 * A question or short form over the page; focus is kept inside and returns to where it came from. Keep it
 * open or closed by `isOpen`.
 */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  size = 'normal',
  stays = false,
  role = 'dialog',
  place = 'middle',
}: DialogProps) {
  const word = useKitWords();
  return (
    <ModalOverlay
      className="dialog-veil"
      data-place={place}
      isOpen={isOpen}
      isDismissable={!stays}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog-modal" data-size={size} data-place={place}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button variant="quiet" icon="close" iconOnly onPress={onClose}>
              {word('kit.close')}
            </Button>
          </header>
          <div className="dialog-body">{children}</div>
          {actions !== undefined && (
            <footer className="dialog-foot">
              <ButtonRow>{actions}</ButtonRow>
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
