import type { PlaceRow, SettingsChangeRow, TableRow } from '#database/tables';
import { JoiningResponse } from './joining.dto.js';
import { ChangedSettings, ShownSettings } from './settings.dto.js';
import { suggestionRules } from '#domain/vocabulary';
import {
  Among,
  Code,
  Day,
  Identifier,
  Instant,
  Line,
  PageQuery,
  Parts,
  Term,
  Terms,
  Text,
  Truth,
  Whole,
  Wholes,
} from '#edge';

const recipientRules = ['everyoneSeated', 'agenciesAsked', 'nobody'] as const;
const riskRules = ['vote', 'agreement'] as const;
const hourForm = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const zoneForm = /^[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*$/;

export class CreateTableRequest {
  @Line({ min: 2, max: 120 }) name: string;
  @Line({ min: 2, max: 120 }) region: string;
  @Text({ max: 60, pattern: zoneForm, description: 'IANA time zone' }) timeZone: string;
  @Whole({ min: 1, max: 7, description: 'ISO: 1 Monday to 7 Sunday' })
  @Among('meetingDays')
  meetingWeekday: number;
  @Wholes({
    min: 1,
    max: 7,
    optional: true,
    description: 'Where there are several: counts instead, and has meetingWeekday in it',
  })
  meetingDays?: number[];
  @Whole({ min: 1, max: 2, optional: true, description: 'Every week, or every two weeks' })
  meetingEveryWeeks?: number;
  @Day({ optional: true, description: 'A day of a week in which the table meets' }) meetingAnchorOn?: string;
  @Text({ max: 5, pattern: hourForm, optional: true, description: 'HH:MM at the table; 09:30 unless given' })
  meetingTime?: string;
}

/** What an administrator sets alone; the other settings are proposed. */
export class ChangeTableRequest extends ChangedSettings {
  @Line({ min: 2, max: 120, optional: true }) name?: string;
  @Line({ min: 2, max: 120, optional: true }) region?: string;
  @Text({ max: 60, pattern: zoneForm, optional: true }) timeZone?: string;
  @Whole({ min: 1, max: 7, optional: true })
  @Among('meetingDays')
  meetingWeekday?: number;
  @Wholes({ min: 1, max: 7, optional: true }) meetingDays?: number[];
  @Whole({ min: 1, max: 2, optional: true }) meetingEveryWeeks?: number;
  @Day({ optional: true }) meetingAnchorOn?: string;
  @Text({ max: 5, pattern: hourForm, optional: true }) meetingTime?: string;
}

/** Which sectors the table suggests for a group of risk factors; without sectors, the product's again. */
export class SuggestSectorsRequest {
  @Term() group: string;
  @Terms({ max: 30, optional: true }) sectors?: string[];
}

export class PlaceAgencyRequest {
  @Truth() hasAccount: boolean;
}

/** What decides who receives identifiers, how risk is judged and how long it is kept: for two persons. */
export class ProposeSettingsRequest {
  @Code(recipientRules, { optional: true }) identifierRecipients?: (typeof recipientRules)[number];
  @Code(riskRules, { optional: true }) riskRule?: (typeof riskRules)[number];
  @Whole({ min: 12, max: 240, optional: true }) retentionMonths?: number;
}

export class PlaceResponse {
  @Identifier() agencyId: string;
  @Text({ max: 120 }) name: string;
  @Term() sector: string;
  @Truth() hasAccount: boolean;
  @Day() joinedOn: Day;
}

export class TableResponse extends ShownSettings {
  @Identifier() id: string;
  @Text({ max: 120 }) name: string;
  @Text({ max: 120 }) region: string;
  @Text({ max: 60, description: 'Of the region: tables that name it alike have the same' })
  regionCode: string;
  @Text({ max: 60 }) timeZone: string;
  @Whole({ min: 1, max: 7, description: 'The first of meetingDays' }) meetingWeekday: number;
  @Wholes({ min: 1, max: 7, description: 'Of the rule that holds today; ISO: 1 Monday to 7 Sunday' })
  meetingDays: number[];
  @Whole({ min: 1, max: 2 }) meetingEveryWeeks: number;
  @Day() meetingAnchorOn: string;
  @Text({ max: 5, pattern: hourForm }) meetingTime: string;
  @Code(recipientRules) identifierRecipients: (typeof recipientRules)[number];
  @Code(riskRules) riskRule: (typeof riskRules)[number];
  @Whole({ min: 12, max: 240 }) retentionMonths: number;
  @Instant({ nullable: true }) endedAt: string | null;
  @Truth({ description: 'Until its first situation: who sits there is confirmed before' })
  isFounding: boolean;
  @Truth({
    nullable: true,
    description: 'A warning: a table has at least two coordinators. Null to whom the seats are not shown.',
  })
  fewCoordinators: boolean | null;
}

export class SuggestionResponse {
  @Term() group: string;
  @Terms({ max: 30 }) sectors: string[];
  @Truth({ description: 'The product’s rule, not one of the table’s own' }) isDefault: boolean;
}

export class TableWithAgenciesResponse extends TableResponse {
  @Parts(() => SuggestionResponse, { max: 500 }) suggestions: SuggestionResponse[];
  @Parts(() => PlaceResponse, { max: 500 }) agencies: PlaceResponse[];
  @Parts(() => JoiningResponse, { max: 500, description: 'Agencies that wait for a yes from inside' })
  joining: JoiningResponse[];
}

export class SettingsChangesQuery extends PageQuery {
  @Truth({ optional: true, query: true, description: 'Those decided, too' }) decidedToo?: boolean;
}

export class SettingsChangeResponse {
  @Identifier() id: string;
  @Identifier() tableId: string;
  @Code(recipientRules, { nullable: true }) identifierRecipients: (typeof recipientRules)[number] | null;
  @Code(riskRules, { nullable: true }) riskRule: (typeof riskRules)[number] | null;
  @Whole({ min: 12, max: 240, nullable: true }) retentionMonths: number | null;
  @Instant() proposedAt: string;
  @Truth() proposedByMe: boolean;
  @Truth() administratorApproved: boolean;
  @Truth() secondApproved: boolean;
  @Code(['applied', 'withdrawn'], { nullable: true }) decision: 'applied' | 'withdrawn' | null;
  @Instant({ nullable: true }) decidedAt: string | null;
}

export class ApprovalResponse {
  @Code(['applied', 'waiting']) outcome: 'applied' | 'waiting';
}

export function toTable(row: TableRow, seesSeats: boolean): TableResponse {
  return {
    id: row.id,
    name: row.name,
    region: row.region,
    regionCode: row.region_code,
    timeZone: row.time_zone,
    meetingWeekday: row.meeting_days[0] ?? 4,
    meetingDays: row.meeting_days,
    meetingEveryWeeks: row.meeting_every_weeks,
    meetingAnchorOn: row.meeting_anchor_on,
    meetingTime: row.meeting_time,
    identifierRecipients: row.identifier_recipients,
    riskRule: row.risk_rule,
    retentionMonths: row.retention_months,
    ...row.settings,
    endedAt: row.ended_at?.toISOString() ?? null,
    isFounding: row.founding,
    fewCoordinators: seesSeats ? row.coordinators < 2 : null,
  };
}

/** Whom the table suggests first, by group of risk factors. */
export function toSuggestions(row: TableRow): SuggestionResponse[] {
  return suggestionRules(row.suggestions).map(({ group, sectors, isDefault }) => ({
    group,
    sectors: [...sectors],
    isDefault,
  }));
}

export function toPlace(row: PlaceRow): PlaceResponse {
  return {
    agencyId: row.agency_id,
    name: row.name,
    sector: row.sector,
    hasAccount: row.has_account,
    joinedOn: row.joined_on,
  };
}

export function toSettingsChange(row: SettingsChangeRow): SettingsChangeResponse {
  return {
    id: row.id,
    tableId: row.table_id,
    identifierRecipients: row.identifier_recipients,
    riskRule: row.risk_rule,
    retentionMonths: row.retention_months,
    proposedAt: row.proposed_at.toISOString(),
    proposedByMe: row.proposed_by_me,
    administratorApproved: row.administrator_approved,
    secondApproved: row.second_approved,
    decision: row.decision,
    decidedAt: row.decided_at?.toISOString() ?? null,
  };
}
