import { Module } from '@nestjs/common';
import { AdministrationController } from './administration.controller.js';
import { AdministrationService } from './administration.service.js';
import { AgenciesController } from './agencies.controller.js';
import { AgenciesService } from './agencies.service.js';
import { DemoClockController } from './demo-clock.controller.js';
import { HolidaysController } from './holidays.controller.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { FoundingController, JoiningsController, TableActsController } from './joining.controller.js';
import { TableJoiningService } from './joining.service.js';
import { NoticesController } from './notices.controller.js';
import { NoticesService } from './notices.service.js';
import { SeatOffersController, SeatsController } from './seats.controller.js';
import { SeatsService } from './seats.service.js';
import { SettingsChangesController } from './settings-changes.controller.js';
import { SettingsService } from './settings.service.js';
import { TablesController } from './tables.controller.js';
import { TablesService } from './tables.service.js';
import { UpkeepController } from './upkeep.controller.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

@Module({
  controllers: [
    AgenciesController,
    TablesController,
    SettingsChangesController,
    JoiningsController,
    FoundingController,
    TableActsController,
    UsersController,
    InvitationsController,
    SeatsController,
    SeatOffersController,
    HolidaysController,
    NoticesController,
    AdministrationController,
    DemoClockController,
    UpkeepController,
  ],
  providers: [
    AgenciesService,
    TablesService,
    SettingsService,
    TableJoiningService,
    UsersService,
    InvitationsService,
    SeatsService,
    NoticesService,
    AdministrationService,
  ],
})
export class AgenciesModule {}
