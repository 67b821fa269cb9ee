import { useState } from 'react';
import { useIntl } from 'react-intl';
import { findCertainIdentifiers } from '#domain/guard';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { Button } from '../../../kit/button.js';
import { ButtonRow } from '../../../kit/button-row.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { RadioGroup } from '../../../kit/radio-group.js';
import { TextArea } from '../../../kit/text-area.js';
import { useToast } from '../../../kit/toasts.js';
import { reviewsKey, type Review } from '../queries.js';

type Finding = NonNullable<Review['finding']>;
const findings = ['inOrder', 'spokenTo', 'takenFurther'] as const satisfies readonly Finding[];
const longest = 200;

/** What the officer found, and a word about it; both stay in the audit. */
export function SignOffForm({ row, onClose }: { readonly row: Review; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const [finding, setFinding] = useState<Finding | null>(null);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const { id, number, who, times } = row;
  const words = note.trim();
  const identifies = findCertainIdentifiers(words).length > 0;
  const signOff = useAction(
    (input: { times: number; finding: Finding; note?: string }, once) =>
      ask(() =>
        api.POST('/api/v1/privacy/reviews/{id}/sign-off', {
          params: { path: { id }, header: once },
          body: input,
        }),
      ),
    {
      changes: [reviewsKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'reviews.one.done' }, { who, number }) });
        onClose();
      },
    },
  );
  const send = (): void => {
    setTried(true);
    if (finding !== null && !identifies && words.length <= longest)
      signOff.do({ times, finding, ...(words !== '' && { note: words }) });
  };
  return (
    <div className="office-form office-whole">
      <RadioGroup
        label={formatMessage({ id: 'reviews.finding' })}
        value={finding}
        onChange={setFinding}
        error={isTried && finding === null ? formatMessage({ id: 'reviews.finding.wanted' }) : undefined}
        options={findings.map((value) => ({
          value,
          label: formatMessage({ id: `reviews.finding.${value}` }),
        }))}
      />
      <TextArea
        label={formatMessage({ id: 'reviews.note' })}
        hint={formatMessage({ id: 'reviews.note.hint' })}
        optional
        rows={2}
        limit={longest}
        value={note}
        onChange={setNote}
        error={identifies ? formatMessage({ id: 'reviews.note.identifies' }) : undefined}
      />
      {signOff.error instanceof Refused && <ProblemNotice problem={signOff.error.problem} />}
      <ButtonRow>
        <Button variant="primary" icon="check" pending={signOff.pending} onPress={send}>
          {formatMessage({ id: 'reviews.one.signOff' })}
        </Button>
        <Button onPress={onClose}>{formatMessage({ id: 'kit.cancel' })}</Button>
      </ButtonRow>
    </div>
  );
}
