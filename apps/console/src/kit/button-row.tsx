import type { ReactNode } from 'react';
import './button-row.css';

export interface ButtonRowProps {
  readonly children: ReactNode;
  /** Where the row stands: `end` in dialogs, `between` for back and forward. */
  readonly align?: 'start' | 'end' | 'between' | undefined;
}

/** Buttons that belong together, the main one first; they wrap, and fill the width of a phone. */
export function ButtonRow({ children, align = 'start' }: ButtonRowProps) {
  return (
    <div className="button-row" data-align={align}>
      {children}
    </div>
  );
}
