import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useOptions } from '../../shared/choices.js';
import type { AgendaEntry } from '../../api/meetings.js';
import type { MoveInput, SituationView } from '../../api/moves.js';
import { useOwnTable } from '../../api/own-table.js';
import { Button } from '../../kit/button.js';
import { Icon } from '../../kit/icons/icon.js';
import { Stack } from '../../kit/layout.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { useKeys } from './use-keys.js';

export interface DecideProps {
  readonly situation: SituationView;
  readonly entry: AgendaEntry | undefined;
  readonly hasKeys: boolean;
  readonly onMake: (input: MoveInput) => void;
  readonly onNote: (noted: AgendaEntry['noted']) => void;
}

/** The table's decision at filter 2: one key each; a rejection takes one more for its reason. */
export function Decide({ situation, entry, hasKeys, onMake, onNote }: DecideProps) {
  const { formatMessage } = useIntl();
  const points = useOptions('riskPoint');
  const reasons = useOptions('rejectionReason');
  const { data: table } = useOwnTable();
  const [isRejecting, setRejecting] = useState(false);
  const { offered, risk, stage } = situation;
  const canRecord = offered.includes('recordRisk') && table !== undefined && points.length > 0;
  const canReject = offered.includes('reject');
  const isPutOff = entry?.noted === 'moreInformation';
  const canPutOff = stage === 'deidentified' && risk === undefined && entry !== undefined;
  const record = (): void => {
    onMake({
      move: 'record-risk',
      body: {
        fourPoints: points.map(({ value }) => value) as never,
        decidedBy: table?.riskRule ?? 'agreement',
      },
    });
  };
  const reject = (reason: string): void => {
    setRejecting(false);
    onMake({ move: 'reject', body: { reason } });
  };
  const putOff = (): void => {
    onNote(isPutOff ? null : 'moreInformation');
  };
  useKeys(
    {
      ...(canRecord && !isRejecting && { Y: record }),
      ...(canReject && {
        N: () => {
          setRejecting(!isRejecting);
        },
      }),
      ...(canPutOff && !isRejecting && { L: putOff }),
      ...(isRejecting &&
        Object.fromEntries(
          reasons.map(({ value }, place) => [
            String(place + 1),
            () => {
              reject(value);
            },
          ]),
        )),
    },
    hasKeys,
  );
  if (stage !== 'deidentified') return null;
  return (
    <Panel
      tone="accent"
      title={formatMessage({ id: risk === undefined ? 'meeting.question' : 'meeting.answeredYes' })}
    >
      <Stack>
        <ul className="decide-points">
          {points.map(({ value, label }) => (
            <li key={value} data-met={risk === undefined ? undefined : 'yes'}>
              <Icon name={risk === undefined ? 'chevronRight' : 'check'} />
              {label}
            </li>
          ))}
        </ul>
        {risk !== undefined && (
          <Notice tone="info" says="polite">
            {formatMessage({ id: 'meeting.waitsForRelease' })}
          </Notice>
        )}
        {risk === undefined && (
          <div className="decide-buttons">
            {canRecord && (
              <Button variant="primary" size="large" keyHint="Y" onPress={record}>
                {formatMessage({ id: 'meeting.yes' })}
              </Button>
            )}
            {canReject && (
              <Button
                size="large"
                keyHint="N"
                pressed={isRejecting}
                onPress={() => {
                  setRejecting(!isRejecting);
                }}
              >
                {formatMessage({ id: 'meeting.no' })}
              </Button>
            )}
            {canPutOff && (
              <Button size="large" keyHint="L" pressed={isPutOff} onPress={putOff}>
                {formatMessage({ id: 'meeting.later' })}
              </Button>
            )}
          </div>
        )}
        {canReject && (
          <Notice small tone="warning">
            {formatMessage({ id: 'meeting.rejectErases' })}
          </Notice>
        )}
        {isRejecting && (
          <div role="group" aria-label={formatMessage({ id: 'meeting.whyRejected' })}>
            <Stack gap="small">
              <p>
                <strong>{formatMessage({ id: 'meeting.whyRejected' })}</strong>
              </p>
              {reasons.map(({ value, label }, place) => (
                <div key={value}>
                  <Button
                    keyHint={String(place + 1)}
                    onPress={() => {
                      reject(value);
                    }}
                  >
                    {label}
                  </Button>
                </div>
              ))}
            </Stack>
          </div>
        )}
      </Stack>
    </Panel>
  );
}
