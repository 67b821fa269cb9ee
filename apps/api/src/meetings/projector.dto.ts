import { stages } from '#domain/vocabulary';
import {
  Code,
  Identifier,
  Instant,
  Part,
  Parts,
  ProjectorCodes,
  Term,
  Terms,
  Text,
  Truth,
  Whole,
} from '#edge';

/** What the projector shows while it waits. */
export class PairingView {
  @Text({ max: 9, description: 'XXXX-XXXX, good once' }) code: string;
  @Instant() goodUntil: string;
}
export class PairInput {
  @Text({ max: 16, description: 'As the projector shows it; case and hyphen do not matter' }) code: string;
}
export class PairReceipt {
  @Identifier() id: string;
}
export class ShadeInput {
  @Truth() on: boolean;
}
export class ShadeReceipt {
  @Truth() on: boolean;
}
export class EndReceipt {
  @Whole({ min: 0, max: 1000 }) ended: number;
}

export class ProjectedPerson {
  @Term({ nullable: true }) ageBand: string | null;
  @Term({ nullable: true }) sex: string | null;
  @Terms({ max: 40 }) riskFactors: string[];
}
export class ProjectedTerm {
  @Text({ max: 60 }) list: string;
  @Term() code: string;
  @Text({ max: 200 }) labelEn: string;
  @Text({ max: 200 }) labelFr: string;
  @Text({
    max: 200,
    nullable: true,
    description: 'Of a risk or protective factor: the category that it says little without',
  })
  categoryEn: string | null;
  @Text({ max: 200, nullable: true }) categoryFr: string | null;
}
/** All that a projector can show of a situation: it has no field that could hold an identity. */
export class ProjectedCard extends ProjectorCodes {
  @Text({ max: 20 }) number: string;
  @Code(stages) stage: string;
  @Parts(() => ProjectedPerson, { max: 50 }) persons: ProjectedPerson[];
  @Term({ description: 'Of the originating agency; which agency is not shown' }) originatingSector: string;
  @Parts(() => ProjectedTerm, { max: 500, description: 'The words for the codes above' })
  terms: ProjectedTerm[];
  @Text({ max: 2000, nullable: true, description: 'Only while the coordinator has put it on the wall' })
  summary: string | null;
}
export class ProjectorView {
  @Code(['noMeeting', 'shaded', 'noCard', 'card']) state: string;
  @Part(() => ProjectedCard, { nullable: true }) card: ProjectedCard | null;
}
