import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useOptions } from '../../../shared/choices.js';
import { useSeat } from '../../../api/me.js';
import type { MoveInput } from '../../../api/moves.js';
import { Button } from '../../../kit/button.js';
import { RadioGroup } from '../../../kit/radio-group.js';
import { Select } from '../../../kit/select.js';
import { TextField } from '../../../kit/text-field.js';
import type { ActProps } from './act-props.js';
import { ActForm } from './form.js';
import { reasoned, type Reasoned } from './kinds.js';
import { useAskedWithoutAccount } from './use-offered.js';

/** A move with a coded reason; `joined` names the situation it belongs to as well. */
export function ReasonAct(props: ActProps) {
  const kind = reasoned[props.name];
  return kind === undefined ? null : <ReasonForm {...props} kind={kind} />;
}

function ReasonForm({
  name,
  kind,
  situation,
  pending,
  onMake,
  ...open
}: ActProps & { readonly kind: Reasoned }) {
  const { formatMessage } = useIntl();
  const reasons = useOptions(kind.list);
  const [reason, setReason] = useState<string | null>(null);
  const [joined, setJoined] = useState('');
  const seat = useSeat();
  const asked = useAskedWithoutAccount(situation).map(({ id, name: label }) => ({ value: id, label }));
  const [agency, setAgency] = useState<string | null>(null);
  const isFor = kind.takesAgency && seat?.persona === 'coordinator';
  const needsNumber = kind.takesNumber && reason === 'joined';
  const make = (): void => {
    if (reason !== null)
      onMake({
        move: kind.move,
        body: { reason, ...(needsNumber && { joined }), ...(isFor && agency !== null && { agency }) },
      } as MoveInput);
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
          disabled={reason === null || (needsNumber && joined === '') || (isFor && agency === null)}
          onPress={make}
        >
          {formatMessage({ id: `situation.act.${name}` })}
        </Button>
      }
    >
      {isFor && (
        <Select
          label={formatMessage({ id: 'situation.agency' })}
          options={asked}
          value={agency}
          onChange={setAgency}
          placeholder={formatMessage({ id: 'situation.choose' })}
        />
      )}
      <RadioGroup
        label={formatMessage({ id: 'situation.reason' })}
        options={reasons}
        value={reason}
        onChange={setReason}
      />
      {needsNumber && (
        <TextField
          label={formatMessage({ id: 'situation.joined' })}
          value={joined}
          onChange={setJoined}
          width={12}
        />
      )}
    </ActForm>
  );
}
