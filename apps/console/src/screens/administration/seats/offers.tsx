import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormatDay } from '../../../kit/days.js';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { atLeast } from '../../../api/use-pages.js';
import { Button } from '../../../kit/button.js';
import { EmptyState } from '../../../kit/empty-state.js';
import { HeldAction } from '../../../kit/held-action.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { offersKey, seatsKey, useNames, useOffers, type Offer } from '../queries.js';
import '../administration.css';

/** Seats that wait for somebody's word: approved by the second person, refused, or taken back by whoever offered. */
export function Offers() {
  const { formatMessage } = useIntl();
  const { rows, problem, more } = useOffers();
  return (
    <Panel title={formatMessage({ id: 'seats.offers' }, { count: atLeast(rows?.length ?? 0, more.hasMore) })}>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {rows === undefined ? (
        problem === undefined && <Loading lines={3} />
      ) : rows.length === 0 ? (
        <EmptyState title={formatMessage({ id: 'seats.offers.none' })}>
          {formatMessage({ id: 'seats.offers.none.next' })}
        </EmptyState>
      ) : (
        <ul className="office-list">
          {rows.map((offer) => (
            <OfferLine key={offer.id} offer={offer} />
          ))}
        </ul>
      )}
      <MoreButton {...more} />
    </Panel>
  );
}

function OfferLine({ offer }: { readonly offer: Offer }) {
  const { formatMessage, formatDate } = useIntl();
  const formatDay = useFormatDay();
  const namesOf = useNames();
  const [isRefusing, setRefusing] = useState(false);
  const say = useAction(
    (word: 'approval' | 'refusal', once) =>
      word === 'approval'
        ? ask(() =>
            api.POST('/api/v1/seat-offers/{id}/approval', {
              params: { path: { id: offer.id }, header: once },
            }),
          )
        : ask<unknown>(() =>
            api.POST('/api/v1/seat-offers/{id}/refusal', {
              params: { path: { id: offer.id }, header: once },
            }),
          ),
    { changes: [offersKey, seatsKey] },
  );
  const day = (at: string): string => formatDate(at, { dateStyle: 'long' });
  const names = {
    who: offer.displayName,
    what: formatMessage({ id: 'app.seat' }, { persona: offer.persona }),
    where: namesOf(offer.agencyId, offer.employerAgencyId, offer.tableId),
    day: formatDay(offer.endsOn),
  };
  const canApprove = offer.waitsForMe;
  return (
    <li className="office-line">
      <div className="office-words">
        <span>
          <strong>{offer.displayName}</strong> · {names.what}
        </span>
        <p>
          {formatMessage(
            { id: offer.renewsSeatId === null ? 'seats.offer.for' : 'seats.offer.renews' },
            names,
          )}
        </p>
        <p className="text-small text-quiet">
          {formatMessage(
            { id: offer.offeredByMe ? 'seats.offer.mine' : 'seats.offer.other' },
            { day: day(offer.offeredAt) },
          )}
          {offer.beginsAt !== null &&
            ` ${formatMessage({ id: 'seats.offer.begins' }, { day: formatDate(offer.beginsAt, { dateStyle: 'long', timeStyle: 'short' }) })}`}
        </p>
      </div>
      <div className="button-row">
        {canApprove && (
          <HeldAction
            icon="check"
            pending={say.pending}
            effect={formatMessage({ id: 'seats.offer.effect' }, names)}
            onSend={() => {
              say.do('approval');
            }}
          >
            {formatMessage({ id: 'seats.approve' })}
          </HeldAction>
        )}
        {isRefusing ? (
          <Button
            variant="danger"
            autoFocus
            pending={say.pending}
            onPress={() => {
              say.do('refusal');
            }}
          >
            {formatMessage({ id: offer.offeredByMe ? 'seats.takeBack.sure' : 'seats.refuse.sure' })}
          </Button>
        ) : (
          <Button
            onPress={() => {
              setRefusing(true);
            }}
            label={formatMessage({ id: offer.offeredByMe ? 'seats.takeBack.of' : 'seats.refuse.of' }, names)}
          >
            {formatMessage({ id: offer.offeredByMe ? 'seats.takeBack' : 'seats.refuse' })}
          </Button>
        )}
      </div>
      {say.error instanceof Refused && (
        <div className="office-whole">
          <ProblemNotice problem={say.error.problem} />
        </div>
      )}
    </li>
  );
}
