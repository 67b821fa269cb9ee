import { useCallback, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useToast } from './toasts.js';
import { useKitWords } from './words.js';

declare global {
  interface Window {
    /**
     * Seconds for which an action is held; a browser test that is not about the waiting sets it before the
     * page loads.
     */
    heldSeconds?: number;
  }
}

/** How long an action is held before it is sent: 5 seconds, unless the page was opened with another number. */
export function heldSeconds(): number {
  return window.heldSeconds ?? 5;
}

interface HeldWork {
  /** The verb, for the message that it was cancelled. */
  readonly children: ReactNode;
  readonly onSend: () => void;
  readonly seconds: number;
  /** Gets the focus back afterwards. */
  readonly button: RefObject<HTMLButtonElement | null>;
}

interface Held {
  /** Seconds until it is sent; null while nothing is held. */
  readonly left: number | null;
  /** What is said to a screen reader once it has ended. */
  readonly said: string;
  readonly begin: () => void;
  readonly cancel: () => void;
}

/** Holds an action until its time has run out. Unmounting it, a sleep of the machine, or leaving the page cancels. */
export function useHeld({ children, onSend, seconds, button }: HeldWork): Held {
  const cancelled = useKitWords()('kit.held.cancelled');
  const [until, setUntil] = useState<number | null>(null);
  const [left, setLeft] = useState(seconds);
  const [said, setSaid] = useState('');
  const send = useRef(onSend);
  const isHeld = useRef(false);
  useEffect(() => {
    send.current = onSend;
  });
  useSaidOnLeaving(isHeld, children, cancelled);
  const end = useCallback(
    (words: string) => {
      isHeld.current = false;
      setUntil(null);
      setSaid(words);
      requestAnimationFrame(() => {
        button.current?.focus();
      });
    },
    [button],
  );
  const cancel = useCallback(() => {
    end(cancelled);
  }, [end, cancelled]);
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => {
      const rest = until - performance.now();
      // Seconds late means that the machine slept: nobody was there to cancel.
      if (rest < -2000) cancel();
      else if (rest <= 0) {
        end('');
        send.current();
      } else setLeft(Math.ceil(rest / 1000));
    }, 100);
    return () => {
      clearInterval(timer);
    };
  }, [until, end, cancel]);
  useCancelledByLeaving(until !== null, cancel);
  const begin = (): void => {
    isHeld.current = true;
    setSaid('');
    setLeft(Math.ceil(seconds));
    setUntil(performance.now() + seconds * 1000);
  };
  return { left: until === null ? null : left, said, begin, cancel };
}

/** Says that nothing was sent when the screen is left while something is held. */
function useSaidOnLeaving(
  isHeld: { readonly current: boolean },
  children: ReactNode,
  cancelled: string,
): void {
  const toast = useToast();
  const leave = useRef<() => void>(() => undefined);
  useEffect(() => {
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
}

/** A person who asks whether the page may be left did not mean to send. */
function useCancelledByLeaving(isHeld: boolean, cancel: () => void): void {
  useEffect(() => {
    if (!isHeld) return undefined;
    const letGo = (event: Event): void => {
      event.preventDefault();
      cancel();
    };
    addEventListener('beforeunload', letGo);
    return () => {
      removeEventListener('beforeunload', letGo);
    };
  }, [isHeld, cancel]);
}
