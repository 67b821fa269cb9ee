import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { MoveInput } from '../../../api/moves.js';
import { useOwnTable } from '../../../api/own-table.js';
import { Button } from '../../../kit/button.js';
import { RadioGroup } from '../../../kit/radio-group.js';
import type { ActProps } from './act-props.js';
import { ActForm } from './form.js';

/** A move that names one agency: one more, another instead of who declined, or the assisting one that should lead. */
export function AgencyAct({ name, situation, pending, onMake, ...open }: ActProps) {
  const { formatMessage } = useIntl();
  const { data: table } = useOwnTable();
  const [agency, setAgency] = useState<string | null>(null);
  const assignments = situation.assignments ?? [];
  const taken = new Set(
    assignments
      .filter(({ state }) => state === 'asked' || state === 'accepted')
      .map((each) => each.agency.id),
  );
  const accepted = assignments
    .filter(({ role, state }) => role === 'assisting' && state === 'accepted')
    .map((each) => ({ value: each.agency.id, label: each.agency.name }));
  const free = (table?.agencies ?? [])
    .filter(({ agencyId }) => !taken.has(agencyId))
    .map(({ agencyId, name: label }) => ({ value: agencyId, label }));
  const isLeadFree = !assignments.some(
    ({ role, state }) => role === 'lead' && (state === 'asked' || state === 'accepted'),
  );
  const inputOf = (chosen: string): MoveInput => {
    if (name === 'proposeLead') return { move: 'propose-lead', body: { agency: chosen } };
    if (name === 'addAssisting') return { move: 'add-assisting', body: { agency: chosen } };
    return { move: 'assign-again', body: { agency: chosen, role: isLeadFree ? 'lead' : 'assisting' } };
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
          disabled={agency === null}
          onPress={() => {
            if (agency !== null) onMake(inputOf(agency));
          }}
        >
          {formatMessage({ id: `situation.act.${name}` })}
        </Button>
      }
    >
      <RadioGroup
        label={formatMessage({ id: 'situation.agency' })}
        options={name === 'proposeLead' ? accepted : free}
        value={agency}
        onChange={setAgency}
      />
    </ActForm>
  );
}
