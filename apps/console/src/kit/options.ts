import type { ReactNode } from 'react';

/** One answer of a group, a select or a list. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
}

/** How the answers stand: below each other, as a row of small buttons, or as cards with room for a hint. */
export type ChoiceLook = 'list' | 'segments' | 'cards';
