import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTooManyRequestsResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, Public, StepUp, TheAccount, type SignedIn } from '#access';
import { Answers, AnswersFile, AnswersNothing, sourceOf, Tagged, viewTag, type ApiRequest } from '#edge';
import { CalendarReceipt, OwnCalendarView } from './calendar.dto.js';
import { CalendarService } from './calendar.service.js';

@Controller()
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  /** Whether there is a meeting feed of one's own. */
  @Get('me/calendar')
  @Allow('account:use')
  @Answers(OwnCalendarView)
  async own(@TheAccount() me: SignedIn): Promise<OwnCalendarView> {
    return { madeAt: (await this.calendar.madeAt(me))?.toISOString() ?? null };
  }

  /**
   * Makes the feed, or a new secret for it; the earlier one stops working. The answer is the only place where
   * the secret stands.
   */
  @Post('me/calendar')
  @Allow('account:use')
  @StepUp()
  @Answers(CalendarReceipt)
  async make(@TheAccount() me: SignedIn): Promise<CalendarReceipt> {
    const { madeAt, secret } = await this.calendar.make(me);
    return { madeAt: madeAt.toISOString(), path: `/api/v1/calendar/${secret}/meetings.ics` };
  }

  /** Ends the feed. */
  @Delete('me/calendar')
  @Allow('account:use')
  @HttpCode(204)
  @AnswersNothing()
  async revoke(@TheAccount() me: SignedIn): Promise<void> {
    await this.calendar.revoke(me);
  }

  /**
   * The meetings of one's tables for a calendar program: when, where, which table. The secret is the proof; a
   * wrong one finds nothing.
   */
  @Get('calendar/:secret/meetings.ics')
  @Public()
  @AnswersFile('text/calendar')
  @ApiTooManyRequestsResponse()
  async feed(
    @Param('secret') secret: string,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Tagged<string>> {
    const source = sourceOf(request.ip);
    const hash = request.edge.fingerprint(`calendar ${source}`);
    const text = await this.calendar.feed(secret, { source, hash }, request.id);
    // Kept by the reader alone, and asked for again each time: what is revoked or called off must not linger.
    reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'private, no-cache');
    return new Tagged(text, viewTag(text));
  }
}
