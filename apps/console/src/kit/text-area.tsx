import { useId, type ReactNode, type Ref } from 'react';
import { readClean } from './clean-input.js';
import { controlProps, Field, useField, type FieldProps } from './field.js';
import { RemoveRefused, useRefusedCharacter } from './refused-character.js';
import './text-field.css';
import { useKitWords } from './words.js';

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Shows how many characters are left, and never cuts what is typed. */
  readonly limit?: number | undefined;
  /** What the identity guard says of the text: `Notice`s, read out politely when they come. */
  readonly guard?: ReactNode;
  readonly rows?: number | undefined;
  readonly spellCheck?: boolean | undefined;
  readonly ref?: Ref<HTMLTextAreaElement> | undefined;
}

/** Several lines of text, with a counter and a place for what the guard found. Grows with what is typed. */
export function TextArea(props: TextAreaProps) {
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
    limit,
    guard,
    rows = 3,
    ...input
  } = props;
  const word = useKitWords();
  const countId = useId();
  const refused = useRefusedCharacter(value);
  const error = given ?? refused;
  const ids = useField({ ...props, error }, limit === undefined ? undefined : countId);
  const left = (limit ?? 0) - [...value].length;
  return (
    <Field ids={ids} label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel}>
      <div className="text-area">
        <textarea
          {...input}
          {...controlProps(ids, { name, disabled, required, error })}
          className="input"
          rows={rows}
          value={value}
          onChange={(event) => {
            onChange(readClean(event.target));
          }}
        />
        <RemoveRefused value={value} onChange={onChange} />
        {limit !== undefined && (
          <div className="text-area-count" id={countId} data-over={left < 0 || undefined}>
            {left < 0 ? word('kit.text.over', { count: -left }) : word('kit.text.left', { count: left })}
          </div>
        )}
        <div className="text-area-guard" aria-live="polite">
          {guard}
        </div>
      </div>
    </Field>
  );
}
