/** The shortest password that the API takes; it judges the rest. */
const shortest = 15;

export type PasswordFault = 'needed' | 'short' | 'differs';

/** What is wrong with a new password typed twice, by field; the API judges whether it is too easy. */
export function passwordFaults(
  password: string,
  again: string,
): { readonly password?: PasswordFault; readonly again?: PasswordFault } {
  return {
    ...(password === ''
      ? ({ password: 'needed' } as const)
      : [...password].length < shortest
        ? ({ password: 'short' } as const)
        : {}),
    ...(again === ''
      ? ({ again: 'needed' } as const)
      : again === password
        ? {}
        : ({ again: 'differs' } as const)),
  };
}
