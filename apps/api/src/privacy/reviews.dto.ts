import { Code, Day, Identifier, Instant, Text, Truth, Whole } from '#edge';

const signalKinds = ['withoutRole', 'outOfHours', 'manyInAnHour', 'sameSurname'] as const;
const findings = ['inOrder', 'spokenTo', 'takenFurther'] as const;

export class Review {
  @Identifier() id: string;
  @Text({ max: 120 }) table: string;
  @Text({ max: 20 }) number: string;
  @Text({ max: 120, description: 'Somebody of the own agency' }) who: string;
  @Code(signalKinds, {
    description:
      'Opened identities without a part in it, out of hours at the table, many within an hour, or of somebody of the own surname',
  })
  kind: string;
  @Whole({ min: 1, max: 1_000_000, description: 'How many openings; signing off names it' }) times: number;
  @Instant() firstAt: string;
  @Instant() lastAt: string;
  @Truth({ description: 'A digest called it before' }) calledBefore: boolean;
  @Truth({ description: 'The viewer’s own openings: another officer signs them off' }) mine: boolean;
  @Text({ max: 120, nullable: true }) reviewedBy: string | null;
  @Instant({ nullable: true }) reviewedAt: string | null;
  @Code(findings, { nullable: true }) finding: string | null;
  @Text({ max: 200, nullable: true }) note: string | null;
}
export class SignOffInput {
  @Whole({
    min: 1,
    max: 1_000_000,
    description: 'The openings that were looked at; more since then refuse it',
  })
  times: number;
  @Code(findings) finding: string;
  @Text({
    max: 200,
    optional: true,
    description: 'It stays in the audit for ever: no name, and nothing that identifies',
  })
  note?: string;
}
export class SignedOff {
  @Identifier() id: string;
}
export class AgencyDigest {
  @Day({ description: 'The Monday whose digest it is' }) weekOn: Day;
  @Whole({ min: 0, max: 1_000_000, description: 'Signals since the week before that Monday' }) fresh: number;
  @Whole({ min: 0, max: 1_000_000, description: 'Signals of earlier weeks that nobody signed off' })
  earlier: number;
  @Whole({
    min: 0,
    max: 1_000_000,
    description: 'Situations that the agency brought and that are destroyed within thirty days',
  })
  due: number;
  @Whole({ min: 0, max: 1_000_000, description: 'Own holds to be looked at again' }) holds: number;
  @Whole({ min: 0, max: 1_000_000, description: 'Destroyed since the week before' }) destroyed: number;
}
