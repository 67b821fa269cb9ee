import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { AnswersNothing, AnswersPage, Id, PageQuery, TheOnceKey, type OnceKey, type Page } from '#edge';
import { NoticeResponse } from './notices.dto.js';
import { NoticesService } from './notices.service.js';

/** The own notices. */
@Controller('notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  /** Newest first. */
  @Get()
  @Allow('notice:read')
  @AnswersPage(NoticeResponse)
  list(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery): Promise<Page<NoticeResponse>> {
    return this.notices.list(viewer, query);
  }

  /** Seen. */
  @Post(':id/seen')
  @Allow('notice:read')
  @HttpCode(204)
  @AnswersNothing()
  see(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Id() id: string): Promise<void> {
    return this.notices.see(viewer, key, id);
  }
}
