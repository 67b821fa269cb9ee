import { Controller, Get, Headers, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { AnswersStream } from '#edge';
import { LiveService } from './live.service.js';

@Controller('events')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  @Get()
  @Allow('events:stream')
  @AnswersStream()
  async stream(
    @TheViewer() viewer: ActingViewer,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.live.begin(viewer, lastEventId, () => {
      reply.hijack();
      return reply.raw;
    });
  }
}
