/** What a profile of release demands of a table. Units: persons; V is the variance of the noise. */
export interface Profile {
  readonly threshold: number;
  /** `undefined`: exact values with suppression. */
  readonly noise: { readonly variance: number; readonly maximum: number } | undefined;
  /** Declared dimensions besides the period. */
  readonly dimensions: number;
}

const noise = { variance: 3, maximum: 5 };

/** The profiles of this project's design; only two persons may lower a threshold, and never below the floor. */
export const profiles = {
  public: { threshold: 20, noise, dimensions: 2 },
  external: { threshold: 15, noise, dimensions: 3 },
  auditor: { threshold: 11, noise, dimensions: 3 },
  'own-table': { threshold: 11, noise: undefined, dimensions: 2 },
  exact: { threshold: 11, noise: undefined, dimensions: 3 },
} as const satisfies Record<string, Profile>;

/** No release may have a lower k or t, whoever asks. */
const thresholdFloor = 6;

/** Refuses a k or t below the floor; called wherever a release is made. Error: RangeError. */
export const checkThreshold = (threshold: number): void => {
  if (!(threshold >= thresholdFloor))
    throw new RangeError(`No release has a threshold below ${thresholdFloor}; ${threshold} was asked for.`);
};
