import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api, ask, Refused } from '../../api/api.js';
import { useAction } from '../../api/use-action.js';
import { Button } from '../../kit/button.js';
import { Dialog } from '../../kit/dialog.js';
import { Stack } from '../../kit/layout.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { TextField } from '../../kit/text-field.js';
import { useToast } from '../../kit/toasts.js';

/** Pairs the screen on the wall by the code that it shows, or ends all of them. */
export function ProjectorDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const [code, setCode] = useState('');
  const done = (words: string): void => {
    setCode('');
    onClose();
    toast({ message: formatMessage({ id: words }) });
  };
  const pair = useAction(
    (typed: string, once) =>
      ask(() => api.POST('/api/v1/projector/pair', { params: { header: once }, body: { code: typed } })),
    {
      onDone: () => {
        done('meeting.projector.paired');
      },
    },
  );
  const end = useAction(
    (_: undefined, once) => ask(() => api.POST('/api/v1/projector/end', { params: { header: once } })),
    {
      onDone: () => {
        done('meeting.projector.ended');
      },
    },
  );
  return (
    <Dialog
      title={formatMessage({ id: 'meeting.projector' })}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" type="submit" form="pair-projector" pending={pair.pending}>
            {formatMessage({ id: 'meeting.projector.go' })}
          </Button>
          <Button
            variant="quiet"
            pending={end.pending}
            onPress={() => {
              end.do(undefined);
            }}
          >
            {formatMessage({ id: 'meeting.projector.end' })}
          </Button>
        </>
      }
    >
      <form
        id="pair-projector"
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') pair.do(code.trim());
        }}
      >
        <Stack>
          <p>{formatMessage({ id: 'meeting.projector.lead' })}</p>
          <p>
            {formatMessage({ id: 'meeting.projector.address' }, { address: `${location.origin}/projector` })}
          </p>
          {/* A window of its own that knows nothing of this one: the seat of this tab must not go with it. */}
          <div>
            <Button
              icon="projector"
              onPress={() => {
                open('/projector', '_blank', 'noopener,popup');
              }}
            >
              {formatMessage({ id: 'meeting.projector.window' })}
            </Button>
          </div>
          {pair.error instanceof Refused && <ProblemNotice problem={pair.error.problem} />}
          {end.error instanceof Refused && <ProblemNotice problem={end.error.problem} />}
          <TextField
            label={formatMessage({ id: 'meeting.projector.code' })}
            value={code}
            onChange={setCode}
            width={12}
            maxLength={16}
            autoComplete="off"
            spellCheck={false}
            autoFocus
          />
        </Stack>
      </form>
    </Dialog>
  );
}
