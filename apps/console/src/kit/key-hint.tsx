import './key-hint.css';

export interface KeyHintProps {
  /** As on the key: `Y`, `⏎`, `Ctrl ⏎`; parts are parted by a space. */
  readonly keys: string;
}

/**
 * The key that does the same, drawn as a key cap. Hidden from assistive technology: the control itself
 * carries `aria-keyshortcuts`.
 */
export function KeyHint({ keys }: KeyHintProps) {
  return (
    <span className="key-hint" aria-hidden="true">
      {keys.split(' ').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}

/** What `aria-keyshortcuts` calls these keys: `Ctrl ⏎` is `Control+Enter`. */
export function keyShortcuts(keys: string | undefined): string | undefined {
  const names: Readonly<Record<string, string>> = { Ctrl: 'Control', '⏎': 'Enter', '␣': 'Space' };
  return keys
    ?.split(' ')
    .map((key) => names[key] ?? key)
    .join('+');
}
