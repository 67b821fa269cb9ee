import { useIntl } from 'react-intl';

const holdReasons = ['litigation', 'investigation', 'complaint', 'accessRequest', 'courtOrder'] as const;
const consents = ['written', 'verbal', 'guardian', 'substituteDecisionMaker'] as const;

/** The reasons for which something may be kept longer, and the ways to consent to its end, as options of a field. */
export function useReasons() {
  const { formatMessage } = useIntl();
  return {
    holds: holdReasons.map((value) => ({ value, label: formatMessage({ id: `privacy.reason.${value}` }) })),
    consents: consents.map((value) => ({ value, label: formatMessage({ id: `privacy.consent.${value}` }) })),
  };
}
