import type { SituationView } from '../../api/moves.js';

export const steps = ['outcome', 'services', 'check'] as const;
export type Step = (typeof steps)[number];

/** What the three steps gather; nothing is sent before the last. */
export interface Chosen {
  readonly reason: string | null;
  readonly told: string | null;
  /** The risk factors that still stand. */
  readonly riskAfter: readonly string[];
}

export interface StepProps {
  readonly situation: SituationView;
  readonly chosen: Chosen;
  readonly onChange: (part: Partial<Chosen>) => void;
}

export const readStep = ({ step }: Record<string, unknown>): { step?: Step } => {
  const known = steps.find((each) => each === step);
  return known === undefined ? {} : { step: known };
};
