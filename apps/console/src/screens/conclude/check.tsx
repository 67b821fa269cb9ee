import { useIntl } from 'react-intl';
import { addDays, addMonths } from '#domain/days';
import { useTerms } from '../../shared/terms.js';
import { useFormatDay, useToday } from '../../kit/days.js';
import { Notice } from '../../kit/notice.js';
import '../identifiers/identifiers.css';
import type { StepProps } from './steps.js';

/** Everything once more, and when what is left will be sealed and erased. */
export function Check({
  situation,
  chosen,
  correctionDays,
  retentionMonths,
}: StepProps & {
  readonly correctionDays: number | undefined;
  readonly retentionMonths: number | undefined;
}) {
  const { formatMessage } = useIntl();
  const formatDay = useFormatDay();
  const termOf = useTerms();
  const today = useToday();
  const seal = correctionDays === undefined ? undefined : addDays(today, correctionDays);
  const erase = retentionMonths === undefined ? undefined : addMonths(today, retentionMonths);
  return (
    <>
      <dl className="identity">
        <div>
          <dt>{formatMessage({ id: 'situation.reason' })}</dt>
          <dd>
            {chosen.reason === null
              ? formatMessage({ id: 'conclude.missing' })
              : termOf('conclusionReason', chosen.reason)}
          </dd>
        </div>
        <div>
          <dt>{formatMessage({ id: 'conclude.told' })}</dt>
          <dd>
            {chosen.told === null ? formatMessage({ id: 'conclude.missing' }) : termOf('told', chosen.told)}
          </dd>
        </div>
        <div>
          <dt>
            {formatMessage(
              { id: 'conclude.still' },
              { count: chosen.riskAfter.length, of: situation.tier2?.riskFactors.length ?? 0 },
            )}
          </dt>
          <dd>{chosen.riskAfter.map((code) => termOf('riskFactor', code)).join(' · ') || '–'}</dd>
        </div>
      </dl>
      {(chosen.reason === null || chosen.told === null) && (
        <Notice small tone="warning">
          {formatMessage({ id: 'conclude.incomplete' })}
        </Notice>
      )}
      {seal !== undefined && erase !== undefined && (
        <p>
          {formatMessage(
            { id: 'conclude.when' },
            {
              seal: formatDay(seal),
              erase: formatDay(erase),
            },
          )}
        </p>
      )}
    </>
  );
}
