import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { readSettings } from '#settings';
import { findDemo, NoDemo, type Demo, type Guest } from './demo.js';
import { playFigures } from './figures.js';
import { actingNames, Tour, type ActingName } from './playing.js';
import { playEmergency, playRejection, playTheWeek } from './week.js';

const checkout = fileURLToPath(new URL('../../', import.meta.url));

async function play(demo: Demo, say: (line: string) => void): Promise<string[]> {
  const guests: Partial<Record<ActingName, Guest>> = {};
  for (const name of actingNames) guests[name] = await demo.signIn(name);
  const tour = new Tour(demo, guests as Record<ActingName, Guest>, say, String(Date.now() % 1_000_000));
  tour.tell(
    'A meeting week at the Harbour Table, told by seven who look on.',
    '',
    ...Object.entries(tour.viewers('police', 'childservices', 'deputy')).map(
      ([viewer, { name, user }]) => `  ${viewer.padEnd(14)}${name} (${user})`,
    ),
    '',
    '● sees it   ◐ sees what the own agency wrote   · sees nothing, as if it did not exist   ✗ other than docs/authorization-matrix.md says',
  );
  const told = await playTheWeek(tour);
  await playRejection(tour);
  await playEmergency(tour);
  await playFigures(tour, told);
  tour.fail(tour.newLeaks());
  tour.checkSearch();
  const texts = [...tour.received.values()].reduce((sum, words) => sum + words.length, 0);
  tour.tell(
    '',
    tour.deviations.length === 0
      ? `Everybody saw what the matrix says, no more and no less. ${texts} answers were searched for the person’s words: none went astray.`
      : `${tour.deviations.length} deviations from the matrix; each is marked ✗ above.`,
  );
  return tour.deviations;
}

/**
 * Plays the tour on the running demo, once more on the same demo if wanted.
 * @returns the exit code: 0 when everybody saw what the matrix says; 1 for a deviation; 2 where there is no demo
 */
export async function tour(
  say: (line: string) => void,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  let demo: Demo | undefined;
  try {
    demo = await findDemo(readSettings(environment, checkout));
    return (await play(demo, say)).length === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof NoDemo) {
      say(error.message);
      return 2;
    }
    say(`The tour was stopped: ${(error as Error).message}`);
    return 1;
  } finally {
    await demo?.close();
  }
}
