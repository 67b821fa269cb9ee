import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Day } from '#domain/days';
import type { Schema } from '#api-client';
import { api, ask, Refused } from '../../../api/api.js';
import { useAction } from '../../../api/use-action.js';
import { Button } from '../../../kit/button.js';
import { ButtonRow } from '../../../kit/button-row.js';
import { DateField } from '../../../kit/date-field.js';
import { ProblemNotice } from '../../../kit/problem-notice.js';
import { Select } from '../../../kit/select.js';
import { useToast } from '../../../kit/toasts.js';
import { keepingKey } from '../queries.js';
import { useReasons } from './reasons.js';

type Consent = Schema<'EarlyDestructionInput'>['consent'];

export interface EarlyFormProps {
  readonly situation: string;
  readonly number: string;
  readonly onClose: () => void;
}

/**
 * Asks that a situation is destroyed before its time, with the person's consent; a coordinator says the
 * second word.
 */
export function EarlyForm({ situation, number, onClose }: EarlyFormProps) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const { consents } = useReasons();
  const [consent, setConsent] = useState<Consent | null>(null);
  const [consentedOn, setConsentedOn] = useState<Day | null>(null);
  const [isTried, setTried] = useState(false);
  const early = useAction(
    (input: { consent: Consent; consentedOn: Day }, once) =>
      ask(() =>
        api.POST('/api/v1/privacy/early-destructions', {
          params: { header: once },
          body: { situation, ...input },
        }),
      ),
    {
      changes: [keepingKey],
      onDone: () => {
        toast({ message: formatMessage({ id: 'privacy.early.asked' }, { number }) });
        onClose();
      },
    },
  );
  const send = (): void => {
    setTried(true);
    if (consent !== null && consentedOn !== null) early.do({ consent, consentedOn });
  };
  return (
    <div className="office-form office-whole">
      <p>{formatMessage({ id: 'privacy.early.lead' })}</p>
      <Select
        label={formatMessage({ id: 'privacy.consent' })}
        value={consent}
        options={consents}
        placeholder={formatMessage({ id: 'privacy.choose' })}
        onChange={setConsent}
        error={isTried && consent === null ? formatMessage({ id: 'privacy.consent.wanted' }) : undefined}
      />
      <DateField
        label={formatMessage({ id: 'privacy.consentedOn' })}
        value={consentedOn}
        onChange={setConsentedOn}
        error={isTried && consentedOn === null ? formatMessage({ id: 'privacy.day.wanted' }) : undefined}
      />
      {early.error instanceof Refused && <ProblemNotice problem={early.error.problem} />}
      <ButtonRow>
        <Button variant="danger" pending={early.pending} onPress={send}>
          {formatMessage({ id: 'privacy.early.ask' })}
        </Button>
        <Button onPress={onClose}>{formatMessage({ id: 'kit.cancel' })}</Button>
      </ButtonRow>
    </div>
  );
}
