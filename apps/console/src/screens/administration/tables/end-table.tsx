import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, ifMatch, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { AlertDialog } from '../../../kit/alert-dialog.js';
import { Button } from '../../../kit/button.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useToast } from '../../../kit/toasts.js';
import { seatsKey, tablesKey, type TableWithAgencies } from '../queries.js';

const ends = ['places', 'seats', 'disclosures', 'kept', 'final'] as const;

/** Ends a table after the list of what ends with it, and only in the version whose agencies were on the page. */
export function EndTable({ table, tag }: { readonly table: TableWithAgencies; readonly tag: string }) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const { id, name } = table;
  const end = useAction(
    (_: null) =>
      ask<unknown>(() =>
        api.DELETE('/api/v1/tables/{id}', { params: { path: { id }, header: ifMatch(tag) } }),
      ),
    {
      changes: [tablesKey, seatsKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'office.ended' }, { name }) });
      },
      onRefused: () => {
        setAsking(false);
      },
    },
  );
  return (
    <>
      <Button
        variant="quiet"
        icon="close"
        onPress={() => {
          setAsking(true);
        }}
      >
        {formatMessage({ id: 'office.end' })}
      </Button>
      <AlertDialog
        danger
        title={formatMessage({ id: 'office.end.ask' }, { name })}
        confirmLabel={formatMessage({ id: 'office.end' })}
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
            <li key={what}>
              {formatMessage({ id: `office.end.${what}` }, { count: table.agencies.length })}
            </li>
          ))}
        </ul>
      </AlertDialog>
      {end.error instanceof Refused && <ProblemNotice problem={end.error.problem} />}
    </>
  );
}
