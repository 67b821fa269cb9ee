import { answers, fourPoints } from '#domain/filters';
import { Code, Codes, Identifier, Identifiers, Term, Terms, Text, Truth, Whole } from '#edge';

/** What a move answers: where the situation stands now, nothing of what it holds. */
export class MovedAnswer {
  @Identifier() id: string;
  @Whole({ min: 1, max: 1_000_000_000 }) version: number;
  @Text({ max: 20, description: 'The stage it stands at now' }) stage: string;
}

export class RecordRiskInput {
  @Codes(fourPoints, { description: 'All four must be met' }) fourPoints: string[];
  @Code(['vote', 'agreement'], { description: 'As the table’s rule says' }) decidedBy: string;
}
export class ReasonInput {
  @Term({ description: 'A code of the list for this step' }) reason: string;
}
export class SendBackInput extends ReasonInput {
  @Text({
    optional: true,
    max: 20,
    pattern: /^\d{4}-\d{3,}$/,
    description: 'With reason `joined`: the number of the situation it belongs to',
  })
  joined?: string;
}
export class ReleaseInput {
  @Term({ description: 'legalBasis' }) basis: string;
  @Identifiers({
    optional: true,
    max: 60,
    description: 'The agencies that hear the identifiers, where the table’s setting asks for them',
  })
  agencies?: string[];
}
export class AnswerInput {
  @Code(answers) answer: string;
  @Truth({ optional: true }) canHelp?: boolean;
  @Identifier({
    optional: true,
    description: 'Coordinator only: the agency without an account that answered at the meeting',
  })
  agency?: string;
  @Term({ optional: true, description: 'Coordinator only: legalBasis noted for that agency' }) basis?: string;
}
export class AssignInput {
  @Identifier() lead: string;
  @Identifiers({ optional: true, max: 60 }) assisting?: string[];
}
export class AssignAgainInput {
  @Identifier() agency: string;
  @Code(['lead', 'assisting']) part: string;
}
export class AcceptInput {
  @Term({ description: 'legalBasis for what the agency discloses itself' }) basis: string;
  @Identifier({ optional: true, description: 'Coordinator only: the agency without an account' })
  agency?: string;
}
export class DeclineInput extends ReasonInput {
  @Identifier({ optional: true, description: 'Coordinator only: the agency without an account' })
  agency?: string;
}
export class AgencyInput {
  @Identifier() agency: string;
}
export class FromInput {
  @Identifier({ description: 'The agency that nobody represents any more' }) from: string;
}
export class ReassignInput extends FromInput {
  @Identifier({ description: 'The agency that takes its part over' }) agency: string;
}
export class ConcludeInput extends ReasonInput {
  @Term({ description: 'told: whether the person was told' }) told: string;
  @Terms({ max: 40, description: 'The risk factors that still stand' }) riskAfter: string[];
}
