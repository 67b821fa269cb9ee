import { useIntl } from 'react-intl';
import { useTerms } from '../../shared/terms.js';
import { CheckboxGroup } from '../../kit/checkbox-group.js';
import { RadioGroup } from '../../kit/radio-group.js';
import { useOptions } from '../../shared/choices.js';
import { Services } from '../situation/services.js';
import type { StepProps } from './steps.js';

/** Services as the agencies entered them, the factors that still stand, and whether the person was told. */
export function RiskAfter({ situation, chosen, onChange }: StepProps) {
  const { formatMessage } = useIntl();
  const termOf = useTerms();
  const told = useOptions('told');
  return (
    <>
      <RadioGroup
        look="segments"
        label={formatMessage({ id: 'conclude.told' })}
        options={told}
        value={chosen.told}
        onChange={(value) => {
          onChange({ told: value });
        }}
      />
      <section>
        <h2 className="field-label">{formatMessage({ id: 'conclude.services' })}</h2>
        {(situation.services ?? []).length + (situation.gaps ?? []).length === 0 && (
          <p className="text-quiet">{formatMessage({ id: 'conclude.services.none' })}</p>
        )}
        <Services situation={situation} canWrite={false} />
      </section>
      <CheckboxGroup
        label={formatMessage({ id: 'conclude.riskAfter' })}
        hint={formatMessage({ id: 'conclude.riskAfter.hint' })}
        value={chosen.riskAfter}
        onChange={(riskAfter) => {
          onChange({ riskAfter });
        }}
        options={(situation.tier2?.riskFactors ?? []).map((code) => ({
          value: code,
          label: termOf('riskFactor', code),
        }))}
      />
    </>
  );
}
