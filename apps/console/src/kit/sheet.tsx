import { Dialog, type DialogProps } from './dialog.js';

export type SheetProps = Omit<DialogProps, 'role' | 'place' | 'size'>;

/** A dialog along the side, for what is read beside the page: filters, "who saw this", help. Fills a phone. */
export function Sheet(props: SheetProps) {
  return <Dialog {...props} place="side" />;
}
