import process from 'node:process';

/** Which tests run: `short` by `npm test`, `full` in CI, `nightly` with every long property whole. */
export const tier = process.env['SITUATION_TABLE_TESTS'] ?? 'short';

/** How much of a long property this run draws. */
export function drawn(much: {
  readonly short?: number;
  readonly full: number;
  readonly nightly: number;
}): number {
  if (tier === 'nightly') return much.nightly;
  return tier === 'full' ? much.full : (much.short ?? much.full);
}

/** Where today's part of `whole` seeds begins, so that a few days of CI draw them all. */
export function firstOfToday(whole: number, part: number): number {
  const day = Math.floor(Date.now() / 86_400_000);
  return (day * part) % whole;
}

/** Whether today's CI plays this place of a list that is played in `parts` days; every other run plays all. */
export function isTodays(place: number, parts: number): boolean {
  return tier !== 'full' || place % parts === firstOfToday(parts, 1);
}
