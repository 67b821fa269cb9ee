import type { IconName } from './icons/paths.js';

export interface MenuAction<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: IconName | undefined;
  /** It leads somewhere instead of doing something. */
  readonly href?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly danger?: boolean | undefined;
}
