import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useOptions } from '../../../api/choices.js';
import type { MoveInput } from '../../../api/moves.js';
import { Button } from '../../../kit/button.js';
import { RadioGroup } from '../../../kit/radio-group.js';
import { TextField } from '../../../kit/text-field.js';
import type { ActProps } from './act.js';
import { ActForm } from './form.js';
import { reasoned } from './kinds.js';

/** A move with a coded reason; `joined` names the situation it belongs to as well. */
export function ReasonAct({ name, pending, onMake, ...open }: ActProps) {
  const { formatMessage } = useIntl();
  const { move, list } = reasoned[name as keyof typeof reasoned];
  const reasons = useOptions(list);
  const [reason, setReason] = useState<string | null>(null);
  const [joined, setJoined] = useState('');
  const needsNumber = move === 'send-back' && reason === 'joined';
  const make = (): void => {
    if (reason !== null) onMake({ move, body: { reason, ...(needsNumber && { joined }) } } as MoveInput);
  };
  return (
    <ActForm {...open} name={name} effect={formatMessage({ id: `situation.effect.${name}` })}
      submit={<Button variant="primary" pending={pending} disabled={reason === null || (needsNumber && joined === '')} onPress={make}>{formatMessage({ id: `situation.act.${name}` })}</Button>}>
      <RadioGroup label={formatMessage({ id: 'situation.reason' })} options={reasons} value={reason} onChange={setReason} />
      {needsNumber && <TextField label={formatMessage({ id: 'situation.joined' })} value={joined} onChange={setJoined} width={12} />}
    </ActForm>
  );
}
