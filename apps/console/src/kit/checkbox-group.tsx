import { Choice } from './choice.js';
import { FieldGroup, useField, type FieldProps } from './field.js';
import type { ChoiceLook, Option } from './options.js';

export interface CheckboxGroupProps<Value extends string> extends FieldProps {
  readonly options: readonly Option<Value>[];
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly look?: ChoiceLook | undefined;
}

/** Several answers to one question, kept in the order of the options. */
export function CheckboxGroup<Value extends string>({
  options,
  value,
  onChange,
  onBlur,
  look = 'list',
  ...field
}: CheckboxGroupProps<Value>) {
  const ids = useField(field);
  const toggle = (chosen: Value, checked: boolean): void => {
    onChange(
      options
        .map((option) => option.value)
        .filter((each) => (each === chosen ? checked : value.includes(each))),
    );
  };
  return (
    <FieldGroup {...field} ids={ids}>
      <div className="choices" data-look={look}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={field.name ?? ids.id}
            value={option.value}
            checked={value.includes(option.value)}
            disabled={option.disabled}
            hint={option.hint}
            aria-invalid={field.error === undefined ? undefined : true}
            onBlur={onBlur}
            onChange={(checked) => {
              toggle(option.value, checked);
            }}
          >
            {option.label}
          </Choice>
        ))}
      </div>
    </FieldGroup>
  );
}
