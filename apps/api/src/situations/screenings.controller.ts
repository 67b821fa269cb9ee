import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  Id,
  PageQuery,
  Tagged,
  TheOnceKey,
  TheVersion,
  versionTag,
  type IfMatch,
  type OnceKey,
} from '#edge';
import {
  BringInput,
  BringOnBehalfInput,
  BroughtAnswer,
  ChangedAnswer,
  PreviewView,
  ScreeningInput,
  ScreeningHeader,
  ScreeningView,
} from './screenings.dto.js';
import { ScreeningsService } from './screenings.service.js';

@Controller()
export class ScreeningsController {
  constructor(private readonly screenings: ScreeningsService) {}

  @Post('screenings')
  @Allow('screening:write')
  @Answers(ChangedAnswer)
  add(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Body() input: ScreeningInput) {
    return this.screenings.add(viewer, key, input);
  }

  @Get('screenings')
  @Allow('screening:write')
  @AnswersPage(ScreeningHeader)
  list(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery) {
    return this.screenings.list(viewer, query);
  }

  @Get('screenings/:id')
  @Allow('screening:write')
  @Answers(ScreeningView)
  async get(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    const view = await this.screenings.get(viewer, id);
    return new Tagged(view, versionTag(view.version));
  }

  @Put('screenings/:id')
  @Allow('screening:write')
  @Answers(ChangedAnswer)
  async rewrite(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: ScreeningInput,
  ) {
    const changed = await this.screenings.rewrite(viewer, id, version.version, input);
    return new Tagged(changed, versionTag(changed.version));
  }

  @Delete('screenings/:id')
  @HttpCode(204)
  @Allow('screening:write')
  @AnswersNothing()
  drop(@TheViewer() viewer: ActingViewer, @Id() id: string, @TheVersion() version: IfMatch) {
    return this.screenings.drop(viewer, id, version.version);
  }

  @Get('screenings/:id/preview')
  @Allow('screening:preview')
  @Answers(PreviewView)
  preview(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.screenings.preview(viewer, id);
  }

  @Post('screenings/:id/bring-to-table')
  @Allow('situation:bring')
  @Answers(BroughtAnswer)
  bring(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() input: BringInput,
  ) {
    return this.screenings.bring(viewer, key, id, version.version, input.ownMeansExhausted);
  }

  @Post('situations/bring-on-behalf')
  @Allow('situation:bringOnBehalf')
  @Answers(BroughtAnswer)
  bringOnBehalf(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Body() input: BringOnBehalfInput,
  ) {
    return this.screenings.bringOnBehalf(viewer, key, input);
  }
}
