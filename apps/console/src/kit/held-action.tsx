import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from './button.js';
import './held-action.css';
import type { IconName } from './icons/icon.js';
import { useToast } from './toasts.js';
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

/** For what cannot be undone (release, assignment, acceptance): held for 5 seconds with Cancel before it is sent. Leaving the screen, or a lid closed in between, cancels, and says so. */
export function HeldAction({
  children,
  onSend,
  seconds = 5,
  effect,
  icon,
  keyHint,
  danger,
  pending,
  disabled,
}: HeldActionProps) {
  const word = useKitWords();
  const [until, setUntil] = useState<number | null>(null);
  const [left, setLeft] = useState(seconds);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const send = useRef(onSend);
  const toast = useToast();
  const cancelled = word('kit.held.cancelled');
  const isHeld = useRef(false);
  const leave = useRef<() => void>(() => undefined);
  useEffect(() => {
    send.current = onSend;
    leave.current = () => {
      if (isHeld.current)
        toast({
          tone: 'warning',
          message: (
            <>
              <strong>{children}</strong> – {cancelled}
            </>
          ),
        });
    };
  });
  useEffect(
    () => () => {
      leave.current();
    },
    [],
  );
  const end = useCallback((words: string) => {
    isHeld.current = false;
    setUntil(null);
    setSaid(words);
    requestAnimationFrame(() => {
      button.current?.focus();
    });
  }, []);
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => {
      const rest = until - performance.now();
      // Seconds late means that the machine slept: nobody was there to cancel.
      if (rest < -2000) end(cancelled);
      else if (rest <= 0) {
        end('');
        send.current();
      } else setLeft(Math.ceil(rest / 1000));
    }, 100);
    return () => {
      clearInterval(timer);
    };
  }, [until, end, cancelled]);
  // Whoever asks whether the page may be left did not mean to send.
  useEffect(() => {
    if (until === null) return undefined;
    const letGo = (event: Event): void => {
      event.preventDefault();
      end(cancelled);
    };
    addEventListener('beforeunload', letGo);
    return () => {
      removeEventListener('beforeunload', letGo);
    };
  }, [until, end, cancelled]);
  if (until === null) {
    return (
      <>
        <Button
          ref={button}
          variant={danger ? 'danger' : 'primary'}
          icon={icon}
          keyHint={keyHint}
          pending={pending}
          disabled={disabled}
          onPress={() => {
            isHeld.current = true;
            setSaid('');
            setLeft(seconds);
            setUntil(performance.now() + seconds * 1000);
          }}
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
    <div className="held-action" data-danger={danger || undefined}>
      <div className="held-action-words">
        <p>
          <strong>{children}</strong>
        </p>
        {effect !== undefined && <p>{effect}</p>}
        <p className="held-action-count" aria-hidden="true">
          {word('kit.held.sending', { seconds: left })}
        </p>
        <span className="visually-hidden" role="status">
          {word('kit.held.sending', { seconds })}
        </span>
      </div>
      <Button
        onPress={() => {
          end(cancelled);
        }}
        autoFocus
        icon="close"
      >
        {word('kit.cancel')}
      </Button>
      <div className="held-action-bar">
        <span data-seconds={seconds} style={{ animationDuration: `${seconds}s` }} />
      </div>
    </div>
  );
}
