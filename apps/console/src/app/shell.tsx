import { Outlet, useRouterState } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { useActingSeat } from '../api/acting-seat.js';
import { useMe } from '../api/me.js';
import { SignIn } from '../screens/sign-in/sign-in.js';
import { useLanguage } from './language.js';
import { SeatChoice } from './seat-choice.js';

/** What is around every screen: who acts, from where, in which language. */
export function Shell() {
  const { formatMessage } = useIntl();
  const { language, choose } = useLanguage();
  return (
    <>
      <header>
        {formatMessage({ id: 'app.name' })}
        <Button onPress={() => { choose(language === 'en' ? 'fr' : 'en'); }}>
          <span lang={language === 'en' ? 'fr' : 'en'}>{formatMessage({ id: 'app.language' })}</span>
        </Button>
      </header>
      <main><Inside /></main>
    </>
  );
}

function Inside() {
  const { formatMessage } = useIntl();
  const { data: me } = useMe();
  const seat = useActingSeat();
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (path === '/kit') return <Outlet />;
  if (me === undefined) return <p>{formatMessage({ id: 'app.loading' })}</p>;
  if (me === null) return <SignIn />;
  const acting = me.seats.find(({ id }) => id === seat);
  return acting === undefined ? <SeatChoice seats={me.seats} /> : <Outlet />;
}
