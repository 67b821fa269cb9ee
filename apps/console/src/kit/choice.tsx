import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import './choice.css';

export interface ChoiceProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  readonly onChange?: ((checked: boolean) => void) | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/**
 * One input with its words, the whole line a target, the hint kept out of its name. The ground of `Checkbox`,
 * `RadioGroup` and `Switch`; screens use those.
 */
export function Choice({ children, hint, onChange, 'aria-describedby': described, ...input }: ChoiceProps) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const describedBy = [hintId, described].filter((part) => part !== undefined).join(' ') || undefined;
  return (
    <label className="choice">
      <input
        {...input}
        className="choice-input"
        aria-labelledby={`${id}-words`}
        aria-describedby={describedBy}
        onChange={(event) => {
          onChange?.(event.target.checked);
        }}
      />
      <span className="choice-words">
        <span id={`${id}-words`}>{children}</span>
        {hint !== undefined && (
          <span className="choice-hint" id={hintId}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
