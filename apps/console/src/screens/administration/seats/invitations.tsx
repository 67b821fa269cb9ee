import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../../api/api.js';
import { useSeat } from '../../../api/me.js';
import { useAction } from '../../../api/use-action.js';
import { atLeast } from '../../../api/use-pages.js';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { EmptyState } from '../../../kit/empty-state.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Notice } from '../../../kit/notice.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { TextField } from '../../../kit/text-field.js';
import { invitationsKey, offersKey, useInvitations, useNames, type Invitation } from '../queries.js';
import '../administration.css';

/** Invitations and resets that were begun: whose word they still need, and how to stop them. */
export function Invitations() {
  const { formatMessage } = useIntl();
  const { rows, problem, more } = useInvitations();
  const waiting = rows?.filter(({ state }) => state === 'waiting');
  return (
    <Panel
      title={formatMessage(
        { id: 'seats.invitations' },
        { count: atLeast(waiting?.length ?? 0, more.hasMore) },
      )}
    >
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {waiting === undefined ? (
        problem === undefined && <Loading lines={3} />
      ) : waiting.length === 0 ? (
        <EmptyState title={formatMessage({ id: 'seats.invitations.none' })}>
          {formatMessage({ id: 'seats.invitations.none.next' })}
        </EmptyState>
      ) : (
        <ul className="office-list">
          {waiting.map((invitation) => (
            <InvitationLine key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
      <MoreButton {...more} />
    </Panel>
  );
}

function InvitationLine({ invitation }: { readonly invitation: Invitation }) {
  const { formatMessage, formatDate } = useIntl();
  const seat = useSeat();
  const namesOf = useNames();
  const [code, setCode] = useState<string | null>();
  const [isBeside, setBeside] = useState(false);
  const [digits, setDigits] = useState('');
  const { id, kind, displayName, confirmedFaceToFace: isSeen } = invitation;
  const isConfirmed = invitation.confirmed || isSeen;
  const changes = [invitationsKey];
  const give = useAction(
    (_: null, once) =>
      ask(() => api.POST('/api/v1/invitations/{id}/codes', { params: { path: { id }, header: once } })),
    {
      changes,
      onDone: (given) => {
        setCode(given.code);
      },
    },
  );
  const say = useAction(
    (word: 'confirmations' | 'cancellation', once) =>
      word === 'confirmations'
        ? ask<unknown>(() =>
            api.POST('/api/v1/invitations/{id}/confirmations', { params: { path: { id }, header: once } }),
          )
        : ask<unknown>(() =>
            api.POST('/api/v1/invitations/{id}/cancellation', { params: { path: { id }, header: once } }),
          ),
    { changes },
  );
  const see = useAction(
    (typed: string, once) =>
      ask(() =>
        api.POST('/api/v1/invitations/{id}/face-to-face', {
          params: { path: { id }, header: once },
          body: { digits: typed },
        }),
      ),
    { changes: [invitationsKey, offersKey] },
  );
  const when = (at: string): string => formatDate(at, { dateStyle: 'long', timeStyle: 'short' });
  const problem = [give.error, say.error, see.error].find((error) => error instanceof Refused)?.problem;
  return (
    <li className="office-line">
      <div className="office-words">
        <span>
          <strong>{displayName}</strong>
          {invitation.agencyId !== null && ` · ${namesOf(invitation.agencyId)}`}
        </span>
        <p>
          {formatMessage(
            { id: `seats.invitation.${kind}` },
            { opens: when(invitation.opensAt), expires: when(invitation.expiresAt) },
          )}
        </p>
        <div className="row">
          {invitation.codeNeeded && (
            <Badge
              tone={invitation.codeGiven ? 'success' : 'warning'}
              icon={invitation.codeGiven ? 'check' : 'clock'}
            >
              {formatMessage({ id: invitation.codeGiven ? 'seats.code.given' : 'seats.code.waits' })}
            </Badge>
          )}
          {(kind === 'reset' || !invitation.codeNeeded) && (
            <Badge tone={isConfirmed ? 'success' : 'neutral'} icon={isConfirmed ? 'check' : 'clock'}>
              {formatMessage({ id: isConfirmed ? 'seats.confirmed' : 'seats.confirmed.not' })}
            </Badge>
          )}
        </div>
      </div>
      <div className="button-row">
        {seat?.persona === 'privacy' && invitation.codeNeeded && !invitation.codeGiven && (
          <Button
            variant="primary"
            icon="key"
            pending={give.pending}
            onPress={() => {
              give.do(null);
            }}
          >
            {formatMessage({ id: 'seats.code.give' })}
          </Button>
        )}
        {seat?.persona !== 'privacy' &&
          !invitation.confirmed &&
          (seat?.persona === 'coordinator'
            ? kind === 'reset'
            : !invitation.codeNeeded || invitation.waitsForAdministrator) && (
            <Button
              icon="check"
              pending={say.pending}
              onPress={() => {
                say.do('confirmations');
              }}
            >
              {formatMessage({ id: 'seats.confirm' })}
            </Button>
          )}
        {seat?.persona !== 'coordinator' && !isSeen && (
          <Button
            pressed={isBeside}
            onPress={() => {
              setBeside(!isBeside);
            }}
          >
            {formatMessage({ id: 'seats.face.open' })}
          </Button>
        )}
        {seat?.persona !== 'coordinator' && (
          <Button
            variant="quiet"
            icon="close"
            pending={say.pending}
            label={formatMessage({ id: 'seats.stop.of' }, { who: displayName })}
            onPress={() => {
              say.do('cancellation');
            }}
          >
            {formatMessage({ id: 'seats.stop' })}
          </Button>
        )}
      </div>
      {isBeside && !isSeen && (
        <TextField
          label={formatMessage({ id: 'seats.face' }, { who: displayName })}
          hint={formatMessage({ id: 'seats.face.hint' })}
          value={digits}
          onChange={(typed) => {
            setDigits(typed);
            if (/^\d{6}$/.test(typed)) see.do(typed);
          }}
          width={8}
          inputMode="numeric"
          autoComplete="off"
        />
      )}
      {code !== undefined && (
        <div className="office-whole">
          <Notice
            tone="success"
            says="polite"
            title={code === null ? undefined : <span className="office-code">{code}</span>}
          >
            {formatMessage(
              { id: code === null ? 'seats.code.shown' : 'seats.code.once' },
              { who: displayName },
            )}
          </Notice>
        </div>
      )}
      {problem !== undefined && (
        <div className="office-whole">
          <ProblemNotice problem={problem} />
        </div>
      )}
    </li>
  );
}
