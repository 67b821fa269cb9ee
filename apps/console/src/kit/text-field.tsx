import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode, Ref } from 'react';
import { readClean } from './clean-input.js';
import { controlProps, Field, useField, type FieldProps } from './field.js';
import { RemoveRefused, useRefusedCharacter } from './refused-character.js';
import './text-field.css';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly type?:
    Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'password' | 'search' | 'tel' | 'url'> | undefined;
  /** As wide as what is expected, in characters; else the full width. */
  readonly width?: 4 | 8 | 12 | 20 | 32 | undefined;
  readonly autoComplete?: string | undefined;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  readonly maxLength?: number | undefined;
  readonly spellCheck?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  /** Behind the input, such as a unit or a button that shows the password. */
  readonly after?: ReactNode;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    hint,
    error: given,
    optional,
    required,
    disabled,
    hideLabel,
    name,
    value,
    onChange,
    width,
    after,
    type = 'text',
    ...input
  } = props;
  // A password is not looked at: it may be hidden, and a place in it would tell of it.
  const isOpen = type !== 'password';
  const refused = useRefusedCharacter(isOpen ? value : '');
  const error = given ?? refused;
  const ids = useField({ ...props, error });
  return (
    <Field ids={ids} label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel}>
      <div className="text-field" data-width={width}>
        <input
          {...input}
          {...controlProps(ids, { name, disabled, required, error })}
          className="input"
          type={type}
          value={value}
          onChange={(event) => {
            onChange(isOpen ? readClean(event.target) : event.target.value);
          }}
        />
        {after}
      </div>
      {isOpen && <RemoveRefused value={value} onChange={onChange} />}
    </Field>
  );
}
