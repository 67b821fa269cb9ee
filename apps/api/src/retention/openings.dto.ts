import { Code, Identifier, Instant, Parts, Text, Truth, Whole } from '#edge';

const openingPurposes = ['accessRequest', 'litigation', 'investigation', 'courtOrder'] as const;

export class AskOpeningInput {
  @Identifier() situation: string;
  @Code(openingPurposes) purpose: string;
}
export class MadeOpening {
  @Identifier() id: string;
}
export class Opening {
  @Identifier() id: string;
  @Identifier() situationId: string;
  @Text({ max: 120 }) table: string;
  @Text({ max: 20 }) number: string;
  @Text({ max: 120, description: 'Whose privacy officer asks; the package holds what that agency wrote' })
  agency: string;
  @Code(openingPurposes) purpose: string;
  @Instant() askedAt: string;
  @Instant({ nullable: true, description: 'From then on the package can be read for thirty minutes' })
  approvedAt: string | null;
  @Truth({ description: 'Asked for by the viewer: somebody else must approve' }) mine: boolean;
  @Truth({ description: 'Can still be approved' }) waits: boolean;
  @Truth({ description: 'The viewer can read the package now' }) readable: boolean;
}
export class OpenedText {
  @Text({ max: 60, description: 'Which field, as `table.column`' }) field: string;
  @Whole({ min: 2, max: 4 }) tier: number;
  @Text({ max: 20_000, min: 0 }) text: string;
}
export class OpenedPackage {
  @Identifier() situationId: string;
  @Text({ max: 20 }) number: string;
  @Parts(() => OpenedText, { max: 2_000 }) texts: OpenedText[];
}
