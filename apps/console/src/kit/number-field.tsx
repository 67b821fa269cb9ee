import { useState, type Ref } from 'react';
import type { FieldProps } from './field.js';
import { TextField } from './text-field.js';

export interface NumberFieldProps extends FieldProps {
  /** A whole number, or null while nothing or no number stands there. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly width?: 4 | 8 | 12 | undefined;
  /** Behind the input, such as "days". */
  readonly unit?: string | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/**
 * A whole number typed as text: no spinner that a wheel could turn, a number pad on phones. Limits are said
 * by `error`, not enforced while typing.
 */
export function NumberField({ value, onChange, unit, width = 4, ...field }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const written = value === null ? '' : String(value);
  // What was typed stays until the value differs from it: "1a" is shown as typed, though its value is null.
  const shown = typed !== null && numberOf(typed) === value ? typed : written;
  return (
    <TextField
      {...field}
      width={width}
      inputMode="numeric"
      autoComplete="off"
      value={shown}
      onChange={(text) => {
        setTyped(text);
        onChange(numberOf(text));
      }}
      after={unit === undefined ? undefined : <span>{unit}</span>}
    />
  );
}

function numberOf(text: string): number | null {
  return /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
