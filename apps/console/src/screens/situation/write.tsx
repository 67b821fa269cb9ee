import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Refused } from '../../api/api.js';
import { situationKey } from '../../api/moves.js';
import { useAction, type Once } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { Stack } from '../../kit/layout.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { TextArea } from '../../kit/text-area.js';

export interface WriteProps {
  readonly situationId: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly limit: number;
  readonly guard?: (text: string) => ReactNode;
  readonly send: (text: string, once: Once) => Promise<unknown>;
}

/** A text that is added to a situation; it stands in the field until the server has it. */
export function Write({ situationId, label, hint, button, limit, guard, send }: WriteProps) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const write = useAction(send, {
    changes: [situationKey(situationId)],
    // What was typed after the press was not sent, and stays.
    onDone: (_, sent) => {
      setText((now) => (now.startsWith(sent) ? now.slice(sent.length).trimStart() : now));
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') write.do(text);
      }}
    >
      <Stack gap="small">
        {write.error instanceof Refused && <ProblemNotice problem={write.error.problem} />}
        <TextArea
          label={label}
          hint={hint}
          limit={limit}
          rows={2}
          value={text}
          onChange={setText}
          guard={guard?.(text)}
        />
        <div>
          <Button type="submit" size="small" pending={write.pending} label={`${button}: ${label}`}>
            {button}
          </Button>
        </div>
        <span className="visually-hidden" role="status">
          {write.pending ? formatMessage({ id: 'situation.sending' }) : ''}
        </span>
      </Stack>
    </form>
  );
}
