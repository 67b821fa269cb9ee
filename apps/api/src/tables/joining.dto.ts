import type { FoundingRow, JoiningRow, TableActRow } from '#database/tables';
import { seatPersonas, type SeatPersona } from '#domain/visibility';
import { Code, Identifier, Instant, Parts, Text, Truth, Whole } from '#edge';

const whats = [
  'joiningAsked',
  'joined',
  'left',
  'seatOffered',
  'seated',
  'seatEnded',
  'enabled',
  'disabled',
  'resetStarted',
  'reset',
  'administratorOffered',
  'administratorSeated',
  'listConfirmed',
  'renamed',
  'tableEnded',
] as const;

/** An agency that waits for a coordinator's and an officer's yes. */
export class JoiningResponse {
  @Identifier() id: string;
  @Identifier() tableId: string;
  @Text({ max: 120 }) tableName: string;
  @Identifier() agencyId: string;
  @Text({ max: 120 }) agencyName: string;
  @Truth() hasAccount: boolean;
  @Instant() askedAt: string;
  @Truth() askedByMe: boolean;
  @Truth() coordinatorSaidYes: boolean;
  @Truth({ description: 'The privacy officer of an agency of the table' }) officerSaidYes: boolean;
  @Truth() mineSaidYes: boolean;
}

export class YesResponse {
  @Code(['waiting', 'joined']) outcome: 'waiting' | 'joined';
}

export class ListedPersonResponse {
  @Identifier() userId: string;
  @Text({ max: 120 }) displayName: string;
  @Code(seatPersonas) persona: SeatPersona;
}

export class ListedAgencyResponse {
  @Identifier() agencyId: string;
  @Text({ max: 120 }) name: string;
  @Truth() hasAccount: boolean;
  @Parts(() => ListedPersonResponse, { max: 500 }) people: ListedPersonResponse[];
}

/** The list of a table's agencies and people, which is confirmed before the first situation. */
export class FoundingResponse {
  @Truth({ description: 'Until the first situation' }) isFounding: boolean;
  @Text({ max: 64, description: 'Names just this list; it is given back to confirm it' }) listHash: string;
  @Parts(() => ListedPersonResponse, { max: 500 }) coordinators: ListedPersonResponse[];
  @Parts(() => ListedAgencyResponse, { max: 500 }) agencies: ListedAgencyResponse[];
  @Truth() coordinatorConfirmed: boolean;
  @Whole({ min: 0, max: 500, description: 'Agencies whose privacy officer confirmed this list' })
  officersConfirmed: number;
  @Truth({ description: 'Two of these officers are of independent origin' }) independentPair: boolean;
  @Truth() confirmedByMe: boolean;
  @Truth({ description: 'This seat is new here and has still to read the list, which is of today' })
  listToSee: boolean;
}

export class ConfirmFoundingRequest {
  @Text({ min: 64, max: 64, pattern: /^[0-9a-f]{64}$/ }) listHash: string;
}

/** Something that administration did at a table: about people who work there, never about a situation. */
export class TableActResponse {
  @Identifier() id: string;
  @Identifier() tableId: string;
  @Text({ max: 120 }) tableName: string;
  @Instant() at: string;
  @Code(whats) what: (typeof whats)[number];
  @Text({ max: 120, nullable: true }) agencyName: string | null;
  @Code(seatPersonas, { nullable: true }) persona: SeatPersona | null;
  @Text({ max: 120, nullable: true, description: 'Whom it concerns' }) subjectName: string | null;
  @Text({ max: 120, nullable: true, description: 'Who did it' }) byName: string | null;
}

export function toJoining(row: JoiningRow): JoiningResponse {
  return {
    id: row.id,
    tableId: row.table_id,
    tableName: row.table_name,
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    hasAccount: row.has_account,
    askedAt: row.asked_at.toISOString(),
    askedByMe: row.asked_by_me,
    coordinatorSaidYes: row.coordinator_said_yes,
    officerSaidYes: row.officer_said_yes,
    mineSaidYes: row.mine_said_yes,
  };
}

export function toFounding(row: FoundingRow): FoundingResponse {
  return {
    isFounding: row.is_founding,
    listHash: row.list_hash,
    coordinators: [...row.list.coordinators],
    agencies: row.list.agencies.map((agency) => ({ ...agency, people: [...agency.people] })),
    coordinatorConfirmed: row.coordinator_confirmed,
    officersConfirmed: row.officers_confirmed,
    independentPair: row.independent_pair,
    confirmedByMe: row.confirmed_by_me,
    listToSee: row.list_to_see,
  };
}

export function toTableAct(row: TableActRow): TableActResponse {
  return {
    id: row.id,
    tableId: row.table_id,
    tableName: row.table_name,
    at: row.at.toISOString(),
    what: row.what as TableActResponse['what'],
    agencyName: row.agency_name,
    persona: row.persona,
    subjectName: row.subject_name,
    byName: row.by_name,
  };
}
