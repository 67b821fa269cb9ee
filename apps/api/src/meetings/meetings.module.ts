import { Module } from '@nestjs/common';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsService } from './meetings.service.js';
import { ProjectorController } from './projector.controller.js';
import { ProjectorService } from './projector.service.js';

@Module({
  controllers: [MeetingsController, ProjectorController],
  providers: [MeetingsService, ProjectorService],
})
export class MeetingsModule {}
