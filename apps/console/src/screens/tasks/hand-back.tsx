import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { useOptions } from '../../shared/choices.js';
import { tasksKey, type OpenTask } from '../../api/tasks.js';
import { useAction } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { ButtonRow } from '../../kit/button-row.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { RadioGroup } from '../../kit/radio-group.js';

/** The officer withdraws what the agency brought, or gives its role back: why, and then it is done. */
export function HandBack({ task, onClose }: { readonly task: OpenTask; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const isOrigin = task.role === 'originating';
  const reasons = useOptions(isOrigin ? 'withdrawalReason' : 'leaveReason');
  const [reason, setReason] = useState<string | null>(null);
  const handBack = useAction(
    (chosen: string, once) =>
      ask<unknown>(() =>
        api.POST('/api/v1/tasks/{id}/hand-back', {
          params: { path: { id: task.id }, header: once },
          body: { reason: chosen },
        }),
      ),
    { changes: [tasksKey], onDone: onClose },
  );
  return (
    <div>
      <p>{formatMessage({ id: isOrigin ? 'tasks.withdraw.effect' : 'tasks.handBack.effect' })}</p>
      <RadioGroup
        label={formatMessage({ id: 'tasks.reason' })}
        options={reasons}
        value={reason}
        onChange={setReason}
      />
      {handBack.error instanceof Refused && <ProblemNotice problem={handBack.error.problem} />}
      <ButtonRow>
        <Button
          variant="primary"
          pending={handBack.pending}
          disabled={reason === null}
          onPress={() => {
            if (reason !== null) handBack.do(reason);
          }}
        >
          {formatMessage({ id: isOrigin ? 'tasks.withdraw' : 'tasks.handBack' })}
        </Button>
        <Button variant="quiet" onPress={onClose}>
          {formatMessage({ id: 'tasks.cancel' })}
        </Button>
      </ButtonRow>
    </div>
  );
}
