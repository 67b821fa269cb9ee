import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useOwnTable } from '../../../api/own-table.js';
import { CheckboxGroup } from '../../../kit/checkbox-group.js';
import { HeldAction } from '../../../kit/held-action.js';
import { RadioGroup } from '../../../kit/radio-group.js';
import type { ActProps } from './act-props.js';
import { ActForm } from './form.js';

/** Who is needed: a lead and who assists, with what that changes for everybody else spelled out before it is sent. */
export function AssignAct({ name, situation, pending, onMake, ...open }: ActProps) {
  const { formatMessage } = useIntl();
  const { data: table } = useOwnTable();
  const [lead, setLead] = useState<string | null>(null);
  const [assisting, setAssisting] = useState<readonly string[]>([]);
  const answerOf = new Map(
    (situation.answers ?? []).map(({ agency, answer, canHelp }) => [agency.id, { answer, canHelp }]),
  );
  const rank = (id: string): number => {
    const given = answerOf.get(id);
    return (
      (given?.canHelp ? 0 : 2) +
      (given?.answer === 'involved' || given?.answer === 'shouldBeInvolved' ? 0 : 1)
    );
  };
  const agencies = [...(table?.agencies ?? [])].sort(
    (a, b) => rank(a.agencyId) - rank(b.agencyId) || a.name.localeCompare(b.name),
  );
  const hint = (id: string): string | undefined => {
    const given = answerOf.get(id);
    return (
      given && formatMessage({ id: `situation.answered.${given.answer}` }, { canHelp: String(given.canHelp) })
    );
  };
  const options = agencies.map(({ agencyId, name: label }) => ({
    value: agencyId,
    label,
    hint: hint(agencyId),
  }));
  const chosen = new Set([...(lead === null ? [] : [lead]), ...assisting]);
  const effect = formatMessage(
    { id: 'situation.effect.assign' },
    { asked: chosen.size, others: agencies.length - chosen.size },
  );
  return (
    <ActForm
      {...open}
      name={name}
      submit={
        <HeldAction
          pending={pending}
          disabled={lead === null}
          effect={effect}
          onSend={() => {
            if (lead !== null)
              onMake({ move: 'assign', body: { lead, assisting: assisting.filter((id) => id !== lead) } });
          }}
        >
          {formatMessage({ id: 'situation.act.assign' })}
        </HeldAction>
      }
    >
      <RadioGroup
        look="cards"
        label={formatMessage({ id: 'situation.lead' })}
        options={options}
        value={lead}
        onChange={setLead}
      />
      <CheckboxGroup
        look="segments"
        label={formatMessage({ id: 'situation.assisting' })}
        options={options.filter(({ value }) => value !== lead).map(({ value, label }) => ({ value, label }))}
        value={assisting}
        onChange={setAssisting}
      />
      <p>
        <strong>{formatMessage({ id: 'situation.accessAfter' })}</strong> {effect}
      </p>
    </ActForm>
  );
}
