import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { MoveInput } from '../../../api/moves.js';
import { useOwnTable } from '../../../api/own-table.js';
import { useEveryTask } from '../../../api/tasks.js';
import { Button } from '../../../kit/button.js';
import { RadioGroup } from '../../../kit/radio-group.js';
import type { ActProps } from './act-props.js';
import { ActForm } from './form.js';

/** The role of an agency that nobody represents any more: given to another one, or ended. */
export function HandOverAct({ name, situation, pending, onMake, ...open }: ActProps) {
  const { formatMessage } = useIntl();
  const { data: table } = useOwnTable();
  const tasks = useEveryTask();
  const [chosen, setFrom] = useState<string | null>(null);
  const [agency, setAgency] = useState<string | null>(null);
  const isEnding = name === 'endRole';
  const waiting = tasks.flatMap((task) =>
    task.situationId === situation.id && task.agency !== null && task.due &&
    (task.role === 'assisting' || (task.role === 'lead' && !isEnding)) // prettier-ignore
      ? [{ role: task.role, value: task.agency.id, label: task.agency.name }]
      : [],
  );
  const from = chosen ?? (waiting.length === 1 ? (waiting[0]?.value ?? null) : null);
  const isLead = waiting.some(({ value, role }) => value === from && role === 'lead');
  const live = (situation.assignments ?? []).filter(({ state }) => state === 'asked' || state === 'accepted');
  const mayLead = new Set(
    live
      .filter(({ role, state }) => role === 'assisting' && state === 'accepted')
      .map((each) => each.agency.id),
  );
  const takers = (table?.agencies ?? [])
    .filter(
      ({ agencyId }) =>
        agencyId !== from &&
        (!live.some((each) => each.agency.id === agencyId) ||
          (isLead && situation.stage === 'intervention' && mayLead.has(agencyId))),
    )
    .map(({ agencyId, name: label }) => ({ value: agencyId, label }));
  const input = (): MoveInput | undefined => {
    if (from === null) return undefined;
    if (isEnding) return { move: 'end-role', body: { from } };
    return agency === null ? undefined : { move: 'reassign', body: { from, agency } };
  };
  return (
    <ActForm
      {...open}
      name={name}
      effect={formatMessage({ id: `situation.effect.${name}` })}
      submit={
        <Button
          variant="primary"
          pending={pending}
          disabled={input() === undefined}
          onPress={() => {
            const made = input();
            if (made !== undefined) onMake(made);
          }}
        >
          {formatMessage({ id: `situation.act.${name}` })}
        </Button>
      }
    >
      <RadioGroup
        label={formatMessage({ id: 'situation.from' })}
        options={waiting}
        value={from}
        onChange={setFrom}
      />
      {!isEnding && (
        <RadioGroup
          label={formatMessage({ id: 'situation.agency' })}
          options={takers}
          value={agency}
          onChange={setAgency}
        />
      )}
    </ActForm>
  );
}
