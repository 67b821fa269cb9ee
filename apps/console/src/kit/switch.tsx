import type { ReactNode } from 'react';
import { Choice } from './choice.js';

export interface SwitchProps {
  readonly children: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
}

/** Something that is on or off and takes effect at once; what waits for a form is a `Checkbox`. */
export function Switch({ children, checked, onChange, hint, disabled }: SwitchProps) {
  return (
    <Choice
      type="checkbox"
      role="switch"
      checked={checked}
      disabled={disabled}
      hint={hint}
      onChange={onChange}
    >
      {children}
    </Choice>
  );
}
