import { refusal, type Column, type MatrixStage } from '../policy/matrix.js';
import { readings, rowOn } from '../policy/reading.js';
import { scopeOn, seenOverHttp, shouldSee, type When } from '../policy/seen.js';
import type { Person } from '../policy/viewers.js';
import type { Demo, Guest } from './demo.js';

/** The seven who look at each step. */
export const viewers = [
  'originating',
  'uninvolved',
  'lead',
  'coordinator',
  'auditor',
  'administrator',
  'other table',
] as const;
export type ViewerName = (typeof viewers)[number];
export type Viewers = Readonly<Record<ViewerName, Guest>>;

/** What the tour did so far with a situation, and so what each viewer is to it. */
export interface Told {
  id: string;
  number: string;
  version: number;
  /** The lead was named. */
  named: boolean;
  /** The lead took part by its own acceptance. */
  accepted: boolean;
  /** The lead is among the agencies that the release named. */
  heard: boolean;
}

/** What everybody was answered, by viewer: searched for words that they must not see. */
export type Received = Map<ViewerName, string[]>;

const columnOf: Readonly<Record<ViewerName, Column>> = {
  originating: 'OR',
  uninvolved: 'TR',
  lead: 'TR',
  coordinator: 'CO',
  auditor: 'AU',
  administrator: 'AD',
  'other table': 'XR',
};

/** What somebody is to the situation, by what the tour itself did; never by what the API said. */
function personOf(viewer: ViewerName, guest: Guest, told: Told, stage: MatrixStage): Person {
  const named = viewer === 'lead' && told.named && (stage === 4 || stage === 5);
  return {
    name: guest.user,
    actor: guest.actor,
    is: named ? 'IV' : columnOf[viewer],
    agency: guest.agencyId,
    named,
    accepted: named && told.accepted,
    hears: named || (viewer === 'lead' && stage === 3 && told.heard),
  };
}

const pages = ['/week', '/notices', '/meetings', '/meetings/open', '/situations?stage=all&limit=50'];
const width = 14;
const signs = { all: '●', own: '◐', nothing: '·' } as const;

/** What one look found: lines to read, and each deviation from the matrix in words. */
export interface Look {
  readonly lines: string[];
  readonly deviations: string[];
}

/**
 * Asks all seven for everything that there is about a situation, and holds each answer against
 * docs/authorization-matrix.md and what is truly there.
 */
export async function look(
  demo: Demo,
  who: Viewers,
  told: Told,
  when: When,
  received: Received,
): Promise<Look> {
  const cells = new Map<string, string[]>();
  const statuses: string[] = [];
  const deviations: string[] = [];
  for (const viewer of viewers) {
    const person = personOf(viewer, who[viewer], told, when.stage);
    const words = received.get(viewer) ?? [];
    received.set(viewer, words);
    const seen = await seenOverHttp(person.actor, told, readings, words);
    for (const page of pages) words.push((await person.actor.get(page)).text);
    for (const reading of readings) {
      const got = seen.get(reading.group)?.keys ?? [];
      const due = await shouldSee(demo, told, when, reading, person);
      const isDue = got.join(' ') === due.join(' ');
      const row = rowOn(reading, when);
      if (!isDue)
        deviations.push(
          `${viewer} (${person.name}) sees ${shown(got)} of “${reading.group}”, the matrix${row === undefined ? '' : `, row ${row},`} says ${shown(due)}`,
        );
      const sign =
        got.length === 0 ? signs.nothing : scopeOn(when, reading, person) === 'own' ? signs.own : signs.all;
      cells.set(reading.group, [...(cells.get(reading.group) ?? []), isDue ? sign : `${sign} ✗`]);
    }
    const header = seen.get(when.stage === 1 ? 'screening' : 'header');
    statuses.push(String(header?.status ?? ''));
    const refused = refusalOf(when, person);
    if (header?.keys.length === 0 && header.status !== refused)
      deviations.push(`${viewer} (${person.name}) is answered ${header.status}, the matrix says ${refused}`);
  }
  const shownRows = [...cells].filter(([, row]) => row.some((cell) => cell !== signs.nothing));
  const lines = [
    line('', viewers),
    line('answer', statuses),
    ...shownRows.map(([group, row]) => line(plain(group), row)),
  ];
  const hidden = cells.size - shownRows.length;
  if (hidden > 0) lines.push(`  (${hidden} more groups: nobody)`);
  return { lines, deviations };
}

/**
 * Whoever sees nothing of a situation: hidden or refused. Of an exit row 41 says so before and after
 * minimising; row 42 speaks of who sees it then.
 */
function refusalOf(when: When, person: Person): number {
  const row = when.stage === 1 ? 1 : when.stage === 'left' ? 41 : 3;
  return refusal(row, when.stage, person.is as Column);
}

const shown = (keys: readonly string[]): string =>
  keys.length === 0 ? 'nothing' : keys.length === 1 ? 'it' : `${keys.length} of them`;
const line = (first: string, rest: readonly string[]): string =>
  `  ${first.padEnd(22)}${rest.map((each) => each.padEnd(width)).join('')}`.trimEnd();
const plain = (group: string): string =>
  group
    .replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/ ?tier(\d)/, ' tier $1')
    .trim();
