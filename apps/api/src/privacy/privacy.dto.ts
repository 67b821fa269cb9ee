import { Code, Day, Identifier, Instant, PageQuery, Term, Terms, Text, Truth, Whole } from '#edge';

export class AgencyDisclosure {
  @Identifier() id: string;
  @Identifier() situationId: string;
  @Text({ max: 120 }) table: string;
  @Text({ max: 20 }) number: string;
  @Whole({ min: 3, max: 4 }) tier: number;
  @Text({ max: 120, description: 'The agency that it was disclosed to' }) agency: string;
  @Truth({ description: 'Given by this agency to another; else received' }) given: boolean;
  @Term() basis: string;
  @Instant() grantedAt: string;
  @Instant({ nullable: true }) revokedAt: string | null;
  @Term({ nullable: true }) revokedBecause: string | null;
}
export class AgencyAuditQuery extends PageQuery {
  @Code(['situations', 'people'], {
    description: 'Events about what the agency brought, or events of its own people',
  })
  about: 'situations' | 'people';
}
export class AgencyEvent {
  @Instant() at: string;
  @Text({ max: 120 }) table: string;
  @Text({ max: 20, nullable: true }) number: string | null;
  @Text({ max: 120, nullable: true }) who: string | null;
  @Text({ max: 120, nullable: true }) agency: string | null;
  @Text({ max: 20, nullable: true }) persona: string | null;
  @Text({ max: 60 }) action: string;
  @Terms({ max: 20 }) fields: string[];
  @Code(['allow', 'hide', 'deny', 'error']) outcome: string;
  @Text({ max: 40, nullable: true }) purpose: string | null;
  @Truth({ description: 'At night or on a weekend, by the clock of the table' }) late: boolean;
}
export class AgencyConsent {
  @Text({ max: 20 }) number: string;
  @Text({ max: 120 }) table: string;
  @Truth() given: boolean;
  @Day({ nullable: true }) dueOn: Day | null;
}
export class AuditCount {
  @Text({ max: 7 }) month: string;
  @Text({ max: 60 }) action: string;
  @Text({ max: 10 }) outcome: string;
  @Whole({ min: 1, max: 1_000_000_000 }) events: number;
}
export class AgencyCount {
  @Term() what: string;
  @Whole({
    min: 0,
    max: 1_000,
    description: 'So many or more, rounded down to a ten; 0 for fewer than 11. Counting ends at 1,000',
  })
  rows: number;
}
