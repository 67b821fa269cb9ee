import { Module } from '@nestjs/common';
import { AdministrationController } from './administration.controller.js';
import { AdministrationService } from './administration.service.js';
import { DemoClockController } from './demo-clock.controller.js';
import { HolidaysController } from './holidays.controller.js';
import { UpkeepController } from './upkeep.controller.js';

@Module({
  controllers: [HolidaysController, AdministrationController, DemoClockController, UpkeepController],
  providers: [AdministrationService],
})
export class OperationsModule {}
