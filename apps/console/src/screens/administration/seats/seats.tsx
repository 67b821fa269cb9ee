import { useState } from 'react';
import { useIntl } from 'react-intl';
import { addMonths, instantIn } from '#domain/days';
import { useFormatDay } from '../../../kit/days.js';
import { api, ask, askTagged, ifMatch, Refused } from '../../../api/api.js';
import { useMe } from '../../../api/me.js';
import { useAction } from '../../../api/use-action.js';
import { AlertDialog } from '../../../kit/alert-dialog.js';
import { Button } from '../../../kit/button.js';
import { EmptyState } from '../../../kit/empty-state.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Table } from '../../../kit/table.js';
import { useToast } from '../../../kit/toasts.js';
import { offersKey, seatsKey, useNames, useSeats, type Seat } from '../queries.js';
import '../administration.css';

/** Who sits, until when; ended at once, or renewed for a year. */
export function Seats() {
  const { formatMessage } = useIntl();
  const formatDay = useFormatDay();
  const namesOf = useNames();
  const { rows, problem, more } = useSeats();
  return (
    <Panel title={formatMessage({ id: 'seats.title' })}>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {rows === undefined ? (
        problem === undefined && <Loading lines={5} />
      ) : (
        <>
          <Table
            caption={formatMessage({ id: 'seats.caption' })}
            hideCaption
            stacks
            rows={rows}
            rowKey={({ id }) => id}
            empty={<EmptyState icon="people" title={formatMessage({ id: 'seats.none' })} />}
            columns={[
              {
                id: 'who',
                label: formatMessage({ id: 'seats.who' }),
                rowHeader: true,
                cell: ({ displayName }) => displayName,
              },
              {
                id: 'what',
                label: formatMessage({ id: 'seats.what' }),
                cell: ({ persona }) => formatMessage({ id: 'app.seat' }, { persona }),
              },
              {
                id: 'where',
                label: formatMessage({ id: 'seats.where' }),
                cell: ({ agencyId, agencyName, employerAgencyId, tableId }) =>
                  [agencyName ?? namesOf(agencyId), namesOf(employerAgencyId, tableId)]
                    .filter((part) => part !== '')
                    .join(' · ') || '–',
              },
              {
                id: 'until',
                label: formatMessage({ id: 'seats.until' }),
                cell: ({ endsOn }) => formatDay(endsOn, { dateStyle: 'medium' }),
              },
              {
                id: 'acts',
                label: formatMessage({ id: 'seats.acts' }),
                hideLabel: true,
                cell: (seat) => <Acts seat={seat} />,
              },
            ]}
          />
          <MoreButton {...more} shown={rows.length} />
        </>
      )}
    </Panel>
  );
}

function Acts({ seat }: { readonly seat: Seat }) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const { data: me } = useMe();
  const [isAsking, setAsking] = useState(false);
  const { id, displayName } = seat;
  const version = async () =>
    (await askTagged(() => api.GET('/api/v1/seats/{id}', { params: { path: { id } } }))).tag;
  const changes = [seatsKey, offersKey];
  const end = useAction(
    async (_: null) => {
      const tag = await version();
      return ask<unknown>(() =>
        api.DELETE('/api/v1/seats/{id}', { params: { path: { id }, header: ifMatch(tag) } }),
      );
    },
    {
      changes,
      onDone: () => {
        toast({ message: formatMessage({ id: 'seats.ended' }, { who: displayName }) });
      },
      onRefused: () => {
        setAsking(false);
      },
    },
  );
  const renew = useAction(
    async (_: null, once) => {
      const tag = await version();
      const endsAt = instantIn(seat.timeZone, addMonths(seat.endsOn, 12), '23:59:59').toISOString();
      return ask(() =>
        api.POST('/api/v1/seats/{id}/renewals', {
          params: { path: { id }, header: { ...ifMatch(tag), ...once } },
          body: { endsAt },
        }),
      );
    },
    {
      changes,
      onDone: ({ offerId }) => {
        toast({
          message: formatMessage(
            { id: offerId === null ? 'seats.renewed' : 'seats.renewal.waits' },
            { who: displayName },
          ),
        });
      },
    },
  );
  const problem = [end.error, renew.error].find((error) => error instanceof Refused)?.problem;
  if (me?.seats.some((own) => own.id === id))
    return <span className="text-quiet">{formatMessage({ id: 'seats.yours' })}</span>;
  return (
    <>
      <div className="row">
        <Button
          size="small"
          icon="refresh"
          pending={renew.pending}
          label={formatMessage({ id: 'seats.renew.of' }, { who: displayName })}
          onPress={() => {
            renew.do(null);
          }}
        >
          {formatMessage({ id: 'seats.renew' })}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon="close"
          label={formatMessage({ id: 'seats.end.of' }, { who: displayName })}
          onPress={() => {
            setAsking(true);
          }}
        >
          {formatMessage({ id: 'seats.end' })}
        </Button>
      </div>
      <AlertDialog
        danger
        title={formatMessage({ id: 'seats.end.ask' }, { who: displayName })}
        confirmLabel={formatMessage({ id: 'seats.end.go' })}
        isOpen={isAsking}
        pending={end.pending}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          end.do(null);
        }}
      >
        <p>{formatMessage({ id: 'seats.end.effect' })}</p>
      </AlertDialog>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </>
  );
}
