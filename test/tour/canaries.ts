import type { Received, ViewerName } from './looking.js';

/** Words of the tour's person that stay where their tier is. The run's number makes each run's words its own. */
export function canariesOf(run: string) {
  return {
    privateNote: `The mother, Rosalind, rang us at night ${run}`,
    familyName: `Quillfeather${run}`,
    address: `14 Marigold Lane ${run}`,
    full: `Wrote a farewell letter to her friend Bea ${run}`,
    plan: `Tom and Chantal ring at five on Friday ${run}`,
    safety: `A large dog in the yard ${run}`,
    detail: `She opened, and her mother cried ${run}`,
    consent: `Asked at the door, said yes ${run}`,
    urgent: `Ashgrove${run}`,
  } as const;
}
export type Canaries = ReturnType<typeof canariesOf>;

const mustNot: readonly ViewerName[] = [
  'uninvolved',
  'coordinator',
  'auditor',
  'administrator',
  'other table',
];

/** Every word that somebody received who must not. */
export function leaks(received: Received, canaries: Canaries): string[] {
  return mustNot.flatMap((viewer) => {
    const all = (received.get(viewer) ?? []).join('\n');
    return Object.entries(canaries)
      .filter(([, word]) => all.includes(word))
      .map(([what]) => `${viewer} was answered the person’s ${what}`);
  });
}

/** The words that nobody found who may: a search that finds nothing anywhere proves nothing. */
export function blindSpots(received: Received, canaries: Canaries): string[] {
  const all = [...(received.get('originating') ?? []), ...(received.get('lead') ?? [])].join('\n');
  return Object.entries(canaries)
    .filter(([, word]) => !all.includes(word))
    .map(([what]) => `the search never found the person’s ${what}, not even with those who may read it`);
}
