import type { SituationView, MoveInput } from '../../../api/moves.js';

export interface ActProps {
  /** As the server offers it. */
  readonly name: string;
  readonly situation: SituationView;
  readonly pending: boolean;
  /** Only one form stands open at a time. */
  readonly isOpen: boolean;
  readonly onOpen: (yes: boolean) => void;
  readonly onMake: (input: MoveInput) => void;
}
