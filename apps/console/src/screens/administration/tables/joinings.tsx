import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { api, ask, Refused } from '../../../api/api.js';
import { useSeat } from '../../../api/me.js';
import { useAction } from '../../../api/use-action.js';
import { atLeast, usePages } from '../../../api/use-pages.js';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { HeldAction } from '../../../kit/held-action.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { useToast } from '../../../kit/toasts.js';
import { tablesKey } from '../queries.js';

type Joining = Schema<'JoiningResponse'>;

export const joiningsKey = ['administration', 'joinings'] as const;

/**
 * Agencies that are asked for at a table with situations: a coordinator and a privacy officer of it say yes.
 * Not there while none waits.
 */
export function Joinings() {
  const { formatMessage } = useIntl();
  const {
    rows = [],
    problem,
    more,
  } = usePages<Joining>(joiningsKey, (after) =>
    ask(() => api.GET('/api/v1/joinings', { params: { query: { limit: 50, ...after } } })),
  );
  if (problem !== undefined) return <ProblemNotice problem={problem} />;
  if (rows.length === 0) return null;
  return (
    <Panel
      tone="accent"
      title={formatMessage({ id: 'office.joinings' }, { count: atLeast(rows.length, more.hasMore) })}
    >
      <ul className="office-list">
        {rows.map((joining) => (
          <Line key={joining.id} joining={joining} />
        ))}
      </ul>
      <MoreButton {...more} />
    </Panel>
  );
}

function Line({ joining }: { readonly joining: Joining }) {
  const { formatMessage, formatDate } = useIntl();
  const toast = useToast();
  const seat = useSeat();
  const { id } = joining;
  const names = { agency: joining.agencyName, table: joining.tableName };
  const changes = [joiningsKey, tablesKey];
  const sayYes = useAction(
    (_: null, once) =>
      ask(() => api.POST('/api/v1/joinings/{id}/yes', { params: { path: { id }, header: once } })),
    {
      changes,
      onDone: ({ outcome }) => {
        toast({ message: formatMessage({ id: `office.joining.${outcome}` }, names) });
      },
    },
  );
  const refuse = useAction(
    (_: null, once) =>
      ask<unknown>(() =>
        api.POST('/api/v1/joinings/{id}/refusal', { params: { path: { id }, header: once } }),
      ),
    { changes },
  );
  const isKeeper = seat?.persona === 'administrator';
  const saidOfMine = seat?.persona === 'coordinator' ? joining.coordinatorSaidYes : joining.officerSaidYes;
  const problem = [sayYes.error, refuse.error].find((error) => error instanceof Refused)?.problem;
  return (
    <li className="office-line">
      <div className="office-words">
        <span>
          <strong>{joining.agencyName}</strong> · {joining.tableName}
        </span>
        <p>{formatMessage({ id: 'office.joining.line' }, { account: joining.hasAccount ? 'yes' : 'no' })}</p>
        <p className="text-small text-quiet">
          {formatMessage(
            { id: 'office.joining.asked' },
            { day: formatDate(joining.askedAt, { dateStyle: 'long' }) },
          )}
        </p>
        <div className="row">
          {(['coordinator', 'officer'] as const).map((who) => {
            const given = who === 'coordinator' ? joining.coordinatorSaidYes : joining.officerSaidYes;
            return (
              <Badge key={who} tone={given ? 'success' : 'neutral'} icon={given ? 'check' : 'clock'}>
                {formatMessage({ id: `office.joining.yes.${who}` }, { given: given ? 'yes' : 'no' })}
              </Badge>
            );
          })}
        </div>
      </div>
      <div className="button-row">
        {!isKeeper && !saidOfMine && (
          <HeldAction
            icon="check"
            pending={sayYes.pending}
            effect={formatMessage({ id: 'office.joining.effect' }, names)}
            onSend={() => {
              sayYes.do(null);
            }}
          >
            {formatMessage({ id: 'office.joining.yes' })}
          </HeldAction>
        )}
        <Button
          pending={refuse.pending}
          label={formatMessage(
            { id: isKeeper ? 'office.joining.takeBack.of' : 'office.joining.refuse.of' },
            names,
          )}
          onPress={() => {
            refuse.do(null);
          }}
        >
          {formatMessage({ id: isKeeper ? 'seats.takeBack' : 'seats.refuse' })}
        </Button>
      </div>
      {problem !== undefined && (
        <div className="office-whole">
          <ProblemNotice problem={problem} />
        </div>
      )}
    </li>
  );
}
