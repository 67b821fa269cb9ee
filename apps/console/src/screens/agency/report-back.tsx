import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { useOptions } from '../../shared/choices.js';
import { useAction } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { Row } from '../../kit/layout.js';
import { Disclosure } from '../../kit/disclosure.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { TextArea } from '../../kit/text-area.js';
import { useToast } from '../../kit/toasts.js';

export interface ReportBackProps {
  readonly situationId: string;
  readonly onDone: () => void;
}

/**
 * A report-back in two taps: this opens, one status is pressed. A line of text is for the intervening
 * agencies alone and optional.
 */
export function ReportBack({ situationId, onDone }: ReportBackProps) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const statuses = useOptions('reportBack');
  const [detail, setDetail] = useState('');
  const [isOpen, setOpen] = useState(false);
  const report = useAction(
    (status: string, once) =>
      ask(() =>
        api.POST('/api/v1/situations/{id}/report-backs', {
          params: { path: { id: situationId }, header: once },
          body: { status, ...(detail.trim() !== '' && { detail }) },
        }),
      ),
    {
      changes: [['week'], ['situation', situationId]],
      onDone: () => {
        toast({ message: formatMessage({ id: 'agency.reported' }) });
        onDone();
      },
    },
  );
  return (
    <div className="task-report">
      {report.error instanceof Refused && <ProblemNotice problem={report.error.problem} />}
      <p>{formatMessage({ id: 'agency.report.what' })}</p>
      <Row>
        {statuses.map(({ value, label }) => (
          <Button
            key={value}
            pending={report.pending}
            onPress={() => {
              report.do(value);
            }}
          >
            {label}
          </Button>
        ))}
      </Row>
      <Disclosure title={formatMessage({ id: 'agency.report.line' })} isOpen={isOpen} onToggle={setOpen}>
        <TextArea
          label={formatMessage({ id: 'agency.report.detail' })}
          hint={formatMessage({ id: 'agency.report.detail.hint' })}
          limit={4000}
          rows={2}
          disabled={report.pending}
          value={detail}
          onChange={setDetail}
        />
      </Disclosure>
    </div>
  );
}
