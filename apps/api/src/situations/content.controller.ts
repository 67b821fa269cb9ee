import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import {
  consentDetailRows,
  planRows,
  reportDetailRows,
  safetyRows,
  tier3Rows,
  tier4Rows,
} from '#database/situations';
import {
  AnswersWhole,
  Answers,
  Id,
  Tagged,
  TheOnceKey,
  TheVersion,
  versionTag,
  type IfMatch,
  type OnceKey,
} from '#edge';
import {
  AddIdentityInput,
  ConsentInput,
  CorrectIdentityInput,
  CorrectPersonInput,
  CorrectTier2Input,
  GapInput,
  IdentityChangedAnswer,
  IdentityList,
  NoteInput,
  PersonWordsInput,
  ReportBackInput,
  ServiceInput,
  SummaryInput,
  WordsInput,
  WordsList,
} from './content.dto.js';
import type { SealedPage } from './content-access.js';
import { ContentService } from './content.service.js';
import { ChangedAnswer } from './screenings.dto.js';

const pages = {
  tier3: { group: 'tier3', read: tier3Rows, field: 'tier3.identity' },
  tier4: { group: 'tier4', read: tier4Rows, field: 'tier4.content' },
  plan: { group: 'plan', read: planRows, field: 'plan.content' },
  safety: { group: 'safetyNotes', read: safetyRows, field: 'safety_note.note' },
  reportDetails: { group: 'reportBackDetails', read: reportDetailRows, field: 'report_back_detail.detail' },
  consentDetails: {
    group: 'consentDetails',
    read: consentDetailRows,
    field: 'consent_detail.detail',
    purpose: 'consent',
  },
} as const satisfies Record<string, SealedPage>;

async function tagged<Changed extends ChangedAnswer>(change: Promise<Changed>): Promise<Tagged<Changed>> {
  const changed = await change;
  return new Tagged(changed, versionTag(changed.version));
}

/** What agencies write at each filter, one line a route. */
@Controller('situations/:id')
export class ContentController {
  constructor(private readonly content: ContentService) {}

  @Get('tier3')
  @Allow('tier3:read')
  @AnswersWhole(IdentityList)
  tier3(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.content.identities(viewer, pages.tier3, id);
  }

  @Post('tier3')
  @Allow('tier3:write')
  @Answers(IdentityChangedAnswer)
  addTier3(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: AddIdentityInput,
  ) {
    return tagged(this.content.addIdentity(viewer, key, id, input.personId, input.identity));
  }

  @Put('tier3/:row')
  @Allow('tier3:write')
  @Answers(IdentityChangedAnswer)
  correctTier3(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @Id('row') row: string,
    @TheVersion() version: IfMatch,
    @Body() input: CorrectIdentityInput,
  ) {
    return tagged(this.content.correctIdentity(viewer, id, row, version.version, input.identity));
  }

  @Get('tier4')
  @Allow('tier4:read')
  @AnswersWhole(WordsList)
  tier4(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.content.words(viewer, pages.tier4, id);
  }

  @Post('tier4')
  @Allow('tier4:write')
  @Answers(ChangedAnswer)
  addTier4(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: PersonWordsInput,
  ) {
    return tagged(this.content.addFull(viewer, key, id, input.personId, input.text));
  }

  @Put('tier4/:row')
  @Allow('tier4:write')
  @Answers(ChangedAnswer)
  correctTier4(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @Id('row') row: string,
    @TheVersion() version: IfMatch,
    @Body() input: WordsInput,
  ) {
    return tagged(this.content.correctFull(viewer, id, row, version.version, input.text));
  }

  @Get('plan')
  @Allow('plan:use')
  @AnswersWhole(WordsList)
  plan(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.content.words(viewer, pages.plan, id);
  }

  @Post('plan')
  @Allow('plan:use')
  @Answers(ChangedAnswer)
  addPlan(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: WordsInput,
  ) {
    return tagged(this.content.addPlan(viewer, key, id, input.text));
  }

  @Put('plan/:row')
  @Allow('plan:use')
  @Answers(ChangedAnswer)
  changePlan(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @Id('row') row: string,
    @TheVersion() version: IfMatch,
    @Body() input: WordsInput,
  ) {
    return tagged(this.content.changePlan(viewer, id, row, version.version, input.text));
  }

  @Get('safety-notes')
  @Allow('safety:use')
  @AnswersWhole(WordsList)
  safetyNotes(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.content.words(viewer, pages.safety, id);
  }

  @Post('safety-notes')
  @Allow('safety:use')
  @Answers(ChangedAnswer)
  addSafetyNote(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: WordsInput,
  ) {
    return tagged(this.content.addSafetyNote(viewer, key, id, input.text));
  }

  @Post('notes')
  @Allow('situation:note')
  @Answers(ChangedAnswer)
  addNote(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: NoteInput,
  ) {
    return tagged(this.content.addNote(viewer, key, id, input.text));
  }

  @Put('tier2')
  @Allow('situation:correct')
  @Answers(ChangedAnswer)
  correctTier2(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: CorrectTier2Input,
  ) {
    return tagged(this.content.correctTier2(viewer, id, version.version, input));
  }

  @Put('summary')
  @Allow('situation:correct')
  @Answers(ChangedAnswer)
  correctSummary(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: SummaryInput,
  ) {
    return tagged(this.content.correctSummary(viewer, id, version.version, input.text));
  }

  @Post('persons')
  @Allow('situation:correct')
  @Answers(ChangedAnswer)
  addPerson(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: CorrectPersonInput,
  ) {
    return tagged(this.content.addPerson(viewer, key, id, input));
  }

  @Put('persons/:row')
  @Allow('situation:correct')
  @Answers(ChangedAnswer)
  correctPerson(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @Id('row') row: string,
    @TheVersion() version: IfMatch,
    @Body() input: CorrectPersonInput,
  ) {
    return tagged(this.content.correctPerson(viewer, id, row, version.version, input));
  }

  @Get('report-backs/details')
  @Allow('reportBack:read')
  @AnswersWhole(WordsList)
  reportDetails(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.content.words(viewer, pages.reportDetails, id);
  }

  @Post('report-backs')
  @Allow('reportBack:write')
  @Answers(ChangedAnswer)
  addReportBack(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: ReportBackInput,
  ) {
    return tagged(this.content.addReportBack(viewer, key, id, input));
  }

  @Get('consents/details')
  @Allow('consent:read')
  @AnswersWhole(WordsList)
  consentDetails(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.content.words(viewer, pages.consentDetails, id);
  }

  @Post('consents')
  @Allow('consent:write')
  @Answers(ChangedAnswer)
  addConsent(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: ConsentInput,
  ) {
    return tagged(this.content.addConsent(viewer, key, id, input));
  }

  @Post('services')
  @Allow('service:write')
  @Answers(ChangedAnswer)
  addService(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: ServiceInput,
  ) {
    return tagged(this.content.addService(viewer, key, id, input));
  }

  @Post('gaps')
  @Allow('gap:write')
  @Answers(ChangedAnswer)
  addGap(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: GapInput,
  ) {
    return tagged(this.content.addGap(viewer, key, id, input));
  }
}
