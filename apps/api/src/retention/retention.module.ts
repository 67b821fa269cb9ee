import { Module } from '@nestjs/common';
import { OpeningsController } from './openings.controller.js';
import { OpeningsService } from './openings.service.js';
import { RetentionController } from './retention.controller.js';
import { RetentionService } from './retention.service.js';

@Module({
  controllers: [RetentionController, OpeningsController],
  providers: [RetentionService, OpeningsService],
})
export class RetentionModule {}
