/**
 * Where a request comes from, as one source: a subscriber has a whole /64 of IPv6, so that its addresses
 * count as one.
 */
export function sourceOf(address: string | undefined): string {
  // Somebody who has hung up meanwhile has no address any more.
  if (address === undefined) return '';
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const groups =
    tail === undefined
      ? before
      : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return groups.slice(0, 4).join(':');
}
