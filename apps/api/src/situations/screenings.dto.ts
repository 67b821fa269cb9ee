import { BroughtCodes, Identifier, Instant, Parts, Part, Term, Terms, Text, Truth, Whole } from '#edge';

/** One affected person as T2: no identity. */
export class PersonInput {
  @Term({ optional: true, description: 'ageBand' }) ageBand?: string;
  @Term({ optional: true, description: 'sex' }) sex?: string;
  @Terms({ optional: true, max: 40, description: 'riskFactor' }) riskFactors?: string[];
}

/** What the table will see at filter 2. */
export class DeidentifiedInput extends BroughtCodes {
  @Parts(() => PersonInput, { optional: true, max: 12 }) persons?: PersonInput[];
  @Text({
    optional: true,
    max: 2000,
    description: 'De-identified; certain identifiers block bringing it to the table',
  })
  summary?: string;
}

/** A screening as the agency keeps it for itself. */
export class ScreeningInput extends DeidentifiedInput {
  @Text({ optional: true, max: 4000, description: 'For this agency alone; never leaves filter 1' })
  privateNote?: string;
}

export class ScreeningHeader {
  @Identifier() id: string;
  @Whole({ min: 1, max: 1_000_000_000 }) version: number;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
}

export class ScreeningView extends ScreeningHeader {
  @Part(() => ScreeningInput) content: ScreeningInput;
}

export class BringInput {
  @Truth({ description: 'The agency states that its own means are exhausted' }) ownMeansExhausted: boolean;
}

export class BringOnBehalfInput extends DeidentifiedInput {
  @Identifier({ description: 'The agency of this table that asks for it' }) agency: string;
  @Truth() ownMeansExhausted: boolean;
}

/** The situation that a screening became. */
export class BroughtAnswer {
  @Identifier() id: string;
  @Text({ max: 20 }) number: string;
  @Whole({ min: 1, max: 1_000_000_000 }) version: number;
}

/** What a change answers: nothing that a person wrote. */
export class ChangedAnswer {
  @Identifier() id: string;
  @Whole({ min: 1, max: 1_000_000_000 }) version: number;
}

/** Where in the summary something certainly identifies, and as what; never what it says. */
export class GuardFinding {
  @Text({ max: 40 }) kind: string;
  @Whole({ min: 0, max: 100_000 }) start: number;
  @Whole({ min: 0, max: 100_000 }) end: number;
}

/** The filter-2 card that the table would see, and what keeps it from being brought. */
export class PreviewView {
  @Part(() => DeidentifiedInput) card: DeidentifiedInput;
  @Parts(() => GuardFinding, { max: 200 }) blocking: GuardFinding[];
}
