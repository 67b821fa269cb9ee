/**
 * The same without the fields that nothing was entered in: the API takes a field or its absence, never an
 * empty text.
 */
export function withoutEmpty<T extends object>(entered: T): T {
  return Object.fromEntries(
    Object.entries(entered).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}
