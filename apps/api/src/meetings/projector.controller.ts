import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, projectorCookie, projectorHashOf, Public, TheViewer, type ActingViewer } from '#access';
import { Answers, NotFound, sourceOf, TheOnceKey, type ApiRequest, type OnceKey } from '#edge';
import {
  EndReceipt,
  PairingView,
  PairInput,
  PairReceipt,
  ProjectorView,
  ShadeInput,
  ShadeReceipt,
} from './projector.dto.js';
import { ProjectorService } from './projector.service.js';

/** The screen on the wall. Its device has no user: it is known by its own cookie, which opens one route. */
@Controller('projector')
export class ProjectorController {
  constructor(private readonly projector: ProjectorService) {}

  /** Asks for a code to show; a coordinator types it within two minutes. */
  @Post('pairing')
  @HttpCode(200)
  @Public()
  @Answers(PairingView)
  async begin(
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PairingView> {
    const source = sourceOf(request.ip);
    const hash = request.edge.fingerprint(`projector ${source}`);
    const { view, token } = await this.projector.begin({ source, hash }, request.id);
    reply.header('set-cookie', projectorCookie(token));
    return view;
  }

  /** The current card of the open meeting, for a paired device; everybody else finds nothing (matrix, PR). */
  @Get('card')
  @Public()
  @Answers(ProjectorView)
  async card(@Req() request: ApiRequest): Promise<ProjectorView> {
    const tokenHash = projectorHashOf(request.headers.cookie);
    if (tokenHash === undefined) throw new NotFound();
    return this.projector.card(tokenHash, sourceOf(request.ip), request.id);
  }

  /** Pairs the projector that shows this code with the own table. */
  @Post('pair')
  @HttpCode(200)
  @Allow('projector:control')
  @Answers(PairReceipt)
  pair(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Body() input: PairInput) {
    return this.projector.pair(viewer, key, input.code);
  }

  /** Covers the projector and all devices that follow the meeting, or uncovers them. */
  @Post('shade')
  @HttpCode(200)
  @Allow('projector:control')
  @Answers(ShadeReceipt)
  shade(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Body() input: ShadeInput) {
    return this.projector.shade(viewer, key, input.on);
  }

  /** Ends every projector of the table. */
  @Post('end')
  @HttpCode(200)
  @Allow('projector:control')
  @Answers(EndReceipt)
  end(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey) {
    return this.projector.end(viewer, key);
  }
}
