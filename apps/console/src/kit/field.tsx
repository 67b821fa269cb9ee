import { useId, type ReactNode } from 'react';
import './field.css';
import { Icon } from './icons/icon.js';
import { useKitWords } from './words.js';

/** What every field of the kit is given, beside its value. */
export interface FieldProps {
  readonly label: ReactNode;
  /** One sentence under the label: what to enter, and who will see it. */
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right; its presence marks the field as invalid. */
  readonly error?: string | undefined;
  /** Writes "(optional)" behind the label. */
  readonly optional?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Keeps the label for assistive technology only. */
  readonly hideLabel?: boolean | undefined;
  readonly name?: string | undefined;
  /** The element's id, which `ErrorSummary` leads to. */
  readonly id?: string | undefined;
}

export interface FieldIds {
  readonly id: string;
  readonly hintId: string | undefined;
  readonly errorId: string | undefined;
  /** For `aria-describedby`: hint, error, and what else the field says. */
  readonly describedBy: string | undefined;
}

/** The ids that tie a control to its hint and error. */
export function useField(
  props: Pick<FieldProps, 'id' | 'hint' | 'error'>,
  ...more: readonly (string | undefined)[]
): FieldIds {
  const made = useId();
  const id = props.id ?? made;
  const hintId = props.hint === undefined ? undefined : `${id}-hint`;
  const errorId = props.error === undefined ? undefined : `${id}-error`;
  const describedBy = [hintId, errorId, ...more].filter((part) => part !== undefined).join(' ') || undefined;
  return { id, hintId, errorId, describedBy };
}

/** What a control itself carries of its field. */
export function controlProps(
  { id, describedBy }: FieldIds,
  { name, disabled, required, error }: Pick<FieldProps, 'name' | 'disabled' | 'required' | 'error'>,
) {
  return {
    id,
    name,
    disabled,
    'aria-required': required,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': describedBy,
  } as const;
}

/** "(optional)", behind a label or legend. */
function OptionalMark() {
  const word = useKitWords();
  return <span className="field-optional"> {word('kit.field.optional')}</span>;
}

/** The sentence that says what is wrong, beside the field. */
export function FieldError({
  id,
  children,
}: {
  readonly id: string | undefined;
  readonly children: string | undefined;
}) {
  const word = useKitWords();
  if (children === undefined) return null;
  return (
    <p className="field-error" id={id}>
      <Icon name="error" />
      <span>
        <span className="visually-hidden">{word('kit.field.error')} </span>
        {children}
      </span>
    </p>
  );
}

interface FrameProps extends FieldProps {
  readonly ids: FieldIds;
  readonly children: ReactNode;
}

/** Label, hint and error around one control. */
export function Field({ ids, label, hint, error, optional, hideLabel, children }: FrameProps) {
  return (
    <div className="field" data-invalid={error === undefined ? undefined : true}>
      <label
        id={`${ids.id}-label`}
        className={hideLabel ? 'visually-hidden' : 'field-label'}
        htmlFor={ids.id}
      >
        {label}
        {optional && <OptionalMark />}
      </label>
      {hint !== undefined && (
        <div className="field-hint" id={ids.hintId}>
          {hint}
        </div>
      )}
      <FieldError id={ids.errorId}>{error}</FieldError>
      {children}
    </div>
  );
}

interface GroupProps extends FrameProps {
  readonly role?: 'group' | 'radiogroup' | undefined;
}

/** Legend, hint and error around several controls that answer one question. */
export function FieldGroup({
  ids,
  role = 'group',
  label,
  hint,
  error,
  optional,
  required,
  hideLabel,
  disabled,
  children,
}: GroupProps) {
  const invalid = error === undefined ? undefined : true;
  return (
    <fieldset
      className="field"
      id={ids.id}
      role={role}
      aria-describedby={ids.describedBy}
      disabled={disabled}
      data-invalid={invalid}
      aria-invalid={role === 'radiogroup' ? invalid : undefined}
      aria-required={role === 'radiogroup' ? required : undefined}
    >
      <legend className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
        {optional && <OptionalMark />}
      </legend>
      {hint !== undefined && (
        <div className="field-hint" id={ids.hintId}>
          {hint}
        </div>
      )}
      <FieldError id={ids.errorId}>{error}</FieldError>
      {children}
    </fieldset>
  );
}
