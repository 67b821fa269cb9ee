import { Module } from '@nestjs/common';
import { ChangesService } from './changes.service.js';
import { CodebookController } from './codebook.controller.js';
import { CodebookService } from './codebook.service.js';

@Module({ controllers: [CodebookController], providers: [CodebookService, ChangesService] })
export class CodebookModule {}
