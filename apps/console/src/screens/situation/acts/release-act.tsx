import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useOptions } from '../../../shared/choices.js';
import { useOwnTable } from '../../../api/own-table.js';
import { CheckboxGroup } from '../../../kit/checkbox-group.js';
import { HeldAction } from '../../../kit/held-action.js';
import { Select } from '../../../kit/select.js';
import type { ActProps } from './act-props.js';
import { ActForm } from './form.js';

/**
 * The originating agency lets limited identifiers be heard: on which basis and, where the table’s setting
 * asks for it, by whom.
 */
export function ReleaseAct({ name, situation, pending, onMake, ...open }: ActProps) {
  const { formatMessage } = useIntl();
  const { data: table } = useOwnTable();
  const bases = useOptions('legalBasis');
  const [basis, setBasis] = useState<string | null>(null);
  const [recipients, setRecipients] = useState<readonly string[]>([]);
  const others = (table?.agencies ?? []).filter(({ agencyId }) => agencyId !== situation.origin?.agency.id);
  const names = table?.identifierRecipients === 'agenciesAsked';
  const count = names ? recipients.length : others.length;
  return (
    <ActForm
      {...open}
      name={name}
      effect={formatMessage({ id: 'situation.effect.release' }, { count })}
      submit={
        <HeldAction
          pending={pending}
          disabled={basis === null || (names && recipients.length === 0)}
          effect={formatMessage({ id: 'situation.effect.release' }, { count })}
          onSend={() => {
            onMake({
              move: name === 'releaseAgain' ? 'release-again' : 'release-identifiers',
              body: { basis: basis ?? '', ...(names && { agencies: [...recipients] }) },
            });
          }}
        >
          {formatMessage({ id: `situation.act.${name}` })}
        </HeldAction>
      }
    >
      <Select
        label={formatMessage({ id: 'situation.basis' })}
        options={bases}
        value={basis}
        onChange={setBasis}
        placeholder={formatMessage({ id: 'situation.choose' })}
      />
      {names && (
        <CheckboxGroup
          label={formatMessage({ id: 'situation.recipients' })}
          options={others.map(({ agencyId, name: label }) => ({ value: agencyId, label }))}
          value={recipients}
          onChange={setRecipients}
        />
      )}
    </ActForm>
  );
}
