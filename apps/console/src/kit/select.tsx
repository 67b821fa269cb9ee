import type { Ref } from 'react';
import { controlProps, Field, useField, type FieldProps } from './field.js';
import './select.css';
import { Icon } from './icons/icon.js';

interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps<Value extends string> extends FieldProps {
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly onBlur?: (() => void) | undefined;
  /** The words of the empty choice; without it a value must already stand. */
  readonly placeholder?: string | undefined;
  readonly ref?: Ref<HTMLSelectElement> | undefined;
}

/**
 * One of many short words, by the browser's own list: it opens at once on a phone, types ahead, and cannot
 * fall off the screen. Up to six answers read better as a `RadioGroup`.
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const {
    options,
    value,
    onChange,
    onBlur,
    placeholder,
    ref,
    label,
    hint,
    error,
    optional,
    required,
    disabled,
    hideLabel,
    name,
  } = props;
  const ids = useField(props);
  const choose = (chosen: string): void => {
    const option = options.find((each) => each.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <Field ids={ids} label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel}>
      <div className="select">
        <select
          {...controlProps(ids, { name, disabled, required, error })}
          className="input"
          value={value ?? ''}
          ref={ref}
          onBlur={onBlur}
          onChange={(event) => {
            choose(event.target.value);
          }}
        >
          {(placeholder !== undefined || value === null) && <option value="">{placeholder ?? ''}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevronDown" />
      </div>
    </Field>
  );
}
