import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, ifMatch, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { AlertDialog } from '../../../kit/alert-dialog.js';
import { Button } from '../../../kit/button.js';
import { Checkbox } from '../../../kit/checkbox.js';
import { Row } from '../../../kit/layout.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useToast } from '../../../kit/toasts.js';
import { Select } from '../../../kit/select.js';
import { seatsKey, tablesKey, useEveryAgency, type TableWithAgencies } from '../queries.js';
import { joiningsKey } from './joinings.js';

interface PlaceProps {
  readonly table: TableWithAgencies;
  readonly tag: string;
}

/** Gives an agency a place at the table, with an account or heard through the coordinator. */
export function Place({ table, tag }: PlaceProps) {
  const { formatMessage } = useIntl();
  const agencies = useEveryAgency();
  const [agency, setAgency] = useState<string | null>(null);
  const [hasAccount, setAccount] = useState(true);
  const toast = useToast();
  const place = useAction(
    (id: string) =>
      ask(() =>
        api.PUT('/api/v1/tables/{id}/agencies/{agency}', {
          params: { path: { id: table.id, agency: id }, header: ifMatch(tag) },
          body: { hasAccount },
        }),
      ),
    {
      changes: [tablesKey, ['table'], joiningsKey],
      onDone: (shown, id) => {
        setAgency(null);
        if (shown.joining.some(({ agencyId }) => agencyId === id))
          toast({ message: formatMessage({ id: 'office.place.waits' }) });
      },
    },
  );
  const others = agencies.filter(
    ({ id }) => ![...table.agencies, ...table.joining].some(({ agencyId }) => agencyId === id),
  );
  if (others.length === 0) return null;
  return (
    <>
      <Row gap="large">
        <Select
          label={formatMessage({ id: 'office.place' })}
          value={agency}
          placeholder={formatMessage({ id: 'privacy.choose' })}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setAgency}
        />
        <Checkbox checked={hasAccount} onChange={setAccount}>
          {formatMessage({ id: 'office.place.account' })}
        </Checkbox>
        <Button
          icon="add"
          disabled={agency === null}
          pending={place.pending}
          onPress={() => {
            if (agency !== null) place.do(agency);
          }}
        >
          {formatMessage({ id: 'office.place.go' })}
        </Button>
      </Row>
      {place.error instanceof Refused && <ProblemNotice problem={place.error.problem} />}
    </>
  );
}

/** Takes an agency's place away, after saying what ends with it. */
export function RemoveAgency({
  table,
  tag,
  place,
}: PlaceProps & { readonly place: TableWithAgencies['agencies'][number] }) {
  const { formatMessage } = useIntl();
  const [isAsking, setAsking] = useState(false);
  const remove = useAction(
    (_: null) =>
      ask(() =>
        api.DELETE('/api/v1/tables/{id}/agencies/{agency}', {
          params: { path: { id: table.id, agency: place.agencyId }, header: ifMatch(tag) },
        }),
      ),
    {
      changes: [tablesKey, seatsKey, ['table']],
      onRefused: () => {
        setAsking(false);
      },
    },
  );
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon="close"
        label={formatMessage({ id: 'office.leaves.of' }, { name: place.name })}
        onPress={() => {
          setAsking(true);
        }}
      >
        {formatMessage({ id: 'office.leaves' })}
      </Button>
      <AlertDialog
        danger
        title={formatMessage({ id: 'office.leaves.ask' }, { name: place.name, table: table.name })}
        confirmLabel={formatMessage({ id: 'office.leaves.go' })}
        isOpen={isAsking}
        pending={remove.pending}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          remove.do(null);
        }}
      >
        <ul className="office-effects">
          {(['seats', 'disclosures', 'kept'] as const).map((what) => (
            <li key={what}>{formatMessage({ id: `office.leaves.${what}` })}</li>
          ))}
        </ul>
      </AlertDialog>
      {remove.error instanceof Refused && <ProblemNotice problem={remove.error.problem} />}
    </>
  );
}
