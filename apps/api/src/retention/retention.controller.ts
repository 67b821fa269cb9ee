import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, StepUp, TheViewer, type ActingViewer } from '#access';
import { Answers, AnswersList, AnswersPage, Id, PageQuery, TheOnceKey, type OnceKey } from '#edge';
import {
  AgencyHold,
  Certificate,
  DueQuery,
  DueSituation,
  EarlyDestruction,
  EarlyDestructionInput,
  HoldReasonInput,
  HoldRequest,
  MadeHold,
  SetHoldInput,
  SituationHold,
} from './retention.dto.js';
import { RetentionService } from './retention.service.js';

/**
 * The end of a situation: retention, holds, early destruction, certificates (matrix row 39 and the privacy
 * officer's own words).
 */
@Controller()
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  /** The dry run: what falls due, of what the agency brought. */
  @Get('privacy/retention')
  @Allow('retention:read')
  @AnswersPage(DueSituation)
  due(@TheViewer() viewer: ActingViewer, @Query() query: DueQuery) {
    return this.retention.due(viewer, query);
  }

  @Get('privacy/certificates')
  @Allow('retention:read')
  @AnswersPage(Certificate)
  certificates(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery) {
    return this.retention.certificates(viewer, query);
  }

  @Get('privacy/holds')
  @Allow('hold:set')
  @AnswersPage(AgencyHold)
  holds(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery) {
    return this.retention.holds(viewer, query);
  }

  @Post('privacy/holds')
  @Allow('hold:set')
  @Answers(MadeHold)
  setHold(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Body() input: SetHoldInput) {
    return this.retention.setHold(viewer, key, input);
  }

  @Post('privacy/holds/:id/lift')
  @HttpCode(200)
  @Allow('hold:set')
  @StepUp()
  @Answers(MadeHold)
  liftHold(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Id() id: string) {
    return this.retention.liftHold(viewer, key, id);
  }

  @Get('privacy/hold-requests')
  @Allow('hold:set')
  @AnswersPage(HoldRequest)
  requests(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery) {
    return this.retention.requests(viewer, query);
  }

  @Post('privacy/hold-requests/:id/refuse')
  @HttpCode(200)
  @Allow('hold:set')
  @Answers(MadeHold)
  refuseHold(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Id() id: string) {
    return this.retention.refuseHold(viewer, key, id);
  }

  /** A representative asks the own officer for a hold. */
  @Post('situations/:id/hold-requests')
  @Allow('hold:ask')
  @Answers(MadeHold)
  askHold(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: HoldReasonInput,
  ) {
    return this.retention.askHold(viewer, key, id, input.reason);
  }

  @Get('situations/:id/holds')
  @Allow('hold:read')
  @AnswersList(SituationHold)
  holdsOf(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.retention.holdsOf(viewer, id);
  }

  /** Early destruction of what the agency brought, with the person's consent; a coordinator is the second person. */
  @Post('privacy/early-destructions')
  @Allow('destruction:ask')
  @StepUp()
  @Answers(MadeHold)
  ask(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Body() input: EarlyDestructionInput) {
    return this.retention.askEarlyDestruction(viewer, key, input);
  }

  @Post('privacy/early-destructions/:id/withdraw')
  @HttpCode(200)
  @Allow('destruction:ask')
  @Answers(MadeHold)
  withdraw(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Id() id: string) {
    return this.retention.withdraw(viewer, key, id);
  }

  @Get('early-destructions')
  @Allow('destruction:second')
  @AnswersPage(EarlyDestruction)
  waiting(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery) {
    return this.retention.waiting(viewer, query);
  }

  /** The second person's word destroys at once: there is no way back. */
  @Post('early-destructions/:id/approve')
  @HttpCode(200)
  @Allow('destruction:second')
  @StepUp()
  @Answers(MadeHold)
  approve(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Id() id: string) {
    return this.retention.approve(viewer, key, id);
  }
}
