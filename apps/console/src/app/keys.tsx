import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { withWords } from '../words/words.js';

const KeysList = lazy(() =>
  withWords(['dialogs'], () => import('./keys-list.js'))().then((module) => ({ default: module.KeysList })),
);

const typing = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]';

/** Whether single keys do something here; meeting mode has the switch. */
const areOn = (): boolean => localStorage.getItem('single-keys') !== 'off';

/**
 * `?`: the keys of everywhere and of this screen. It listens last, so that a screen with keys of its own
 * answers instead.
 */
export function Keys({
  isOpen,
  onOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}) {
  const [isWanted, setWanted] = useState(false);
  if (isOpen && !isWanted) setWanted(true);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '?' || !event.isTrusted || event.defaultPrevented || !areOn()) return;
      if (
        (event.target as HTMLElement).closest(typing) !== null ||
        document.querySelector('[role=dialog], [role=alertdialog]') !== null
      )
        return;
      onOpen();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [onOpen]);
  return isWanted ? (
    <Suspense>
      <KeysList isOpen={isOpen} onClose={onClose} path={path} />
    </Suspense>
  ) : null;
}
