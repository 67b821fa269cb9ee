import { Controller, Get } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { Answers, Tagged, viewTag } from '#edge';
import { WeekView } from './week.dto.js';
import { WeekService } from './week.service.js';

@Controller('week')
export class WeekController {
  constructor(private readonly week: WeekService) {}

  /** What the acting seat is to do this week. */
  @Get()
  @Allow('week:read')
  @Answers(WeekView)
  async get(@TheViewer() viewer: ActingViewer): Promise<Tagged<WeekView>> {
    const view = await this.week.get(viewer);
    return new Tagged(view, viewTag(view));
  }
}
