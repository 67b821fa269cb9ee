import { lazy, Suspense, useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { tinykeys } from 'tinykeys';
import type { OwnSeat } from '../api/me.js';
import { Button } from '../kit/button.js';
import { withWords } from '../words/words.js';

// Fetched when it is first opened: a page that nobody searches from does not pay for the search.
const PaletteDialog = lazy(() =>
  withWords(['dialogs'], () => import('./palette-dialog.js'))().then((module) => ({
    default: module.PaletteDialog,
  })),
);

/** `Ctrl K`: to any page of this seat, or to a situation by its number. */
export function Palette({ seat }: { readonly seat: OwnSeat }) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const open = (): void => {
    setWanted(true);
    setOpen(true);
  };
  useEffect(
    () =>
      tinykeys(
        window,
        {
          '$mod+k': (event) => {
            event.preventDefault();
            open();
          },
        },
        { capture: true },
      ),
    [],
  );
  return (
    <>
      <Button size="small" variant="quiet" icon="search" keyHint="Ctrl+K" onPress={open}>
        {formatMessage({ id: 'app.palette.open' })}
      </Button>
      {isWanted && (
        <Suspense>
          <PaletteDialog
            seat={seat}
            isOpen={isOpen}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
