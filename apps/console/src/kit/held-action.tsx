import { useRef, type ReactNode } from 'react';
import { Button } from './button.js';
import './held-action.css';
import type { IconName } from './icons/icon.js';
import { heldSeconds, useHeld } from './use-held.js';
import { useKitWords } from './words.js';

export interface HeldActionProps {
  /** The verb: "Release identifiers". */
  readonly children: ReactNode;
  /** Called once the time has run out without Cancel. */
  readonly onSend: () => void;
  readonly seconds?: number | undefined;
  /** What is about to happen, shown while it is held: "13 agencies lose names." */
  readonly effect?: ReactNode;
  readonly icon?: IconName | undefined;
  readonly keyHint?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly pending?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/**
 * For what cannot be undone (release, assignment, acceptance): held for 5 seconds with Cancel before it is
 * sent. Leaving the screen, or a lid closed in between, cancels, and says so.
 */
export function HeldAction({
  children,
  onSend,
  seconds = heldSeconds(),
  effect,
  icon,
  keyHint,
  danger,
  pending,
  disabled,
}: HeldActionProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { left, said, begin, cancel } = useHeld({ children, onSend, seconds, button });
  if (left === null) {
    return (
      <>
        <Button
          ref={button}
          variant={danger ? 'danger' : 'primary'}
          icon={icon}
          keyHint={keyHint}
          pending={pending}
          disabled={disabled}
          onPress={begin}
        >
          {children}
        </Button>
        <span className="visually-hidden" role="status">
          {said}
        </span>
      </>
    );
  }
  return (
    <Counting
      action={children}
      effect={effect}
      danger={danger}
      seconds={seconds}
      left={left}
      onCancel={cancel}
    />
  );
}

interface CountingProps {
  readonly action: ReactNode;
  readonly effect: ReactNode;
  readonly danger: boolean | undefined;
  readonly seconds: number;
  readonly left: number;
  readonly onCancel: () => void;
}

/** What is shown while an action is held. */
function Counting({ action, effect, danger, seconds, left, onCancel }: CountingProps) {
  const word = useKitWords();
  return (
    <div className="held-action" data-danger={danger || undefined}>
      <div className="held-action-words">
        <p>
          <strong>{action}</strong>
        </p>
        {effect !== undefined && <p>{effect}</p>}
        <p className="held-action-count" aria-hidden="true">
          {word('kit.held.sending', { seconds: left })}
        </p>
        <span className="visually-hidden" role="status">
          {word('kit.held.sending', { seconds: Math.ceil(seconds) })}
        </span>
      </div>
      <Button onPress={onCancel} autoFocus icon="close">
        {word('kit.cancel')}
      </Button>
      <div className="held-action-bar">
        <span data-seconds={seconds} style={{ animationDuration: `${seconds}s` }} />
      </div>
    </div>
  );
}
