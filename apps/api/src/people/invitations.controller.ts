import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, StepUp, TheViewer, type ActingViewer } from '#access';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  Id,
  PageQuery,
  TheOnceKey,
  type OnceKey,
  type Page,
} from '#edge';
import { InvitationsService } from './invitations.service.js';
import { ConfirmedResponse, FaceToFaceRequest, GivenCodeResponse, InvitationResponse } from './users.dto.js';

/** Invitations and resets that were begun. */
@Controller('invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /**
   * All for an administrator, the own agency's for its privacy officer, resets at the own table for a
   * coordinator; newest first.
   */
  @Get()
  @Allow('invitation:read')
  @AnswersPage(InvitationResponse)
  list(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery): Promise<Page<InvitationResponse>> {
    return this.invitations.list(viewer, query);
  }

  /** The privacy officer vouches for the person: returns the code to hand over. */
  @Post(':id/codes')
  @Allow('invitation:code')
  @StepUp()
  @Answers(GivenCodeResponse)
  giveCode(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
  ): Promise<GivenCodeResponse> {
    return this.invitations.giveCode(viewer, key, id);
  }

  /** The coordinator confirms a reset; another administrator, an invitation of somebody without agency. */
  @Post(':id/confirmations')
  @Allow('invitation:confirm')
  @StepUp()
  @HttpCode(200)
  @Answers(ConfirmedResponse)
  confirm(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
  ): Promise<ConfirmedResponse> {
    return this.invitations.confirm(viewer, key, id);
  }

  /**
   * Confirm the invitee face to face: type the six digits on their screen, on a device of your own, within
   * two minutes.
   */
  @Post(':id/face-to-face')
  @Allow('invitation:faceToFace')
  @StepUp()
  @HttpCode(200)
  @Answers(ConfirmedResponse)
  confirmFaceToFace(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() body: FaceToFaceRequest,
  ): Promise<ConfirmedResponse> {
    return this.invitations.confirmFaceToFace(viewer, key, id, body.digits);
  }

  /** Stop it. */
  @Post(':id/cancellation')
  @Allow('invitation:cancel')
  @HttpCode(204)
  @AnswersNothing()
  cancel(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Id() id: string): Promise<void> {
    return this.invitations.cancel(viewer, key, id);
  }
}
