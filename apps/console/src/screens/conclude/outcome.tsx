import { useIntl } from 'react-intl';
import { useState } from 'react';
import { useChoosable, useOptions } from '../../shared/choices.js';
import { useLanguage } from '../../session/language.js';
import { RadioGroup } from '../../kit/radio-group.js';
import { Notice } from '../../kit/notice.js';
import type { StepProps } from './steps.js';

/** First the group, then only the reasons that belong to it. */
export function Outcome({ situation, chosen, onChange }: StepProps) {
  const { formatMessage } = useIntl();
  const { language } = useLanguage();
  const reasons = useChoosable('conclusionReason');
  const groups = useOptions('conclusionGroup').filter(({ value }) =>
    reasons.some((reason) => reason.group === value),
  );
  const [group, setGroup] = useState<string | null>(chosen.reason?.split('.')[0] ?? null);
  return (
    <>
      {situation.conclusionProposal !== undefined && (
        <Notice small>{formatMessage({ id: 'conclude.proposed' })}</Notice>
      )}
      <RadioGroup
        look="segments"
        label={formatMessage({ id: 'conclude.overall' })}
        options={groups}
        value={group}
        onChange={(value) => {
          setGroup(value);
          onChange({ reason: null });
        }}
      />
      {group !== null && (
        <RadioGroup
          label={formatMessage({ id: 'situation.reason' })}
          value={chosen.reason}
          onChange={(reason) => {
            onChange({ reason });
          }}
          options={reasons
            .filter((reason) => reason.group === group)
            .map(({ code, labelEn, labelFr }) => ({
              value: code,
              label: language === 'fr' ? labelFr : labelEn,
            }))}
        />
      )}
    </>
  );
}
