import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useOptions } from '../../../shared/choices.js';
import { useOwnTable } from '../../../api/own-table.js';
import { Button } from '../../../kit/button.js';
import { CheckboxGroup } from '../../../kit/checkbox-group.js';
import type { ActProps } from './act-props.js';
import { ActForm } from './form.js';

/** The table’s decision that the risk is acutely elevated: all four points must be met. */
export function RiskAct({ name, pending, onMake, ...open }: ActProps) {
  const { formatMessage } = useIntl();
  const { data: table } = useOwnTable();
  const points = useOptions('riskPoint');
  const [met, setMet] = useState<readonly string[]>([]);
  return (
    <ActForm
      {...open}
      name={name}
      effect={formatMessage({ id: 'situation.effect.recordRisk' })}
      submit={
        <Button
          variant="primary"
          pending={pending}
          disabled={met.length < points.length || table === undefined}
          onPress={() => {
            onMake({
              move: 'record-risk',
              body: { fourPoints: [...met] as never, decidedBy: table?.riskRule ?? 'agreement' },
            });
          }}
        >
          {formatMessage({ id: 'situation.act.recordRisk' })}
        </Button>
      }
    >
      <CheckboxGroup
        label={formatMessage({ id: 'situation.fourPoints' })}
        options={points}
        value={met}
        onChange={setMet}
      />
    </ActForm>
  );
}
