import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { actingSeat } from '../api/acting-seat.js';
import type { Me } from '../api/me.js';
import { Menu } from '../kit/menu.js';
import { withWords } from '../words/words.js';
import { Keys } from './keys.js';
import { wouldLoseSomething } from './sign-out.js';

// Comes with the menu: where the line is away later, it is there to ask.
const SignOutAsked = lazy(() =>
  withWords(['dialogs'], () => import('./sign-out-asked.js'))().then((module) => ({
    default: module.SignOutAsked,
  })),
);

/** What a person does about themselves: profile, seat, help, keys, and going. */
export function Account({ me, onSignOut }: { readonly me: Me; readonly onSignOut: () => void }) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const [isKeys, setKeys] = useState(false);
  const [isOpened, setOpened] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const openKeys = useCallback(() => {
    setKeys(true);
  }, []);
  const actions = [
    { id: 'profile', label: formatMessage({ id: 'app.profile' }) } as const,
    ...(me.seats.length > 1 ? [{ id: 'seat', label: formatMessage({ id: 'app.changeSeat' }) } as const] : []),
    { id: 'help', label: formatMessage({ id: 'app.help' }) } as const,
    { id: 'keys', label: formatMessage({ id: 'app.keys' }) } as const,
    { id: 'out', label: formatMessage({ id: 'app.signOut' }) } as const,
  ];
  return (
    <>
      <Menu
        size="small"
        variant="quiet"
        actions={actions}
        onOpen={() => {
          setOpened(true);
        }}
        onAction={(id) => {
          if (id === 'out') {
            if (wouldLoseSomething()) setAsked(true);
            else onSignOut();
          } else if (id === 'keys') setKeys(true);
          else if (id === 'seat') actingSeat.set(undefined);
          else void navigate({ to: id === 'help' ? '/help' : '/profile' });
        }}
      >
        {me.displayName}
      </Menu>
      <Keys
        isOpen={isKeys}
        onOpen={openKeys}
        onClose={() => {
          setKeys(false);
        }}
      />
      {isOpened && (
        <Suspense>
          <SignOutAsked
            isOpen={isAsked}
            onClose={() => {
              setAsked(false);
            }}
            onSignOut={onSignOut}
          />
        </Suspense>
      )}
    </>
  );
}
