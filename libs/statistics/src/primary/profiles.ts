/** No release may have a lower k or t, whoever asks. */
const thresholdFloor = 6;

/** Refuses a k or t below the floor; called wherever a release is made. Error: RangeError. */
export const checkThreshold = (threshold: number): void => {
  if (!(threshold >= thresholdFloor))
    throw new RangeError(`No release has a threshold below ${thresholdFloor}; ${threshold} was asked for.`);
};
