import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useMove } from '../../api/moves.js';
import { Button } from '../../kit/button.js';
import { useToast } from '../../kit/toasts.js';
import { MoveTrouble } from '../situation/acts/move-trouble.js';
import { useKeys } from './use-keys.js';

/**
 * A situation that was rejected on this screen: nobody finds it any more, so that this page remembers how to
 * bring it back.
 */
export interface Left {
  readonly id: string;
  readonly number: string;
  readonly version: number;
}

const tenMinutes = 600_000;

/** Brings back what was rejected by mistake, for ten minutes, wherever the meeting has gone meanwhile. */
export function JustLeft({
  left,
  hasKey,
  onOver,
  onBack,
}: {
  readonly left: Left;
  readonly hasKey: boolean;
  readonly onOver: (id: string) => void;
  readonly onBack: (id: string) => void;
}) {
  const { formatMessage } = useIntl();
  const toast = useToast();
  const { id, number } = left;
  const move = useMove(left, {
    onDone: () => {
      toast({
        message: formatMessage(
          { id: 'meeting.done' },
          { number, what: formatMessage({ id: 'situation.done.undo' }) },
        ),
      });
      onOver(id);
      onBack(id);
    },
  });
  const undo = (): void => {
    move.do({ move: 'undo' });
  };
  useKeys({ ...(hasKey && !move.pending && { U: undo }) }, true);
  useEffect(() => {
    const timer = setTimeout(() => {
      onOver(id);
    }, tenMinutes);
    return () => {
      clearTimeout(timer);
    };
  }, [id, onOver]);
  return (
    <div className="just-left">
      <Button
        size="small"
        icon="undo"
        keyHint={hasKey ? 'U' : undefined}
        pending={move.pending}
        onPress={undo}
      >
        {formatMessage({ id: 'meeting.undoRejected' }, { number })}
      </Button>
      <MoveTrouble move={move} />
    </div>
  );
}
