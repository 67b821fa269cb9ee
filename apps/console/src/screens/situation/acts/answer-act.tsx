import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useOptions } from '../../../shared/choices.js';
import { useSeat } from '../../../api/me.js';
import { useOwnTable } from '../../../api/own-table.js';
import { Button } from '../../../kit/button.js';
import { Checkbox } from '../../../kit/checkbox.js';
import { Row } from '../../../kit/layout.js';
import { Select } from '../../../kit/select.js';
import type { ActProps } from './act-props.js';
import { ActForm } from './form.js';

type Answer = 'involved' | 'shouldBeInvolved' | 'notInvolved';

/**
 * Filter 3 as a silent check on one's own device; the coordinator enters what an agency without an account
 * said at the meeting.
 */
export function AnswerAct({ name, pending, onMake, ...open }: ActProps) {
  const { formatMessage } = useIntl();
  const seat = useSeat();
  const { data: table } = useOwnTable();
  const answers = useOptions('answer');
  const bases = useOptions('legalBasis');
  const [canHelp, setCanHelp] = useState(false);
  const [agency, setAgency] = useState<string | null>(null);
  const [basis, setBasis] = useState<string | null>(null);
  const isFor = seat?.persona === 'coordinator';
  const without = (table?.agencies ?? []).filter(({ hasAccount }) => !hasAccount);
  const give = (answer: string): void => {
    onMake({
      move: 'answer',
      body: {
        answer: answer as Answer,
        canHelp,
        ...(isFor && agency !== null && basis !== null && { agency, basis }),
      },
    });
  };
  const choices = (
    <>
      <Checkbox checked={canHelp} onChange={setCanHelp}>
        {formatMessage({ id: 'situation.canHelp' })}
      </Checkbox>
      <Row>
        {answers.map(({ value, label }) => (
          <Button
            key={value}
            pending={pending}
            disabled={isFor && (agency === null || basis === null)}
            onPress={() => {
              give(value);
            }}
          >
            {label}
          </Button>
        ))}
      </Row>
    </>
  );
  if (!isFor)
    return (
      <fieldset>
        <legend className="field-label">{formatMessage({ id: 'situation.question.answer' })}</legend>
        {choices}
      </fieldset>
    );
  if (without.length === 0) return null;
  return (
    <ActForm
      {...open}
      name="answerFor"
      effect={formatMessage({ id: 'situation.effect.answerFor' })}
      submit={null}
    >
      <Select
        label={formatMessage({ id: 'situation.agency' })}
        options={without.map(({ agencyId, name: label }) => ({ value: agencyId, label }))}
        value={agency}
        onChange={setAgency}
        placeholder={formatMessage({ id: 'situation.choose' })}
      />
      <Select
        label={formatMessage({ id: 'situation.basis' })}
        options={bases}
        value={basis}
        onChange={setBasis}
        placeholder={formatMessage({ id: 'situation.choose' })}
      />
      {choices}
    </ActForm>
  );
}
