import { Module } from '@nestjs/common';
import { FoundingController, JoiningsController, TableActsController } from './joining.controller.js';
import { TableJoiningService } from './joining.service.js';
import { SettingsChangesController } from './settings-changes.controller.js';
import { SettingsService } from './settings.service.js';
import { TablesController } from './tables.controller.js';
import { TablesService } from './tables.service.js';

@Module({
  controllers: [
    TablesController,
    SettingsChangesController,
    JoiningsController,
    FoundingController,
    TableActsController,
  ],
  providers: [TablesService, SettingsService, TableJoiningService],
})
export class TablesModule {}
