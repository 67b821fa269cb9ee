import { useState } from 'react';
import { AlertDialog } from '../alert-dialog.js';
import { Button } from '../button.js';
import { ButtonRow } from '../button-row.js';
import { Dialog } from '../dialog.js';
import { Sheet } from '../sheet.js';
import { TextField } from '../text-field.js';
import { Piece, useSample } from './piece.js';

/** What opens over the page. */
export function Overlays() {
  const say = useSample();
  const [open, setOpen] = useState<'dialog' | 'alert' | 'sheet' | null>(null);
  const [text, setText] = useState('');
  const close = (): void => { setOpen(null); };
  return (
    <Piece name="Dialog, AlertDialog, Sheet">
      <ButtonRow>
        <Button onPress={() => { setOpen('dialog'); }}>{say('Open a dialog', 'Ouvrir une boîte de dialogue')}</Button>
        <Button onPress={() => { setOpen('alert'); }}>{say('Ask first', 'Demander d’abord')}</Button>
        <Button onPress={() => { setOpen('sheet'); }}>{say('Open a sheet', 'Ouvrir un volet')}</Button>
      </ButtonRow>
      <Dialog title={say('Pair the projector', 'Jumeler le projecteur')} isOpen={open === 'dialog'} onClose={close} stays
        actions={<><Button variant="primary" onPress={close}>{say('Pair', 'Jumeler')}</Button><Button onPress={close}>{say('Not now', 'Pas maintenant')}</Button></>}>
        <p>{say('The screen in the room shows a code. It works once, for two minutes.', 'L’écran de la salle affiche un code. Il sert une fois, pendant deux minutes.')}</p>
        <TextField label={say('Code on the screen', 'Code à l’écran')} value={text} onChange={setText} width={12} autoFocus />
      </Dialog>
      <AlertDialog title={say('Reject 2026-144?', 'Rejeter 2026-144?')} isOpen={open === 'alert'} onClose={close} onConfirm={close} danger confirmLabel={say('Reject', 'Rejeter')}>
        <p>{say('It is hidden from everyone at once. You can undo this for 10 minutes; then its factors are erased.', 'La situation est masquée pour tous immédiatement. Vous pouvez défaire ceci pendant 10 minutes; ensuite, ses facteurs sont effacés.')}</p>
      </AlertDialog>
      <Sheet title={say('Who saw this', 'Qui a vu ceci')} isOpen={open === 'sheet'} onClose={close}>
        <p>{say('Twelve people of four agencies.', 'Douze personnes de quatre organismes.')}</p>
      </Sheet>
    </Piece>
  );
}
