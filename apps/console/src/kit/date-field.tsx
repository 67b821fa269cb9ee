import { useState } from 'react';
import { isDay, type Day } from '#domain/days';
import './date-field.css';
import { FieldGroup, useField, type FieldProps } from './field.js';
import { useKitWords } from './words.js';

export interface DateFieldProps extends FieldProps {
  /** A day `YYYY-MM-DD`, or null while none that exists stands there. */
  readonly value: Day | null;
  readonly onChange: (value: Day | null) => void;
  readonly onBlur?: (() => void) | undefined;
}

type Parts = readonly [year: string, month: string, day: string];

/**
 * A day, typed in three boxes in Canada's order of numbers, year-month-day (GOV.UK's pattern): no calendar to
 * step through, nothing guessed.
 */
export function DateField({ value, onChange, onBlur, ...field }: DateFieldProps) {
  const word = useKitWords();
  const ids = useField(field);
  const [typed, setTyped] = useState<Parts | null>(null);
  const [year = '', month = '', day = ''] =
    typed !== null && dayOf(typed) === value ? typed : (value?.split('-') ?? []);
  const change = (parts: Parts): void => {
    setTyped(parts);
    onChange(dayOf(parts));
  };
  const box = (
    name: 'kit.date.year' | 'kit.date.month' | 'kit.date.day',
    size: number,
    shown: string,
    put: (text: string) => Parts,
  ) => (
    <label className="date-field-part">
      <span>{word(name)}</span>
      <input
        className="input"
        data-size={size}
        inputMode="numeric"
        autoComplete="off"
        maxLength={size}
        value={shown}
        aria-invalid={field.error === undefined ? undefined : true}
        aria-required={field.required}
        onBlur={onBlur}
        onChange={(event) => {
          change(put(event.target.value.trim()));
        }}
      />
    </label>
  );
  return (
    <FieldGroup {...field} ids={ids}>
      <div className="date-field">
        {box('kit.date.year', 4, year, (text) => [text, month, day])}
        {box('kit.date.month', 2, month, (text) => [year, text, day])}
        {box('kit.date.day', 2, day, (text) => [year, month, text])}
      </div>
    </FieldGroup>
  );
}

/** The day the parts name, or null if there is no such day. */
function dayOf([year, month, day]: Parts): Day | null {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}
