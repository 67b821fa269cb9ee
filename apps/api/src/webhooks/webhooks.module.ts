import { Module } from '@nestjs/common';
import { WebhookSeal } from './webhook-seal.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksService } from './webhooks.service.js';

@Module({ controllers: [WebhooksController], providers: [WebhooksService, WebhookSender, WebhookSeal] })
export class WebhooksModule {}
