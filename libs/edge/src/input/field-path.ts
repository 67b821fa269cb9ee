/**
 * Every name that a request or answer class declares. A name that is not here is the sender's own text and is
 * never repeated.
 */
const declared = new Set<string>();

/** Registers the property that it is put on. */
export const declareName: PropertyDecorator = (_class, name) => {
  if (typeof name === 'string') declared.add(name);
};

/** A name as it may be repeated in an answer. */
export function knownName(name: string): string {
  return declared.has(name) ? name : '*';
}

/** The path of a part of a request: `affected[0].ageBand`. */
export function joinedPath(parent: string, name: string): string {
  if (/^\d+$/.test(name)) return `${parent}[${name}]`;
  return parent === '' ? name : `${parent}.${name}`;
}
