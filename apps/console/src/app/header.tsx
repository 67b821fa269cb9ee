import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { actingSeat } from '../api/acting-seat.js';
import { api, ask } from '../api/api.js';
import { meKey, signedIn, type Me, type OwnSeat } from '../api/me.js';
import { useSaveLanguage } from '../api/profile.js';
import { Button } from '../kit/button.js';
import { Menu } from '../kit/menu.js';
import { Keys } from './keys.js';
import { useLanguage } from './language.js';
import { navigationOf } from './navigation.js';
import { Palette } from './palette.js';
import { seatName } from './seat-choice.js';

/** Who acts, from which seat, and where one can go. */
export function Header({ me, seat }: { readonly me: Me; readonly seat: OwnSeat | undefined }) {
  const { formatMessage } = useIntl();
  const { language, choose } = useLanguage();
  const saveLanguage = useSaveLanguage();
  const other = language === 'en' ? 'fr' : 'en';
  return (
    <header className="shell-header no-print">
      <div className="shell-bar">
        <Link to="/" className="shell-name">{formatMessage({ id: 'app.name' })}</Link>
        {seat !== undefined && <p className="shell-seat">{seatName(formatMessage, seat)}</p>}
        <div className="shell-tools">
          {seat !== undefined && <Palette seat={seat} />}
          <Button size="small" variant="quiet" onPress={() => {
            choose(other);
            saveLanguage(other);
          }}><span lang={other}>{formatMessage({ id: 'app.language' })}</span></Button>
          <Account me={me} />
        </div>
      </div>
      {seat !== undefined && (
        <nav className="shell-nav" aria-label={formatMessage({ id: 'app.nav' })}>
          {navigationOf(seat.persona).map(({ place, path }) => <Link key={place} to={path}>{formatMessage({ id: `app.nav.${place}` })}</Link>)}
        </nav>
      )}
    </header>
  );
}

function Account({ me }: { readonly me: Me }) {
  const { formatMessage } = useIntl();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isLeaving, setLeaving] = useState(false);
  const [isKeys, setKeys] = useState(false);
  const openKeys = useCallback(() => { setKeys(true); }, []);
  const signOut = async (): Promise<void> => {
    setLeaving(true);
    await ask(() => api.DELETE('/api/v1/session'));
    actingSeat.set(undefined);
    signedIn.forget();
    // The door opens before anything is let go: what was cleared away first would tell nobody on the page that it had changed.
    queries.setQueryData(meKey, null);
    // Nothing of what was read stays in memory for whoever sits down next.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
    queries.getMutationCache().clear();
    await navigate({ to: '/' });
  };
  const actions = [
    { id: 'profile', label: formatMessage({ id: 'app.profile' }) } as const,
    ...(me.seats.length > 1 ? [{ id: 'seat', label: formatMessage({ id: 'app.changeSeat' }) } as const] : []),
    { id: 'help', label: formatMessage({ id: 'app.help' }) } as const,
    { id: 'keys', label: formatMessage({ id: 'app.keys' }) } as const,
    { id: 'out', label: formatMessage({ id: 'app.signOut' }), disabled: isLeaving } as const,
  ];
  return (
    <>
      <Menu size="small" variant="quiet" actions={actions} onAction={(id) => {
        if (id === 'out') void signOut();
        else if (id === 'keys') setKeys(true);
        else if (id === 'seat') actingSeat.set(undefined);
        else void navigate({ to: id === 'help' ? '/help' : '/profile' });
      }}>{me.displayName}</Menu>
      <Keys isOpen={isKeys} onOpen={openKeys} onClose={() => { setKeys(false); }} />
    </>
  );
}
