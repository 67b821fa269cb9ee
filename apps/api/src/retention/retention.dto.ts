import { Code, Day, Identifier, Instant, PageQuery, Part, Text, Truth, Whole } from '#edge';

/** Why something is kept beyond its time: words of a closed list, since free text could name somebody. */
const holdReasons = ['litigation', 'investigation', 'complaint', 'accessRequest', 'courtOrder'] as const;
const consents = ['written', 'verbal', 'guardian', 'substituteDecisionMaker'] as const;

export class DueQuery extends PageQuery {
  @Whole({
    min: 0,
    max: 3650,
    optional: true,
    query: true,
    description: 'Those that fall due within so many days; all that are concluded unless given',
  })
  within?: number;
}
export class DueSituation {
  @Identifier() situationId: string;
  @Text({ max: 120 }) table: string;
  @Text({ max: 20 }) number: string;
  @Day() concludedOn: Day;
  @Day({ description: 'Destroyed on this day unless a hold stands' }) destroyOn: Day;
  @Truth() sealed: boolean;
  @Truth({ description: 'A hold of any agency stands' }) held: boolean;
  @Identifier({ nullable: true, description: 'Early destruction was asked for and waits' })
  earlyDestructionId: string | null;
}
export class SetHoldInput {
  @Identifier() situation: string;
  @Code(holdReasons) reason: string;
  @Day({ description: 'Within a year' }) reviewOn: Day;
}
export class HoldReasonInput {
  @Code(holdReasons) reason: string;
}
export class MadeHold {
  @Identifier() id: string;
}
export class AgencyHold {
  @Identifier() id: string;
  @Identifier() situationId: string;
  @Text({ max: 120 }) table: string;
  @Text({ max: 20 }) number: string;
  @Code(holdReasons) reason: string;
  @Day() reviewOn: Day;
  @Truth({ description: 'Its review date has come' }) reviewDue: boolean;
  @Instant() setAt: string;
  @Instant({ nullable: true }) liftedAt: string | null;
}
export class SituationHold {
  @Identifier() id: string;
  @Text({ max: 120 }) agency: string;
  @Code(holdReasons) reason: string;
  @Day() reviewOn: Day;
  @Instant() setAt: string;
  @Instant({ nullable: true }) liftedAt: string | null;
}
export class HoldRequest {
  @Identifier() id: string;
  @Identifier() situationId: string;
  @Text({ max: 120 }) table: string;
  @Text({ max: 20 }) number: string;
  @Code(holdReasons) reason: string;
  @Text({ max: 120 }) askedBy: string;
  @Instant() askedAt: string;
}
export class DestroyedRows {
  @Whole({ min: 0, max: 1_000_000_000, description: 'Rows with sealed text of identifiers and full content' })
  sealedTexts: number;
  @Whole({ min: 0, max: 1_000_000_000 }) keys: number;
  @Whole({ min: 0, max: 1_000_000_000, description: 'Rows of every kind, keys too' }) all: number;
}
export class Certificate {
  @Identifier() situationId: string;
  @Text({ max: 120 }) table: string;
  @Text({ max: 20 }) number: string;
  @Code(['retention', 'early']) because: string;
  @Instant() destroyedAt: string;
  @Part(() => DestroyedRows) rows: DestroyedRows;
  @Text({ max: 64, description: 'SHA-256 of what was sealed' }) contentHash: string;
  @Text({ max: 64, description: 'SHA-256 of the wrapped keys' }) keysHash: string;
}
export class EarlyDestructionInput {
  @Identifier() situation: string;
  @Code(consents, { description: 'How the person, or who may speak for them, consented' }) consent: string;
  @Day() consentedOn: Day;
}
export class EarlyDestruction {
  @Identifier() id: string;
  @Identifier() situationId: string;
  @Text({ max: 20 }) number: string;
  @Text({ max: 120, description: 'Whose privacy officer asks' }) agency: string;
  @Code(consents) consent: string;
  @Day() consentedOn: Day;
  @Instant() askedAt: string;
}
