import type { ListName } from './codebook.js';

/** One coded field of a situation at tier 2: everything that is particular to it. */
export interface CodedField {
  /** The list of the codebook that its codes are from. */
  readonly list: ListName;
  /** How many codes it has at most: 1 is a single code, or none. */
  readonly most: number;
  /** It is given with every situation; a correction may not empty it. */
  readonly required?: true;
  /** It is said once, when the situation is brought, and never corrected. */
  readonly once?: true;
  /** A form has one search box over all fields of this kind; each other field has a row of its own. */
  readonly search?: true;
  /** Where it shows: to the seats of the table, on the projector, and in the record that remains of a situation. */
  readonly shows: readonly Place[];
}

export type Place = 'card' | 'projector' | 'outcome';

/**
 * The coded fields that an agency gives of a situation at filter 2 (rows 6, 8 and 43 of the matrix).
 * Requests, answers, the projector's card, the check of the codes, the correction, the record that remains
 * and the console's form and card derive from these rows; the order is the screen's.
 */
export const codedFields = {
  type: {
    list: 'situationType',
    most: 1,
    required: true,
    shows: ['card', 'projector', 'outcome'],
  },
  ageBand: {
    list: 'ageBand',
    most: 1,
    shows: ['card', 'projector', 'outcome'],
  },
  sex: { list: 'sex', most: 1, shows: ['card', 'projector', 'outcome'] },
  interpreterNeeded: { list: 'interpreterNeeded', most: 1, shows: ['card', 'projector', 'outcome'] },
  riskFactors: {
    list: 'riskFactor',
    search: true,
    most: 40,
    required: true,
    shows: ['card', 'projector', 'outcome'],
  },
  studyFlags: {
    list: 'studyFlag',
    search: true,
    most: 40,
    shows: ['card', 'projector', 'outcome'],
  },
  protectiveFactors: {
    list: 'protectiveFactor',
    search: true,
    most: 60,
    shows: ['card', 'projector', 'outcome'],
  },
  sectors: {
    list: 'sector',
    most: 20,
    shows: ['card', 'projector'],
  },
  ownMeans: {
    list: 'ownMeans',
    most: 20,
    once: true,
    shows: ['card'],
  },
} as const satisfies Record<string, CodedField>;

type Fields = typeof codedFields;
export type CodedFieldName = keyof Fields;
type NamesIn<Where extends Place> = {
  [Name in CodedFieldName]: Where extends Fields[Name]['shows'][number] ? Name : never;
}[CodedFieldName];
type Required = {
  [Name in CodedFieldName]: Fields[Name] extends { required: true } ? Name : never;
}[CodedFieldName];
type Corrected = {
  [Name in CodedFieldName]: Fields[Name] extends { once: true } ? never : Name;
}[CodedFieldName];

type Searched = {
  [Name in CodedFieldName]: Fields[Name] extends { search: true } ? Name : never;
}[CodedFieldName];

type CodeOrCodes<Name extends CodedFieldName> = Fields[Name]['most'] extends 1 ? string : string[];
type Kept<Name extends CodedFieldName> = Fields[Name]['most'] extends 1
  ? Name extends Required
    ? string
    : string | null
  : string[];

/** Codes as a request gives them: what is left out is not known. */
export type GivenCodes<Names extends CodedFieldName = CodedFieldName> = {
  [Name in Names & Required]: CodeOrCodes<Name>;
} & { [Name in Exclude<Names, Required>]?: CodeOrCodes<Name> };
/** Codes as they are kept: null or an empty list where nothing is known. */
export type KeptCodes<Names extends CodedFieldName = CodedFieldName> = { [Name in Names]: Kept<Name> };

export type CorrectedField = Corrected;
export type CodesIn<Where extends Place> = KeptCodes<NamesIn<Where>>;

const allNames = Object.keys(codedFields) as CodedFieldName[];

/** The column of a field in `app.tier2`, and in `stats.sealed_record` where the outcome shows it. */
export function columnOf(name: CodedFieldName): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const rowOf = (name: CodedFieldName): CodedField => codedFields[name];

/** The names of the fields that show there. */
export function fieldsIn<Where extends Place>(where: Where): readonly NamesIn<Where>[] {
  return allNames.filter((name): name is NamesIn<Where> => rowOf(name).shows.includes(where));
}

/** Every coded field by name. */
export const codedFieldNames: readonly CodedFieldName[] = allNames;

/** The fields that can be corrected. */
export const correctedFields = /* @__PURE__ */ allNames.filter(
  (name): name is Corrected => rowOf(name).once !== true,
);

/** The fields that one search box fills. */
export const searchedFields = /* @__PURE__ */ allNames.filter(
  (name): name is Searched => rowOf(name).search === true,
);

/** Codes as they are kept, from those that were given. */
export function keptCodes<Names extends CodedFieldName>(
  names: readonly Names[],
  given: Partial<Record<CodedFieldName, string | readonly string[] | null | undefined>>,
): KeptCodes<Names> {
  return Object.fromEntries(
    names.map((name) => [name, given[name] ?? (rowOf(name).most === 1 ? null : [])]),
  ) as KeptCodes<Names>;
}
