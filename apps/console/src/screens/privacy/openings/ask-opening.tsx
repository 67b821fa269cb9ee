import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { Button } from '../../../kit/button.js';
import { ButtonRow } from '../../../kit/button-row.js';
import { MoreButton } from '../../../kit/more-button.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Select } from '../../../kit/select.js';
import { useToast } from '../../../kit/toasts.js';
import { openingsKey, useDue, useLedger, type Opening } from '../queries.js';

type Purpose = Opening['purpose'];
const purposes = [
  'accessRequest',
  'litigation',
  'investigation',
  'courtOrder',
] as const satisfies readonly Purpose[];

/** Concluded situations that the agency has to do with: what it brought, and what it was told of. */
function useConcluded() {
  const { rows: due = [], more: moreDue } = useDue();
  const { rows: ledger = [], more: moreLedger } = useLedger();
  const found = new Map(
    [...ledger.filter(({ revokedBecause }) => revokedBecause === 'concluded'), ...due].map(
      ({ situationId, number, table }) => [
        situationId,
        { value: situationId, label: `${number} – ${table}` },
      ],
    ),
  );
  return {
    options: [...found.values()].sort((one, other) =>
      other.label.localeCompare(one.label, undefined, { numeric: true }),
    ),
    more: {
      hasMore: moreDue.hasMore || moreLedger.hasMore,
      pending: moreDue.pending || moreLedger.pending,
      onMore: (): void => {
        for (const more of [moreDue, moreLedger]) if (more.hasMore) more.onMore();
      },
    },
  };
}

/** Asks for the second person's word; with a fresh proof, as every such act. */
export function AskOpening() {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const { options, more } = useConcluded();
  const [situation, setSituation] = useState<string | null>(null);
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const [isTried, setTried] = useState(false);
  const opening = useAction(
    (input: { situation: string; purpose: Purpose }, once) =>
      ask(() => api.POST('/api/v1/openings', { params: { header: once }, body: input })),
    {
      changes: [openingsKey],
      onDone: () => {
        setTried(false);
        setSituation(null);
        setPurpose(null);
        toast({ message: formatMessage({ id: 'openings.one.asked' }) });
      },
    },
  );
  const send = (): void => {
    setTried(true);
    if (situation !== null && purpose !== null) opening.do({ situation, purpose });
  };
  return (
    <div className="office-form">
      <Select
        label={formatMessage({ id: 'openings.one.which' })}
        hint={formatMessage({ id: 'openings.one.which.hint' })}
        value={situation}
        options={options}
        placeholder={formatMessage({ id: 'privacy.choose' })}
        onChange={setSituation}
        error={isTried && situation === null ? formatMessage({ id: 'openings.one.which.wanted' }) : undefined}
      />
      <MoreButton {...more} />
      <Select
        label={formatMessage({ id: 'openings.one.why' })}
        value={purpose}
        options={purposes.map((value) => ({
          value,
          label: formatMessage({ id: `privacy.reason.${value}` }),
        }))}
        placeholder={formatMessage({ id: 'privacy.choose' })}
        onChange={setPurpose}
        error={isTried && purpose === null ? formatMessage({ id: 'privacy.reason.wanted' }) : undefined}
      />
      {opening.error instanceof Refused && <ProblemNotice problem={opening.error.problem} />}
      <ButtonRow>
        <Button variant="primary" icon="key" pending={opening.pending} onPress={send}>
          {formatMessage({ id: 'openings.one.ask' })}
        </Button>
      </ButtonRow>
    </div>
  );
}
