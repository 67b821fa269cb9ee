import { Module } from '@nestjs/common';
import { CalendarRuleController } from './calendar-rule.controller.js';
import { CalendarRuleService } from './calendar-rule.service.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsService } from './meetings.service.js';
import { ProjectorController } from './projector.controller.js';
import { ProjectorService } from './projector.service.js';

@Module({
  controllers: [CalendarRuleController, MeetingsController, ProjectorController],
  providers: [CalendarRuleService, MeetingsService, ProjectorService],
})
export class MeetingsModule {}
