import { useState } from 'react';
import { useIntl } from 'react-intl';
import { addDays, type Day } from '#domain/days';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { Button } from '../../../kit/button.js';
import { ButtonRow } from '../../../kit/button-row.js';
import { useToday } from '../../../kit/days.js';
import { DateField } from '../../../kit/date-field.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Select } from '../../../kit/select.js';
import { useToast } from '../../../kit/toasts.js';
import { keepingKey, type HoldReason } from '../queries.js';
import { useReasons } from './reasons.js';

export interface HoldFormProps {
  readonly situation: string;
  readonly number: string;
  /** What a representative asked it for. */
  readonly reason?: HoldReason | undefined;
  readonly onClose: () => void;
}

const halfYear = 182;

/** Keeps a situation beyond its time, for a reason out of a list and until a day on which it is looked at again. */
export function HoldForm({ situation, number, reason: asked, onClose }: HoldFormProps) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const { holds } = useReasons();
  const today = useToday();
  const [reason, setReason] = useState<HoldReason | null>(asked ?? null);
  const [reviewOn, setReviewOn] = useState<Day | null>(() => addDays(today, halfYear));
  const [isTried, setTried] = useState(false);
  const hold = useAction(
    (input: { reason: HoldReason; reviewOn: Day }, once) =>
      ask(() =>
        api.POST('/api/v1/privacy/holds', { params: { header: once }, body: { situation, ...input } }),
      ),
    {
      changes: [keepingKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'privacy.held' }, { number }) });
        onClose();
      },
    },
  );
  const send = (): void => {
    setTried(true);
    if (reason !== null && reviewOn !== null) hold.do({ reason, reviewOn });
  };
  return (
    <div className="office-form office-whole">
      <Select
        label={formatMessage({ id: 'privacy.reason' })}
        value={reason}
        options={holds}
        placeholder={formatMessage({ id: 'privacy.choose' })}
        onChange={setReason}
        error={isTried && reason === null ? formatMessage({ id: 'privacy.reason.wanted' }) : undefined}
      />
      <DateField
        label={formatMessage({ id: 'privacy.reviewOn' })}
        hint={formatMessage({ id: 'privacy.reviewOn.hint' })}
        value={reviewOn}
        onChange={setReviewOn}
        error={isTried && reviewOn === null ? formatMessage({ id: 'privacy.day.wanted' }) : undefined}
      />
      {hold.error instanceof Refused && <ProblemNotice problem={hold.error.problem} />}
      <ButtonRow>
        <Button variant="primary" icon="lock" pending={hold.pending} onPress={send}>
          {formatMessage({ id: 'privacy.hold.set' })}
        </Button>
        <Button onPress={onClose}>{formatMessage({ id: 'kit.cancel' })}</Button>
      </ButtonRow>
    </div>
  );
}
