import { Module } from '@nestjs/common';
import { MailService } from './mail.service.js';

@Module({ providers: [MailService] })
export class MailModule {}
