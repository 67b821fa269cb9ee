import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useOptions } from '../../../shared/choices.js';
import { useSeat } from '../../../api/me.js';
import { HeldAction } from '../../../kit/held-action.js';
import { Select } from '../../../kit/select.js';
import type { ActProps } from './act-props.js';
import { ActForm } from './form.js';
import { useAskedWithoutAccount } from './use-offered.js';

/** Accepting opens filter 4 to the agency, on the basis that it names for what it discloses itself. */
export function AcceptAct({ name, situation, pending, onMake, ...open }: ActProps) {
  const { formatMessage } = useIntl();
  const seat = useSeat();
  const bases = useOptions('legalBasis');
  const [basis, setBasis] = useState<string | null>(null);
  const [agency, setAgency] = useState<string | null>(null);
  const isFor = seat?.persona === 'coordinator';
  const asked = useAskedWithoutAccount(situation).map(({ id, name: label }) => ({ value: id, label }));
  const effect = formatMessage({ id: 'situation.effect.acceptAssignment' });
  return (
    <ActForm
      {...open}
      name={name}
      effect={effect}
      submit={
        <HeldAction
          pending={pending}
          disabled={basis === null || (isFor && agency === null)}
          effect={effect}
          onSend={() => {
            onMake({
              move: 'accept-assignment',
              body: { basis: basis ?? '', ...(isFor && agency !== null && { agency }) },
            });
          }}
        >
          {formatMessage({ id: `situation.act.${name}` })}
        </HeldAction>
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
      <Select
        label={formatMessage({ id: 'situation.basis' })}
        options={bases}
        value={basis}
        onChange={setBasis}
        placeholder={formatMessage({ id: 'situation.choose' })}
      />
    </ActForm>
  );
}
