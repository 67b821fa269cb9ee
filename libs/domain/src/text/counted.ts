/**
 * A count and what is counted, in the English of commands and logs: `1 key`, `0 keys`, `2 agencies` where the
 * plural is given.
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
