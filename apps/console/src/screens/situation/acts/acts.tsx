import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMove, type MoveInput, type SituationView } from '../../../api/moves.js';
import { Stack } from '../../../kit/layout.js';
import { Panel } from '../../../kit/panel.js';
import { useToast } from '../../../kit/toasts.js';
import { Act } from './act.js';
import { undoable } from './kinds.js';
import { MoveTrouble } from './move-trouble.js';
import { useOffered } from './use-offered.js';

/**
 * What this seat may do with the situation now: the server offers it, this only gives it words.
 * @param without moves that the screen around it has a place of their own for
 */
export function Acts({
  situation,
  without = [],
}: {
  readonly situation: SituationView;
  readonly without?: readonly string[];
}) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const [open, setOpen] = useState<string>();
  const move = useMove(situation, {
    onDone: (_moved, { move: name }) => {
      setOpen(undefined);
      toast({
        message: formatMessage({ id: `situation.done.${name}` }),
        ...(undoable.has(name) && {
          onUndo: () => {
            move.do({ move: 'undo' });
          },
        }),
      });
    },
  });
  const make = (input: MoveInput): void => {
    move.do(input);
  };
  const offered = useOffered(situation).filter((name) => !without.includes(name));
  if (offered.length === 0) return null;
  return (
    <Panel title={formatMessage({ id: 'situation.acts' })} tone="accent">
      <Stack>
        <MoveTrouble move={move} />
        {offered.map((name) => (
          <Act
            key={name}
            name={name}
            situation={situation}
            pending={move.pending}
            isOpen={open === name}
            onOpen={(yes) => {
              setOpen(yes ? name : undefined);
            }}
            onMake={make}
          />
        ))}
      </Stack>
    </Panel>
  );
}
