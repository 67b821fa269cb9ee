import { Module } from '@nestjs/common';
import { YouthController } from './youth.controller.js';
import { YouthService } from './youth.service.js';

@Module({ controllers: [YouthController], providers: [YouthService] })
export class YouthModule {}
