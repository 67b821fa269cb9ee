/**
 * The version of the detectors, stored beside each text that they let pass. Raise it by one whenever a
 * detector finds more than before:
 * a text of an earlier version is then known not to have passed the present ones.
 */
export const guardVersion = 1;
