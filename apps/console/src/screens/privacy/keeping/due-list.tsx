import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormatDay } from '../../../kit/days.js';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { Badge } from '../../../kit/badge.js';
import { Button } from '../../../kit/button.js';
import { EmptyState } from '../../../kit/empty-state.js';
import { Loading } from '../../../kit/loading.js';
import { MoreButton } from '../../../kit/more-button.js';
import { Panel } from '../../../kit/panel.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { keepingKey, useDue, type DueSituation } from '../queries.js';
import { EarlyForm } from './early-form.js';
import { HoldForm } from './hold-form.js';

/** What will be destroyed and when, of what the agency brought: nothing is destroyed that did not stand here before. */
export function DueList() {
  const { formatMessage } = useIntl();
  const { rows, problem, more } = useDue();
  return (
    <Panel title={formatMessage({ id: 'privacy.due' })}>
      <p>{formatMessage({ id: 'privacy.due.lead' })}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {rows === undefined ? (
        <Loading lines={4} />
      ) : rows.length === 0 ? (
        <EmptyState icon="calendar" title={formatMessage({ id: 'privacy.due.none' })} />
      ) : (
        <ul className="office-list">
          {rows.map((row) => (
            <Line key={row.situationId} row={row} />
          ))}
        </ul>
      )}
      <MoreButton {...more} />
    </Panel>
  );
}

function Line({ row }: { readonly row: DueSituation }) {
  const { formatMessage } = useIntl();
  const day = useFormatDay();
  const [open, setOpen] = useState<'hold' | 'early'>();
  const withdraw = useAction(
    (id: string, once) =>
      ask(() =>
        api.POST('/api/v1/privacy/early-destructions/{id}/withdraw', {
          params: { path: { id }, header: once },
        }),
      ),
    { changes: [keepingKey] },
  );
  const { situationId, number, earlyDestructionId } = row;
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <li className="office-line">
      <div className="office-words">
        <span>
          <strong>{number}</strong> <span className="text-quiet">{row.table}</span>
        </span>
        <p>
          {formatMessage(
            { id: row.held ? 'privacy.due.held' : 'privacy.due.line' },
            { concluded: day(row.concludedOn), destroy: day(row.destroyOn) },
          )}
        </p>
        <div className="row">
          {row.sealed && <Badge icon="lock">{formatMessage({ id: 'privacy.sealed' })}</Badge>}
          {row.held && (
            <Badge tone="warning" icon="hand">
              {formatMessage({ id: 'privacy.isHeld' })}
            </Badge>
          )}
          {earlyDestructionId !== null && (
            <Badge tone="danger" icon="clock">
              {formatMessage({ id: 'privacy.early.waits' })}
            </Badge>
          )}
        </div>
      </div>
      <div className="button-row">
        <Button
          size="small"
          icon="lock"
          pressed={open === 'hold'}
          label={formatMessage({ id: 'privacy.hold.of' }, { number })}
          onPress={() => {
            setOpen(open === 'hold' ? undefined : 'hold');
          }}
        >
          {formatMessage({ id: 'privacy.hold' })}
        </Button>
        {earlyDestructionId === null ? (
          row.sealed && (
            <Button
              size="small"
              variant="quiet"
              pressed={open === 'early'}
              label={formatMessage({ id: 'privacy.early.of' }, { number })}
              onPress={() => {
                setOpen(open === 'early' ? undefined : 'early');
              }}
            >
              {formatMessage({ id: 'privacy.early' })}
            </Button>
          )
        ) : (
          <Button
            size="small"
            icon="undo"
            pending={withdraw.pending}
            onPress={() => {
              withdraw.do(earlyDestructionId);
            }}
          >
            {formatMessage({ id: 'privacy.early.withdraw' })}
          </Button>
        )}
      </div>
      {open === 'hold' && <HoldForm situation={situationId} number={number} onClose={close} />}
      {open === 'early' && <EarlyForm situation={situationId} number={number} onClose={close} />}
      {withdraw.error instanceof Refused && (
        <div className="office-whole">
          <ProblemNotice problem={withdraw.error.problem} />
        </div>
      )}
    </li>
  );
}
