import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { KeyGroup } from '../kit/key-map.js';

const KeyMap = lazy(() => import('../kit/key-map.js').then((module) => ({ default: module.KeyMap })));

/** Keys of a screen beside those of everywhere: which page, and what each does, by message ids. Meeting mode shows its own. */
const byScreen: readonly {
  readonly path: RegExp;
  readonly title: string;
  readonly keys: readonly (readonly [keys: string, does: string])[];
}[] = [
  {
    path: /^\/situations\/new$/,
    title: 'app.keys.log',
    keys: [
      ['Enter', 'app.keys.choose'],
      ['Ctrl Enter', 'app.keys.bring'],
    ],
  },
  {
    path: /^\/situations\/[^/]+\/conclude$/,
    title: 'app.keys.conclude',
    keys: [['Ctrl Enter', 'app.keys.forward']],
  },
];

const typing = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]';

/** Whether single keys do something here; meeting mode has the switch. */
const areOn = (): boolean => localStorage.getItem('single-keys') !== 'off';

/** `?`: the keys of everywhere and of this screen. It listens last, so that a screen with keys of its own answers instead. */
export function Keys({
  isOpen,
  onOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [isWanted, setWanted] = useState(false);
  if (isOpen && !isWanted) setWanted(true);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== '?' || !event.isTrusted || event.defaultPrevented || !areOn()) return;
      if (
        (event.target as HTMLElement).closest(typing) !== null ||
        document.querySelector('[role=dialog], [role=alertdialog]') !== null
      )
        return;
      onOpen();
    };
    document.addEventListener('keydown', hear);
    return () => {
      document.removeEventListener('keydown', hear);
    };
  }, [onOpen]);
  const everywhere: KeyGroup = {
    title: formatMessage({ id: 'app.keys.everywhere' }),
    keys: [
      ['Ctrl K', 'app.keys.palette'],
      ['?', 'app.keys.list'],
      ['Esc', 'app.keys.close'],
    ].map(([keys = '', id = '']) => ({ keys, does: formatMessage({ id }) })),
  };
  const here = byScreen
    .filter((screen) => screen.path.test(path))
    .map(({ title, keys }): KeyGroup => ({
      title: formatMessage({ id: title }),
      keys: keys.map(([each, id]) => ({ keys: each, does: formatMessage({ id }) })),
    }));
  return isWanted ? (
    <Suspense>
      <KeyMap isOpen={isOpen} onClose={onClose} groups={[everywhere, ...here]} />
    </Suspense>
  ) : null;
}
