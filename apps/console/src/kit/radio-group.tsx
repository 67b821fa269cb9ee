import type { Ref } from 'react';
import { Choice } from './choice.js';
import { FieldGroup, useField, type FieldProps } from './field.js';
import type { ChoiceLook, Option } from './options.js';

export interface RadioGroupProps<Value extends string> extends FieldProps {
  readonly options: readonly Option<Value>[];
  /** Null until somebody chose: nothing is chosen beforehand. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly look?: ChoiceLook | undefined;
  /** The first radio, for focus. */
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/**
 * One answer to one question; arrow keys move within. `segments` for short words, `cards` for answers that
 * need a hint.
 */
export function RadioGroup<Value extends string>({
  options,
  value,
  onChange,
  onBlur,
  look = 'list',
  ref,
  ...field
}: RadioGroupProps<Value>) {
  const ids = useField(field);
  return (
    <FieldGroup {...field} ids={ids} role="radiogroup">
      <div className="choices" data-look={look}>
        {options.map((option, place) => (
          <Choice
            key={option.value}
            type="radio"
            name={field.name ?? ids.id}
            value={option.value}
            checked={value === option.value}
            disabled={option.disabled}
            hint={option.hint}
            ref={place === 0 ? ref : undefined}
            onBlur={onBlur}
            onChange={() => {
              onChange(option.value);
            }}
          >
            {option.label}
          </Choice>
        ))}
      </div>
    </FieldGroup>
  );
}
