import { Module } from '@nestjs/common';
import { policyProvider } from './policy.js';
import { ContentController } from './content.controller.js';
import { ContentAccess } from './content-access.js';
import { ContentService } from './content.service.js';
import { MovesController } from './moves.controller.js';
import { MovesService } from './moves.service.js';
import { ScreeningsController } from './screenings.controller.js';
import { ScreeningsService } from './screenings.service.js';
import { Sealing } from './sealing.js';
import { SituationsController } from './situations.controller.js';
import { SituationsService } from './situations.service.js';

@Module({
  controllers: [ScreeningsController, SituationsController, MovesController, ContentController],
  providers: [
    policyProvider,
    Sealing,
    ScreeningsService,
    SituationsService,
    MovesService,
    ContentAccess,
    ContentService,
  ],
})
export class SituationsModule {}
