import type { ReactNode, Ref } from 'react';
import { Choice } from './choice.js';
import { FieldError, useField, type FieldProps } from './field.js';

export interface CheckboxProps extends Omit<FieldProps, 'label' | 'optional' | 'hideLabel'> {
  readonly children: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Some of what it stands for is chosen. */
  readonly partly?: boolean | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** One thing to agree to or switch on with the form. */
export function Checkbox({
  children,
  hint,
  error,
  required,
  disabled,
  name,
  id,
  checked,
  partly = false,
  onChange,
  onBlur,
  ref,
}: CheckboxProps) {
  const ids = useField({ id, error });
  const mark = (input: HTMLInputElement | null): void => {
    if (input !== null) input.indeterminate = partly;
    if (typeof ref === 'function') ref(input);
    else if (ref) ref.current = input;
  };
  return (
    <div
      className={error === undefined ? undefined : 'field'}
      data-invalid={error === undefined ? undefined : true}
    >
      <FieldError id={ids.errorId}>{error}</FieldError>
      <Choice
        type="checkbox"
        id={ids.id}
        name={name}
        checked={checked}
        disabled={disabled}
        hint={hint}
        ref={mark}
        aria-required={required}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={ids.describedBy}
        onChange={onChange}
        onBlur={onBlur}
      >
        {children}
      </Choice>
    </div>
  );
}
