import { Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { actingSeat } from '../api/acting-seat.js';
import { proof, session, useIsClosed } from '../api/gates.js';
import { useMe, useSeat, type Me, type OwnSeat } from '../api/me.js';
import { useKeptWords } from '../api/kept-words.js';
import { useWaitingActions } from '../api/use-action.js';
import { useIsUnreached } from '../api/use-unreached.js';
import { Page } from '../kit/layout.js';
import { Loading } from '../kit/loading.js';
import { Notice } from '../kit/notice.js';
import { OfflineBar } from '../kit/offline-bar.js';
import { SkipLink } from '../kit/skip-link.js';
import { useLive } from '../session/live/use-live.js';
import { DomainClock } from './domain-clock.js';
import { Header } from './header.js';
import { KeptWordsNotices, ListToSee, ProofDialog, SessionEnded, SignIn } from './late.js';
import { MeetingShade } from '../shared/meeting-shade.js';
import { useLanguage } from '../session/language.js';
import { SeatChoice } from './seat-choice.js';
import { useSignOut } from './sign-out.js';
import './shell.css';

/** What is around every screen: who acts, from where, in which language, and whether the line holds. */
export function Shell() {
  const isOpen = useMatches({
    select: (matches) => matches.some(({ staticData }) => staticData.open === true),
  });
  // Nothing is asked for where nobody is signed in: the wall's screen never learns who opened it.
  return isOpen ? <Outlet /> : <Door />;
}

function Door() {
  const { formatMessage } = useIntl();
  const { data: me, dataUpdatedAt } = useMe();
  if (me === undefined) return <Loading label={formatMessage({ id: 'app.loading' })} />;
  if (me === null)
    return (
      <Suspense>
        <SignIn />
      </Suspense>
    );
  return <SignedIn me={me} readAt={dataUpdatedAt} />;
}

/** Events are of a table's work: who sits at no table has none to hear, and the API would refuse. */
const isLive = (seat: OwnSeat | undefined): boolean =>
  seat?.persona === 'rep' || seat?.persona === 'coordinator';

/** What waits for the server is of this page alone: the browser asks before it is closed or loaded again. */
function useWarningBeforeLeaving(isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
    };
  }, [isWaiting]);
}

/** The page of a seat. A new one first reads who sits at its table; the help stays open to it. */
function Seated({ seat, path = '' }: { readonly seat: OwnSeat; readonly path: string | undefined }) {
  const { formatMessage } = useIntl();
  return seat.tableToSee !== null && !path.startsWith('/help') ? (
    <Suspense fallback={<Loading label={formatMessage({ id: 'app.loading' })} />}>
      <ListToSee
        key={`${seat.id} ${seat.tableToSee.id}`}
        table={seat.tableToSee}
        isOfficer={seat.table === null}
      />
    </Suspense>
  ) : (
    <MeetingShade key={seat.id} seat={seat}>
      <Outlet />
    </MeetingShade>
  );
}

function SignedIn({ me, readAt }: { readonly me: Me; readonly readAt: number }) {
  const { formatMessage } = useIntl();
  const seat = useSeat();
  const { setTimeZone } = useLanguage();
  const zone = seat?.timeZone ?? undefined;
  // Days and hours are the table's, wherever the device is.
  useEffect(() => {
    setTimeZone(zone);
  }, [zone, setTimeZone]);
  const isEnded = useIsClosed(session);
  const isProofAsked = useIsClosed(proof);
  const [isProofWanted, setProofWanted] = useState(false);
  if (isProofAsked && !isProofWanted) setProofWanted(true);
  const waiting = useWaitingActions();
  const { isLeaving, signOut } = useSignOut();
  const kept = useKeptWords();
  useWarningBeforeLeaving(waiting > 0 || kept.length > 0);
  const isUnreached = useIsUnreached();
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  // The link that was followed lets go, so that the new page's heading takes the focus.
  useLayoutEffect(() => {
    if (document.activeElement instanceof HTMLElement && document.activeElement.closest('nav') !== null)
      document.activeElement.blur();
  }, [path]);
  useLive(isEnded || isLeaving || !isLive(seat) ? undefined : seat?.id);
  const { choose } = useLanguage();
  useEffect(() => {
    choose(me.language);
  }, [choose, me.language]);
  useEffect(() => {
    if (seat === undefined && me.seats.length === 1) actingSeat.set(me.seats[0]?.id);
  }, [seat, me.seats]);
  return (
    <DomainClock now={me.now} readAt={readAt}>
      {/* Whoever comes to a page whose session has ended sees nothing of it; it stays as it is behind. */}
      <div className="shell" hidden={isEnded || isLeaving}>
        <SkipLink />
        <Header me={me} seat={seat} onSignOut={signOut} />
        <OfflineBar isOffline={isUnreached} waiting={waiting} />
        <main id="main" tabIndex={-1}>
          {kept.length > 0 && (
            <Suspense>
              <KeptWordsNotices kept={kept} />
            </Suspense>
          )}
          {seat === undefined ? <SeatChoice seats={me.seats} /> : <Seated seat={seat} path={path} />}
        </main>
      </div>
      {isLeaving && (
        <Page width="narrow">
          <Notice tone="info" says="polite" title={formatMessage({ id: 'app.signOut.pending' })}>
            {isUnreached && formatMessage({ id: 'app.signOut.unreached' })}
          </Notice>
        </Page>
      )}
      {isEnded && !isLeaving && (
        <Suspense>
          <SessionEnded userId={me.userId} />
        </Suspense>
      )}
      {isProofWanted && (
        <Suspense>
          <ProofDialog secondFactor={me.secondFactor} />
        </Suspense>
      )}
    </DomainClock>
  );
}
