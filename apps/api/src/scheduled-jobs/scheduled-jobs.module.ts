import { Module } from '@nestjs/common';
import { ScheduledJobsService } from './scheduled-jobs.service.js';
import { KeyRotation } from './key-rotation.js';

@Module({ providers: [ScheduledJobsService, KeyRotation] })
export class ScheduledJobsModule {}
