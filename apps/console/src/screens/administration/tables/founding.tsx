import { useQuery } from '@tanstack/react-query';
import { createPortal } from 'react-dom';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../../api/api.js';
import { useSeat } from '../../../api/me.js';
import { useAction } from '../../../api/use-action.js';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { useFormatDay, useToday } from '../../../kit/days.js';
import { HeldAction } from '../../../kit/held-action.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import type { SituationTable } from '../queries.js';
import { FoundingPeople } from './founding-people.js';
import './founding.css';

const foundingKey = ['administration', 'founding'] as const;

/**
 * The list of a table that is being founded: a coordinator and privacy officers of two agencies confirm it
 * before the first situation.
 */
export function Founding({ table }: { readonly table: SituationTable }) {
  const { formatMessage } = useIntl();
  const seat = useSeat();
  const { id } = table;
  const today = useToday();
  const formatDay = useFormatDay();
  const { data } = useQuery({
    queryKey: [...foundingKey, id],
    queryFn: () => ask(() => api.GET('/api/v1/tables/{id}/founding', { params: { path: { id } } })),
  });
  const confirm = useAction(
    (listHash: string, once) =>
      ask(() =>
        api.POST('/api/v1/tables/{id}/founding/confirmations', {
          params: { path: { id }, header: once },
          body: { listHash },
        }),
      ),
    { changes: [foundingKey] },
  );
  if (data?.isFounding !== true) return null;
  const list = <FoundingPeople founding={data} />;
  return (
    <Panel
      tone="accent"
      title={formatMessage({ id: 'office.founding' }, { table: table.name })}
      actions={
        <Button
          size="small"
          variant="quiet"
          onPress={() => {
            print();
          }}
        >
          {formatMessage({ id: 'office.founding.print' })}
        </Button>
      }
    >
      <p>{formatMessage({ id: 'office.founding.lead' })}</p>
      {list}
      {createPortal(
        <section className="founding-printed">
          <h1>{formatMessage({ id: 'office.founding.printed' }, { table: table.name })}</h1>
          {list}
          <p>{formatMessage({ id: 'office.founding.printedOn' }, { day: formatDay(today) })}</p>
        </section>,
        document.body,
      )}
      <div className="row">
        <Badge
          tone={data.coordinatorConfirmed ? 'success' : 'neutral'}
          icon={data.coordinatorConfirmed ? 'check' : 'clock'}
        >
          {formatMessage(
            { id: 'office.founding.coordinator' },
            { given: data.coordinatorConfirmed ? 'yes' : 'no' },
          )}
        </Badge>
        <Badge
          tone={data.independentPair ? 'success' : 'neutral'}
          icon={data.independentPair ? 'check' : 'clock'}
        >
          {formatMessage({ id: 'office.founding.officers' }, { count: data.officersConfirmed })}
        </Badge>
      </div>
      {data.officersConfirmed >= 2 && !data.independentPair && (
        <p className="text-small">{formatMessage({ id: 'office.founding.notIndependent' })}</p>
      )}
      {(seat?.persona === 'coordinator' || seat?.persona === 'privacy') && !data.confirmedByMe && (
        <HeldAction
          icon="check"
          pending={confirm.pending}
          effect={formatMessage({ id: 'office.founding.effect' })}
          onSend={() => {
            confirm.do(data.listHash);
          }}
        >
          {formatMessage({ id: 'office.founding.confirm' })}
        </HeldAction>
      )}
      {confirm.error instanceof Refused && <ProblemNotice problem={confirm.error.problem} />}
    </Panel>
  );
}
