import { Module } from '@nestjs/common';
import { SeatOffersController, SeatsController } from './seats.controller.js';
import { SeatsService } from './seats.service.js';

@Module({
  controllers: [SeatsController, SeatOffersController],
  providers: [SeatsService],
})
export class SeatsModule {}
