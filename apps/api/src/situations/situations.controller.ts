import { Controller, Get, Query } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { Answers, AnswersPage, AnswersWhole, Id, PageQuery, Tagged, viewTag } from '#edge';
import {
  LedgerView,
  OthersSeeView,
  SituationListRow,
  SituationQuery,
  SituationView,
  TimelineView,
  SawEntry,
} from './situations.dto.js';
import { SituationsService } from './situations.service.js';

@Controller('situations')
export class SituationsController {
  constructor(private readonly situations: SituationsService) {}

  @Get()
  @Allow('situation:read')
  @AnswersPage(SituationListRow)
  list(@TheViewer() viewer: ActingViewer, @Query() query: SituationQuery) {
    return this.situations.list(viewer, query);
  }

  @Get(':id')
  @Allow('situation:read')
  @Answers(SituationView)
  async get(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    const view = await this.situations.get(viewer, id);
    return new Tagged(view, viewTag(view));
  }

  @Get(':id/ledger')
  @Allow('ledger:read')
  @AnswersWhole(LedgerView)
  ledger(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.situations.ledger(viewer, id);
  }

  @Get(':id/timeline')
  @Allow('situation:read')
  @AnswersWhole(TimelineView)
  timeline(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.situations.timeline(viewer, id);
  }

  @Get(':id/who-saw')
  @Allow('whoSaw:read')
  @AnswersPage(SawEntry)
  whoSaw(@TheViewer() viewer: ActingViewer, @Id() id: string, @Query() query: PageQuery) {
    return this.situations.whoSaw(viewer, id, query);
  }

  @Get(':id/what-others-see')
  @Allow('situation:preview')
  @AnswersWhole(OthersSeeView)
  whatOthersSee(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.situations.whatOthersSee(viewer, id);
  }
}
