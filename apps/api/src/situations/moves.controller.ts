import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import type { MoveName, Request } from '#domain/filters';
import { Answers, Id, Tagged, TheOnceKey, TheVersion, versionTag, type IfMatch, type OnceKey } from '#edge';
import {
  AcceptInput,
  AgencyInput,
  AnswerInput,
  AssignAgainInput,
  AssignInput,
  ConcludeInput,
  DeclineInput,
  FromInput,
  ReasonInput,
  ReassignInput,
  RecordRiskInput,
  ReleaseInput,
  SendBackInput,
  MovedAnswer,
} from './moves.dto.js';
import { MovesService, type Moved } from './moves.service.js';

/** One line a move; a move that takes nothing refuses whatever is sent with it (`move.unusedParameter`). If-Match carries the situation's version (`"v3"`), the answer the next one. */
@Controller('situations/:id/moves')
export class MovesController {
  constructor(private readonly moves: MovesService) {}

  @Post('confirm-on-behalf')
  @HttpCode(200)
  @Allow('situation:confirmOnBehalf')
  @Answers(MovedAnswer)
  confirmOnBehalf(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: object,
  ) {
    return this.move(viewer, key, 'confirmOnBehalf', id, version, input);
  }

  @Post('record-risk')
  @HttpCode(200)
  @Allow('situation:recordRisk')
  @Answers(MovedAnswer)
  recordRisk(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: RecordRiskInput,
  ) {
    return this.move(viewer, key, 'recordRisk', id, version, input);
  }

  @Post('take-back-risk')
  @HttpCode(200)
  @Allow('situation:recordRisk')
  @Answers(MovedAnswer)
  takeBackRisk(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: object,
  ) {
    return this.move(viewer, key, 'takeBackRisk', id, version, input);
  }

  @Post('reject')
  @HttpCode(200)
  @Allow('situation:reject')
  @Answers(MovedAnswer)
  reject(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: ReasonInput,
  ) {
    return this.move(viewer, key, 'reject', id, version, input);
  }

  @Post('send-back')
  @HttpCode(200)
  @Allow('situation:reject')
  @Answers(MovedAnswer)
  sendBack(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: SendBackInput,
  ) {
    return this.move(viewer, key, 'sendBack', id, version, input);
  }

  @Post('undo')
  @HttpCode(200)
  @Allow('situation:undo')
  @Answers(MovedAnswer)
  undo(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: object,
  ) {
    return this.move(viewer, key, 'undo', id, version, input);
  }

  @Post('withdraw')
  @HttpCode(200)
  @Allow('situation:withdraw')
  @Answers(MovedAnswer)
  withdraw(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: ReasonInput,
  ) {
    return this.move(viewer, key, 'withdraw', id, version, input);
  }

  @Post('release-identifiers')
  @HttpCode(200)
  @Allow('situation:release')
  @Answers(MovedAnswer)
  releaseIdentifiers(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: ReleaseInput,
  ) {
    return this.move(viewer, key, 'releaseIdentifiers', id, version, input);
  }

  @Post('release-again')
  @HttpCode(200)
  @Allow('situation:release')
  @Answers(MovedAnswer)
  releaseAgain(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: ReleaseInput,
  ) {
    return this.move(viewer, key, 'releaseAgain', id, version, input);
  }

  @Post('answer')
  @HttpCode(200)
  @Allow('answer:give')
  @Answers(MovedAnswer)
  answer(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: AnswerInput,
  ) {
    return this.move(viewer, key, 'answer', id, version, input);
  }

  @Post('close-round')
  @HttpCode(200)
  @Allow('answer:close')
  @Answers(MovedAnswer)
  closeRound(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: object,
  ) {
    return this.move(viewer, key, 'closeRound', id, version, input);
  }

  @Post('assign')
  @HttpCode(200)
  @Allow('assignment:assign')
  @Answers(MovedAnswer)
  assign(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: AssignInput,
  ) {
    return this.move(viewer, key, 'assign', id, version, input);
  }

  @Post('assign-again')
  @HttpCode(200)
  @Allow('assignment:assign')
  @Answers(MovedAnswer)
  assignAgain(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: AssignAgainInput,
  ) {
    return this.move(viewer, key, 'assignAgain', id, version, input);
  }

  @Post('accept-assignment')
  @HttpCode(200)
  @Allow('assignment:answer')
  @Answers(MovedAnswer)
  acceptAssignment(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: AcceptInput,
  ) {
    return this.move(viewer, key, 'acceptAssignment', id, version, input);
  }

  @Post('decline-assignment')
  @HttpCode(200)
  @Allow('assignment:answer')
  @Answers(MovedAnswer)
  declineAssignment(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: DeclineInput,
  ) {
    return this.move(viewer, key, 'declineAssignment', id, version, input);
  }

  @Post('add-assisting')
  @HttpCode(200)
  @Allow('assignment:add')
  @Answers(MovedAnswer)
  addAssisting(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: AgencyInput,
  ) {
    return this.move(viewer, key, 'addAssisting', id, version, input);
  }

  @Post('leave-assignment')
  @HttpCode(200)
  @Allow('assignment:leave')
  @Answers(MovedAnswer)
  leaveAssignment(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: ReasonInput,
  ) {
    return this.move(viewer, key, 'leaveAssignment', id, version, input);
  }

  @Post('propose-lead')
  @HttpCode(200)
  @Allow('lead:propose')
  @Answers(MovedAnswer)
  proposeLead(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: AgencyInput,
  ) {
    return this.move(viewer, key, 'proposeLead', id, version, input);
  }

  @Post('confirm-lead')
  @HttpCode(200)
  @Allow('lead:confirm')
  @Answers(MovedAnswer)
  confirmLead(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: object,
  ) {
    return this.move(viewer, key, 'confirmLead', id, version, input);
  }

  @Post('take-over-lead')
  @HttpCode(200)
  @Allow('lead:takeOver')
  @Answers(MovedAnswer)
  takeOverLead(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: object,
  ) {
    return this.move(viewer, key, 'takeOverLead', id, version, input);
  }

  @Post('reassign')
  @HttpCode(200)
  @Allow('part:reassign')
  @Answers(MovedAnswer)
  reassign(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: ReassignInput,
  ) {
    return this.move(viewer, key, 'reassign', id, version, input);
  }

  @Post('end-part')
  @HttpCode(200)
  @Allow('part:reassign')
  @Answers(MovedAnswer)
  endPart(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: FromInput,
  ) {
    return this.move(viewer, key, 'endPart', id, version, input);
  }

  @Post('withdraw-on-behalf')
  @HttpCode(200)
  @Allow('situation:withdrawOnBehalf')
  @Answers(MovedAnswer)
  withdrawOnBehalf(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: ReasonInput,
  ) {
    return this.move(viewer, key, 'withdrawOnBehalf', id, version, input);
  }

  @Post('propose-conclusion')
  @HttpCode(200)
  @Allow('conclusion:propose')
  @Answers(MovedAnswer)
  proposeConclusion(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: ReasonInput,
  ) {
    return this.move(viewer, key, 'proposeConclusion', id, version, input);
  }

  @Post('conclude')
  @HttpCode(200)
  @Allow('conclusion:conclude')
  @Answers(MovedAnswer)
  conclude(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: ConcludeInput,
  ) {
    return this.move(viewer, key, 'conclude', id, version, input);
  }

  @Post('correct-conclusion')
  @HttpCode(200)
  @Allow('conclusion:conclude')
  @Answers(MovedAnswer)
  correctConclusion(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: ConcludeInput,
  ) {
    return this.move(viewer, key, 'correctConclusion', id, version, input);
  }

  @Post('reopen')
  @HttpCode(200)
  @Allow('conclusion:conclude')
  @Answers(MovedAnswer)
  reopen(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: object,
  ) {
    return this.move(viewer, key, 'reopen', id, version, input);
  }

  private async move(
    viewer: ActingViewer,
    key: OnceKey,
    name: MoveName,
    id: string,
    version: IfMatch,
    request: Request,
  ): Promise<Tagged<Moved>> {
    const moved = await this.moves.move(viewer, key, name, id, version.version, request);
    return new Tagged(moved, versionTag(moved.version));
  }
}
