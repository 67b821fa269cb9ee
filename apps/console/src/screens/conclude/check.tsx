import { useIntl } from 'react-intl';
import { useTerms } from '../../api/terms.js';
import { useNow } from '../../kit/clock.js';
import { Notice } from '../../kit/notice.js';
import '../identifiers/identifiers.css';
import type { StepProps } from './steps.js';

const dayMs = 86_400_000;

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
  const { formatMessage, formatDate } = useIntl();
  const termOf = useTerms();
  const now = useNow();
  const seal = correctionDays === undefined ? undefined : new Date(now + correctionDays * dayMs);
  const erase =
    retentionMonths === undefined
      ? undefined
      : new Date(new Date(now).setMonth(new Date(now).getMonth() + retentionMonths));
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
              seal: formatDate(seal, { dateStyle: 'long' }),
              erase: formatDate(erase, { dateStyle: 'long' }),
            },
          )}
        </p>
      )}
    </>
  );
}
