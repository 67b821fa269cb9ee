import { useState } from 'react';
import { AlertDialog } from '../alert-dialog.js';
import { Button } from '../button.js';
import { ButtonRow } from '../button-row.js';
import { Dialog } from '../dialog.js';
import { KeyMap } from '../key-map.js';
import { Menu } from '../menu.js';
import { PrivacyShade } from '../privacy-shade.js';
import { Sheet } from '../sheet.js';
import { TextField } from '../text-field.js';
import { Tooltip } from '../tooltip.js';
import { Piece, useSample } from './piece.js';

/** What opens over the page. */
export function Overlays() {
  const say = useSample();
  const [open, setOpen] = useState<'dialog' | 'alert' | 'sheet' | 'keys' | 'shade' | null>(null);
  const [text, setText] = useState('');
  const close = (): void => {
    setOpen(null);
  };
  return (
    <Piece name="Dialog, AlertDialog, Sheet, Menu, Tooltip, KeyMap, PrivacyShade">
      <ButtonRow>
        <Button
          onPress={() => {
            setOpen('dialog');
          }}
        >
          {say('Open a dialog', 'Ouvrir une boîte de dialogue')}
        </Button>
        <Button
          onPress={() => {
            setOpen('alert');
          }}
        >
          {say('Ask first', 'Demander d’abord')}
        </Button>
        <Button
          onPress={() => {
            setOpen('sheet');
          }}
        >
          {say('Open a sheet', 'Ouvrir un volet')}
        </Button>
        <Button
          onPress={() => {
            setOpen('keys');
          }}
          keyHint="?"
        >
          {say('Show the keys', 'Afficher les touches')}
        </Button>
        <Tooltip text={say('Covers the screen and the projector', 'Masque l’écran et le projecteur')}>
          <Button
            variant="danger"
            icon="hidden"
            onPress={() => {
              setOpen('shade');
            }}
          >
            {say('Cover the screen', 'Masquer l’écran')}
          </Button>
        </Tooltip>
        <Menu
          onAction={close}
          icon="download"
          actions={[
            {
              id: 'csv',
              label: 'CSV',
              hint: say('With its data dictionary', 'Avec son dictionnaire de données'),
              icon: 'download',
            },
            { id: 'json', label: 'JSON' },
            { id: 'xlsx', label: 'XLSX', disabled: true },
            {
              id: 'discard',
              label: say('Discard the draft', 'Supprimer l’ébauche'),
              danger: true,
              icon: 'remove',
            },
          ]}
        >
          {say('Export', 'Exporter')}
        </Menu>
      </ButtonRow>
      <Dialog
        title={say('Pair the projector', 'Jumeler le projecteur')}
        isOpen={open === 'dialog'}
        onClose={close}
        stays
        actions={
          <>
            <Button variant="primary" onPress={close}>
              {say('Pair', 'Jumeler')}
            </Button>
            <Button onPress={close}>{say('Not now', 'Pas maintenant')}</Button>
          </>
        }
      >
        <p>
          {say(
            'The screen in the room shows a code. It works once, for two minutes.',
            'L’écran de la salle affiche un code. Il sert une fois, pendant deux minutes.',
          )}
        </p>
        <TextField
          label={say('Code on the screen', 'Code à l’écran')}
          value={text}
          onChange={setText}
          width={12}
          autoFocus
        />
      </Dialog>
      <AlertDialog
        title={say('Reject 2026-144?', 'Rejeter 2026-144?')}
        isOpen={open === 'alert'}
        onClose={close}
        onConfirm={close}
        danger
        confirmLabel={say('Reject', 'Rejeter')}
      >
        <p>
          {say(
            'It is hidden from everyone at once. You can undo this for 10 minutes; then its factors are erased.',
            'La situation est masquée pour tous immédiatement. Vous pouvez défaire ceci pendant 10 minutes; ensuite, ses facteurs sont effacés.',
          )}
        </p>
      </AlertDialog>
      <Sheet title={say('Who saw this', 'Qui a vu ceci')} isOpen={open === 'sheet'} onClose={close}>
        <p>{say('Twelve people of four agencies.', 'Douze personnes de quatre organismes.')}</p>
      </Sheet>
      <KeyMap
        isOpen={open === 'keys'}
        onClose={close}
        groups={[
          {
            title: say('In a meeting', 'En rencontre'),
            keys: [
              {
                keys: 'Y',
                does: say(
                  'Risk recorded: all four points met',
                  'Risque consigné : les quatre points sont réunis',
                ),
              },
              { keys: 'N', does: say('Reject', 'Rejeter') },
              { keys: 'B', does: say('Privacy shade', 'Voile de confidentialité') },
            ],
          },
          {
            title: say('Everywhere', 'Partout'),
            keys: [
              { keys: 'Ctrl K', does: say('Go to', 'Aller à') },
              { keys: '?', does: say('These keys', 'Ces touches') },
            ],
          },
        ]}
      />
      <PrivacyShade isOn={open === 'shade'} onClear={close} />
    </Piece>
  );
}
