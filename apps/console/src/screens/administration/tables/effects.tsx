import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import type { SituationTable } from '../queries.js';

export type Settings = Schema<'ProposeSettingsRequest'>;

export interface EffectsProps {
  readonly now: SituationTable;
  readonly wanted: { readonly [Name in keyof Settings]?: Settings[Name] | null | undefined };
  /** How many agencies with an account sit there, where that is known. */
  readonly agencies?: number | undefined;
}

/** What would change, and for whom, in one sentence a setting. */
export function Effects({ now, wanted, agencies }: EffectsProps) {
  const { formatMessage } = useIntl();
  const { identifierRecipients, riskRule, retentionMonths } = wanted;
  return (
    <ul className="office-effects">
      {identifierRecipients != null && (
        <li>
          {formatMessage({ id: `office.effect.${identifierRecipients}` }, { agencies: agencies ?? 0 })}{' '}
          {formatMessage({ id: 'office.effect.new' })}
        </li>
      )}
      {riskRule != null && <li>{formatMessage({ id: `office.effect.${riskRule}` })}</li>}
      {retentionMonths != null && (
        <li>
          {formatMessage(
            { id: retentionMonths > now.retentionMonths ? 'office.effect.longer' : 'office.effect.shorter' },
            { months: retentionMonths, before: now.retentionMonths },
          )}
        </li>
      )}
    </ul>
  );
}
