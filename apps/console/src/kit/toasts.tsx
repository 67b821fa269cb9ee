import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { Button } from './button.js';
import { Icon } from './icons/icon.js';
import './toasts.css';
import { useKitWords } from './words.js';

export interface Toast {
  readonly message: ReactNode;
  readonly tone?: 'success' | 'warning' | undefined;
  /** Offers to undo; such a toast stays longer, and the screen offers the same elsewhere. */
  readonly onUndo?: (() => void) | undefined;
  readonly undoLabel?: string | undefined;
  /** Seconds it stays: 8, or 30 with undo. Hover and focus hold it. */
  readonly seconds?: number | undefined;
}

interface Shown extends Toast {
  readonly id: number;
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/**
 * Says that something was done: `const toast = useToast(); toast({ message, onUndo })`. Never for errors:
 * those stand where they happened.
 */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

/**
 * Holds the messages, once around the whole console; they are read out politely and can be reached as the
 * region "Messages".
 */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const word = useKitWords();
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const show = useCallback((toast: Toast) => {
    next.current += 1;
    const id = next.current;
    // Three at most: a pile would cover the work.
    setToasts((now) => [...now.slice(-2), { ...toast, id }]);
  }, []);
  const drop = useCallback((id: number) => {
    setToasts((now) => now.filter((each) => each.id !== id));
  }, []);
  const region = useMemo(
    () => toasts.map((toast) => <ToastLine key={toast.id} toast={toast} onDone={drop} />),
    [toasts, drop],
  );
  return (
    <ToastContext value={show}>
      {children}
      <section
        className="toasts"
        aria-label={word('kit.toasts')}
        aria-live="polite"
        aria-relevant="additions"
        data-react-aria-top-layer="true"
      >
        {region}
      </section>
    </ToastContext>
  );
}

function ToastLine({ toast, onDone }: { readonly toast: Shown; readonly onDone: (id: number) => void }) {
  const word = useKitWords();
  const [isHeld, setHeld] = useState(false);
  const seconds = toast.seconds ?? (toast.onUndo === undefined ? 8 : 30);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => {
      onDone(toast.id);
    }, seconds * 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [isHeld, seconds, toast.id, onDone]);
  return (
    <div
      className="toast"
      data-tone={toast.tone ?? 'success'}
      onPointerEnter={() => {
        setHeld(true);
      }}
      onPointerLeave={() => {
        setHeld(false);
      }}
      onFocus={() => {
        setHeld(true);
      }}
      onBlur={() => {
        setHeld(false);
      }}
    >
      <Icon name={toast.tone === 'warning' ? 'warning' : 'success'} />
      <span className="toast-words">{toast.message}</span>
      {toast.onUndo !== undefined && (
        <Button
          size="small"
          icon="undo"
          onPress={() => {
            toast.onUndo?.();
            onDone(toast.id);
          }}
        >
          {toast.undoLabel ?? word('kit.undo')}
        </Button>
      )}
      <Button
        variant="quiet"
        size="small"
        icon="close"
        iconOnly
        onPress={() => {
          onDone(toast.id);
        }}
      >
        {word('kit.close')}
      </Button>
    </div>
  );
}
