import { Module } from '@nestjs/common';
import { ClockService } from './clock.service.js';
import { KeyRotation } from './key-rotation.js';

@Module({ providers: [ClockService, KeyRotation] })
export class ClockModule {}
