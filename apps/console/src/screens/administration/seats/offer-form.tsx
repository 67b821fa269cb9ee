import { useState } from 'react';
import { useIntl } from 'react-intl';
import { addMonths, instantIn, type Day } from '#domain/days';
import type { Schema } from '#api-client';
import { api, ask, Refused } from '../../../api/api.js';
import { useSeat } from '../../../api/me.js';
import { useAction } from '../../../api/use-action.js';
import { Button } from '../../../kit/button.js';
import { useToday } from '../../../kit/days.js';
import { DateField } from '../../../kit/date-field.js';
import { Notice } from '../../../kit/notice.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Select } from '../../../kit/select.js';
import { TextField } from '../../../kit/text-field.js';
import { useToast } from '../../../kit/toasts.js';
import { offersKey, useEveryAgency, useEveryTable } from '../queries.js';

type Input = Schema<'OfferSeatRequest'>;
type Persona = Input['persona'];

const offered = {
  coordinator: ['rep', 'coordinator'],
  administrator: ['rep', 'coordinator', 'privacy', 'auditor', 'administrator'],
} as const satisfies Record<string, readonly Persona[]>;
/** Offers a seat, and says who will have to say the second word before anything begins. */
export function OfferForm() {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const seat = useSeat();
  const isKeeper = seat?.persona === 'administrator';
  const agencies = useEveryAgency();
  const tables = useEveryTable();
  const today = useToday();

  const [signInName, setSignIn] = useState('');
  const [persona, setPersona] = useState<Persona>('rep');
  const [agency, setAgency] = useState<string | null>(null);
  const [table, setTable] = useState<string | null>(null);
  const [endsOn, setEnd] = useState<Day | null>(() => addMonths(today, 12));
  const offer = useAction(
    (body: Input, once) => ask(() => api.POST('/api/v1/seat-offers', { params: { header: once }, body })),
    {
      changes: [offersKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'seats.offered' }) });
        setSignIn('');
      },
    },
  );
  const hasTable = isKeeper && (persona === 'rep' || persona === 'coordinator');
  const hasAgency = persona === 'rep' || persona === 'coordinator' || persona === 'privacy';
  const zone =
    (isKeeper ? (hasTable ? tables.find(({ id }) => id === table)?.timeZone : undefined) : seat?.timeZone) ??
    'UTC';
  const isWhole =
    signInName.trim().length > 1 &&
    endsOn !== null &&
    (!hasAgency || agency !== null) &&
    (!hasTable || table !== null);
  const send = (): void => {
    if (endsOn === null) return;
    offer.do({
      signInName: signInName.trim(),
      persona,
      // To the end of that day at its table; a seat at no table goes by UTC.
      endsAt: instantIn(zone, endsOn, '23:59:59').toISOString(),
      ...(hasTable && table !== null && { tableId: table }),
      ...(hasAgency &&
        agency !== null &&
        (persona === 'coordinator' ? { employerAgencyId: agency } : { agencyId: agency })),
    });
  };
  return (
    <Panel title={formatMessage({ id: 'seats.offer' })}>
      <TextField
        label={formatMessage({ id: 'office.signInName' })}
        value={signInName}
        onChange={setSignIn}
        width={20}
        autoComplete="off"
        spellCheck={false}
      />
      <Select
        label={formatMessage({ id: 'seats.what' })}
        value={persona}
        onChange={setPersona}
        options={offered[isKeeper ? 'administrator' : 'coordinator'].map((value) => ({
          value,
          label: formatMessage({ id: 'app.seat' }, { persona: value }),
        }))}
      />
      {hasTable && (
        <Select
          label={formatMessage({ id: 'office.table' })}
          value={table}
          placeholder={formatMessage({ id: 'privacy.choose' })}
          onChange={setTable}
          options={tables.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {hasAgency && (
        <Select
          label={formatMessage({ id: persona === 'coordinator' ? 'seats.employer' : 'office.agency' })}
          value={agency}
          placeholder={formatMessage({ id: 'privacy.choose' })}
          onChange={setAgency}
          options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <DateField
        label={formatMessage({ id: 'seats.until' })}
        hint={formatMessage({ id: 'seats.until.hint' })}
        value={endsOn}
        onChange={setEnd}
      />
      <Notice small>{formatMessage({ id: `seats.second.${persona}` })}</Notice>
      {offer.error instanceof Refused && <ProblemNotice problem={offer.error.problem} />}
      <div>
        <Button variant="primary" icon="send" pending={offer.pending} disabled={!isWhole} onPress={send}>
          {formatMessage({ id: 'seats.offer.go' })}
        </Button>
      </div>
    </Panel>
  );
}
