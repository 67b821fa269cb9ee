import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, askTagged, ifMatch, Refused, type Tagged } from '../../../api/api.js';
import { useOptions } from '../../../shared/choices.js';
import { useTerms } from '../../../shared/terms.js';
import { useAction } from '../../../api/use-action.js';
import { AlertDialog } from '../../../kit/alert-dialog.js';
import { Button } from '../../../kit/button.js';
import { Stack } from '../../../kit/layout.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Select } from '../../../kit/select.js';
import { Table } from '../../../kit/table.js';
import { TextField } from '../../../kit/text-field.js';
import { useToast } from '../../../kit/toasts.js';
import { Office } from '../office.js';
import { agenciesKey, seatsKey, tablesKey, useAgencies, type Agency } from '../queries.js';

/** Agencies: begun, and off-boarded by one button after the list of what ends. */
export function AgenciesPart() {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const { rows, problem, more } = useAgencies();
  return (
    <Office part="agencies">
      <Stack gap="large">
        {problem !== undefined && <ProblemNotice problem={problem} />}
        {rows === undefined ? (
          problem === undefined && <Loading lines={5} />
        ) : (
          <Table
            caption={formatMessage({ id: 'office.agencies' })}
            stacks
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'name',
                label: formatMessage({ id: 'office.agency' }),
                rowHeader: true,
                cell: ({ name }) => name,
              },
              {
                id: 'sector',
                label: formatMessage({ id: 'office.sector' }),
                cell: ({ sector }) => termOf('sector', sector),
              },
              {
                id: 'acts',
                label: formatMessage({ id: 'seats.acts' }),
                hideLabel: true,
                cell: (agency) => (
                  <div className="row">
                    <RenameButton agency={agency} />
                    <OffBoard agency={agency} />
                  </div>
                ),
              },
            ]}
          />
        )}
        <MoreButton {...more} shown={rows?.length} />
        <NewAgency />
      </Stack>
    </Office>
  );
}

const Rename = lazy(() => import('./rename.js').then((module) => ({ default: module.Rename })));

/** The form begins from the version that stands when it opens. */
function RenameButton({ agency: { id, name } }: { readonly agency: Agency }) {
  const { formatMessage } = useIntl();
  const [opened, setOpened] = useState<Tagged<Agency>>();
  const open = useAction(
    (_: null) => askTagged(() => api.GET('/api/v1/agencies/{id}', { params: { path: { id } } })),
    { onDone: setOpened },
  );
  return (
    <>
      <Button
        size="small"
        icon="edit"
        pending={open.pending}
        label={formatMessage({ id: 'office.rename.of' }, { name })}
        onPress={() => {
          open.do(null);
        }}
      >
        {formatMessage({ id: 'office.rename' })}
      </Button>
      {opened !== undefined && (
        <Suspense>
          <Rename
            agency={opened}
            onClose={() => {
              setOpened(undefined);
            }}
          />
        </Suspense>
      )}
      {open.error instanceof Refused && <ProblemNotice problem={open.error.problem} />}
    </>
  );
}

const ends = ['places', 'seats', 'disclosures', 'situations', 'kept'] as const;

function OffBoard({ agency }: { readonly agency: Agency }) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const { id, name } = agency;
  const end = useAction(
    async (_: null) => {
      const { tag } = await askTagged(() => api.GET('/api/v1/agencies/{id}', { params: { path: { id } } }));
      return ask<unknown>(() =>
        api.DELETE('/api/v1/agencies/{id}', { params: { path: { id }, header: ifMatch(tag) } }),
      );
    },
    {
      changes: [agenciesKey, tablesKey, seatsKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'office.offboarded' }, { name }) });
      },
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
        label={formatMessage({ id: 'office.offboard.of' }, { name })}
        onPress={() => {
          setAsking(true);
        }}
      >
        {formatMessage({ id: 'office.offboard' })}
      </Button>
      <AlertDialog
        danger
        title={formatMessage({ id: 'office.offboard.ask' }, { name })}
        confirmLabel={formatMessage({ id: 'office.offboard' })}
        isOpen={isAsking}
        pending={end.pending}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          end.do(null);
        }}
      >
        <ul className="office-effects">
          {ends.map((what) => (
            <li key={what}>{formatMessage({ id: `office.offboard.${what}` })}</li>
          ))}
        </ul>
      </AlertDialog>
      {end.error instanceof Refused && <ProblemNotice problem={end.error.problem} />}
    </>
  );
}

function NewAgency() {
  const { formatMessage } = useIntl();
  const sectors = useOptions('sector');
  const [name, setName] = useState('');
  const [sector, setSector] = useState<string | null>(null);
  const create = useAction(
    (body: { name: string; sector: string }, once) =>
      ask(() => api.POST('/api/v1/agencies', { params: { header: once }, body })),
    {
      changes: [agenciesKey],
      onDone: () => {
        setName('');
        setSector(null);
      },
    },
  );
  return (
    <Panel title={formatMessage({ id: 'office.agency.new' })}>
      <TextField label={formatMessage({ id: 'office.name' })} value={name} onChange={setName} />
      <Select
        label={formatMessage({ id: 'office.sector' })}
        value={sector}
        placeholder={formatMessage({ id: 'privacy.choose' })}
        options={sectors}
        onChange={setSector}
      />
      {create.error instanceof Refused && <ProblemNotice problem={create.error.problem} />}
      <div>
        <Button
          variant="primary"
          icon="add"
          pending={create.pending}
          disabled={name.trim() === '' || sector === null}
          onPress={() => {
            if (sector !== null) create.do({ name, sector });
          }}
        >
          {formatMessage({ id: 'office.agency.create' })}
        </Button>
      </div>
    </Panel>
  );
}
