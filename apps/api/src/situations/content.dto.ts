import {
  Codes,
  CorrectedCodes,
  Day,
  Identifier,
  Instant,
  Line,
  Part,
  Parts,
  Term,
  Terms,
  Text,
  Truth,
  Whole,
} from '#edge';
import { ChangedAnswer } from './screenings.dto.js';
import { AgencyRef } from './situations.dto.js';

/** T3: who it is. Limited identifiers, given after the release to the agencies that the table's setting names. */
export class Identity {
  @Line({ max: 120 }) familyName: string;
  @Line({ max: 120 }) givenNames: string;
  @Line({ max: 200, optional: true }) alsoKnownAs?: string;
  @Day({ optional: true }) birthDate?: Day;
  @Text({ max: 300, optional: true }) address?: string;
  @Text({ max: 300, optional: true, description: 'Other limited identifiers that the table agreed on' })
  other?: string;
}
export class AddIdentityInput {
  @Identifier({ optional: true, description: 'The affected person; left out: the subject' })
  personId?: string;
  @Part(() => Identity) identity: Identity;
}
/** What contradicts something else that is known; it is saved all the same. */
export const identityHints = ['birthDateOutsideAgeBand'] as const;
export class IdentityChangedAnswer extends ChangedAnswer {
  @Codes(identityHints, {
    description: 'What the one who writes may look at again; nothing is refused for it',
  })
  hints: (typeof identityHints)[number][];
}
export class CorrectIdentityInput {
  @Part(() => Identity) identity: Identity;
}
export class IdentityView {
  @Identifier() id: string;
  @Identifier({ nullable: true }) personId: string | null;
  @Part(() => AgencyRef) agency: AgencyRef;
  @Part(() => Identity) identity: Identity;
  @Whole({ min: 1, max: 1_000_000_000 }) version: number;
}
export class IdentityList {
  @Parts(() => IdentityView, { max: 100 }) rows: IdentityView[];
}

/** A text that a person writes: note, plan, safety note. */
export class WordsInput {
  @Text({ max: 4000 }) text: string;
}
export class PersonWordsInput extends WordsInput {
  @Identifier({ optional: true, description: 'The affected person that it is about' }) personId?: string;
}
export class NoteInput {
  @Text({ max: 2000, description: 'De-identified; certain identifiers are refused' }) text: string;
}
export class WordsView {
  @Identifier() id: string;
  @Identifier({ nullable: true }) personId: string | null;
  @Part(() => AgencyRef) agency: AgencyRef;
  @Text({ max: 4000 }) text: string;
  @Whole({ min: 1, max: 1_000_000_000 }) version: number;
  @Instant({ nullable: true }) writtenAt: string | null;
}
export class WordsList {
  @Parts(() => WordsView, { max: 1000 }) rows: WordsView[];
}

export class CorrectPersonInput {
  @Term({ optional: true }) ageBand?: string;
  @Term({ optional: true }) sex?: string;
  @Terms({ optional: true, max: 40 }) riskFactors?: string[];
}
export class CorrectTier2Input extends CorrectedCodes {}
export class SummaryInput {
  @Text({ max: 2000, nullable: true, description: 'De-identified; certain identifiers are refused' }) text:
    string | null;
}
export class ConsentInput {
  @Term({ description: 'consentState' }) state: string;
  @Day({ optional: true, description: 'When notice is due' }) dueOn?: Day;
  @Text({ max: 2000, optional: true }) detail?: string;
}
export class ReportBackInput {
  @Term({ description: 'reportBack: the coded status that the table sees' }) status: string;
  @Truth({ optional: true }) stillElevated?: boolean;
  @Text({ max: 4000, optional: true, description: 'For the intervening agencies alone' }) detail?: string;
}
export class ServiceInput {
  @Term({ description: 'serviceType' }) service: string;
  @Term({ description: 'mobilization' }) mobilization: string;
}
export class GapInput {
  @Term({ description: 'serviceType that was needed and not to be had' }) service: string;
}
