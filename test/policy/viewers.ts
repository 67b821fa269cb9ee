import { cell, columns, matrix, reads, type Column, type MatrixStage, type Viewer } from './matrix.js';
import type { Actor, Name, World } from '../world/world.js';

/**
 * Somebody before a situation at one stage: which columns of the matrix speak of them, and what only the
 * story knows.
 */
export interface Person {
  readonly name: string;
  readonly actor: Actor;
  readonly is: Viewer;
  /** The agency whose rows are their own. */
  readonly agency: string | null;
  /** Asked to take part (named at `assign`); the columns of IV speak of them as far as a cell's condition is met. */
  readonly named: boolean;
  /** Took part, by their own acceptance. */
  readonly accepted: boolean;
  /** Holds T3 by a live disclosure. */
  readonly hears: boolean;
}

/**
 * What the story does: the police bring it; school, health and child services attend; child services lead,
 * school assists.
 */
const part: Partial<Record<Name, Viewer>> = {
  police: 'OR',
  policeColleague: 'OR',
  housing: 'TR',
  health: 'TR',
  coordinator: 'CO',
  deputy: 'CO',
  auditor: 'AU',
  administrator: 'AD',
  valley: 'XR',
  valleyCoordinator: 'XR',
  policeOfficer: 'PO',
  schoolOfficer: 'PO',
  school: 'TR',
  childServices: 'TR',
};
const viewerNames = Object.keys(part) as Name[];

const agencyOf: Partial<Record<Name, keyof World['agency']>> = {
  police: 'police',
  policeColleague: 'police',
  housing: 'housing',
  health: 'health',
  school: 'school',
  childServices: 'childServices',
  valley: 'valleyPolice',
};

/**
 * Everybody before the story at a stage. `accepted` is told by the story: at 4 school has accepted and child
 * services has not yet.
 */
export function people(world: World, stage: MatrixStage): Person[] {
  return viewerNames.map((name) => {
    const named = (name === 'school' || name === 'childServices') && (stage === 4 || stage === 5);
    const place = agencyOf[name];
    return {
      name,
      actor: world.actors[name],
      is: named ? 'IV' : (part[name] ?? 'TR'),
      agency: place === undefined ? null : world.agency[place],
      named,
      accepted: named && (name === 'school' || stage === 5),
      hears: named || (stage === 3 && ['school', 'health', 'childServices'].includes(name)),
    };
  });
}

/**
 * Conditions that cells state in words, by row and column. A cell with such words and no line here fails the
 * test below.
 */
const conditions: Readonly<Record<string, (person: Person) => boolean>> = {
  '13.TR': (person) => person.hears,
  '17.IV': (person) => person.hears,
  '18.IV': (person) => person.accepted,
};
const conditionWords = /only with|if held|from own acceptance/;

/**
 * What every seat at the table reads, whoever else it is: the cells of TR for these rows hold for OR and IV,
 * who have seats too.
 */
const readByEverySeat = [46, 52];
/** The coordinator reads the decision that it records through the meeting's decisions (row 44). */
const readThrough: Readonly<Record<string, number>> = { '10.CO': 44 };
/**
 * The columns that speak of somebody for a row. Rights add up; who was named and has not accepted is not yet
 * IV but where the row says so.
 */
export function columnsOf(person: Person, row: number): Column[] {
  if (person.is === 'PO' || person.is === 'PR') return [];
  const found: Column[] =
    person.is === 'IV' && !person.accepted && !(`${row}.IV` in conditions) && row !== 16
      ? ['TR']
      : [person.is];
  if (readByEverySeat.includes(row) && (person.is === 'OR' || person.is === 'IV')) found.push('TR');
  return found.filter((column) => conditions[`${row}.${column}`]?.(person) ?? true);
}

/** What the matrix lets a person read of a row at a stage. */
export function expected(row: number, stage: MatrixStage, person: Person): 'all' | 'own' | 'nothing' {
  const as = columnsOf(person, row);
  const plain = reads(row, stage, as);
  if (plain !== 'nothing') return plain;
  const other = as.map((column) => readThrough[`${row}.${column}`]).find((each) => each !== undefined);
  return other === undefined ? 'nothing' : reads(other, stage, as);
}

/** Cells whose words are a condition that nobody stated. */
export function unstated(): string[] {
  return [...matrix.rows.keys()].flatMap((row) =>
    columns
      .filter((column) => conditionWords.test(cell(row, column).text) && !(`${row}.${column}` in conditions))
      .map((column) => `${row}.${column}`),
  );
}
