import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, StepUp, TheViewer, type ActingViewer } from '#access';
import { Answers, AnswersPage, Id, PageQuery, TheOnceKey, type OnceKey } from '#edge';
import { AskOpeningInput, MadeOpening, OpenedPackage, Opening } from './openings.dto.js';
import { OpeningsService } from './openings.service.js';

/** Opening what is concluded, by two people (matrix row 27). */
@Controller('openings')
export class OpeningsController {
  constructor(private readonly openings: OpeningsService) {}

  @Get()
  @Allow('opening:read')
  @AnswersPage(Opening)
  list(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery) {
    return this.openings.list(viewer, query);
  }

  @Post()
  @Allow('opening:ask')
  @StepUp()
  @Answers(MadeOpening)
  ask(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Body() input: AskOpeningInput) {
    return this.openings.ask(viewer, key, input.situation, input.purpose);
  }

  /** The coordinator, or another privacy officer whose agency has to do with it. */
  @Post(':id/approve')
  @HttpCode(200)
  @Allow('opening:second')
  @StepUp()
  @Answers(MadeOpening)
  approve(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Id() id: string) {
    return this.openings.approve(viewer, key, id);
  }

  /** What the asker's own agency wrote, for thirty minutes from the approval; each reading is in the audit. */
  @Get(':id/package')
  @Allow('opening:ask')
  @StepUp()
  @Answers(OpenedPackage)
  package(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.openings.package(viewer, id);
  }
}
