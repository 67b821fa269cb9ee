import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { Answers, AnswersPage, Tagged, TheVersion, versionTag, type IfMatch } from '#edge';
import {
  ComingMeetingsQuery,
  ComingMeetingView,
  MeetingRuleInput,
  MeetingRuleReceipt,
  MeetingRuleView,
} from './calendar-rule.dto.js';
import { CalendarRuleService } from './calendar-rule.service.js';

/** When the table meets. */
@Controller('meetings')
export class CalendarRuleController {
  constructor(private readonly calendar: CalendarRuleService) {}

  /** The table’s meetings from today to a year ahead, those called off and those of holidays among them. */
  @Get('coming')
  @Allow('meeting:read')
  @AnswersPage(ComingMeetingView)
  coming(@TheViewer() viewer: ActingViewer, @Query() query: ComingMeetingsQuery) {
    return this.calendar.coming(viewer, query);
  }

  /** The rule that plans the table’s meetings. */
  @Get('rule')
  @Allow('meeting:read')
  @Answers(MeetingRuleView)
  async rule(@TheViewer() viewer: ActingViewer) {
    const view = await this.calendar.rule(viewer);
    return new Tagged(view, versionTag(view.version));
  }

  /** Sets the rule from a day on. Meetings that were convened, moved or called off stay as they are. */
  @Put('rule')
  @Allow('meeting:convene')
  @Answers(MeetingRuleReceipt)
  async setRule(
    @TheViewer() viewer: ActingViewer,
    @TheVersion() version: IfMatch,
    @Body() input: MeetingRuleInput,
  ) {
    const receipt = await this.calendar.setRule(viewer, version.version, input);
    return new Tagged(receipt, versionTag(receipt.version));
  }
}
