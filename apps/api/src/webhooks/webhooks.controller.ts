import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Allow, StepUp, TheViewer, type ActingViewer } from '#access';
import {
  Answers,
  AnswersList,
  AnswersNothing,
  Id,
  Tagged,
  TheOnceKey,
  TheVersion,
  versionTag,
  type IfMatch,
  type OnceKey,
} from '#edge';
import {
  AddWebhookRequest,
  toWebhook,
  WebhookMade,
  WebhookResponse,
  WebhookSecretMade,
} from './webhooks.dto.js';
import { WebhooksService } from './webhooks.service.js';

/** Receivers of signed messages about the administration of this installation (Standard Webhooks). */
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  /** All webhooks. */
  @Get()
  @Allow('webhook:manage')
  @AnswersList(WebhookResponse)
  async list(@TheViewer() viewer: ActingViewer): Promise<WebhookResponse[]> {
    return (await this.webhooks.list(viewer)).map(toWebhook);
  }

  /** One webhook, with its version. */
  @Get(':id')
  @Allow('webhook:manage')
  @Answers(WebhookResponse)
  async get(@TheViewer() viewer: ActingViewer, @Id() id: string): Promise<Tagged<WebhookResponse>> {
    const row = await this.webhooks.get(viewer, id);
    return new Tagged(toWebhook(row), versionTag(row.version));
  }

  /** A new webhook; the answer is the only place where its secret stands. */
  @Post()
  @Allow('webhook:manage')
  @StepUp()
  @Answers(WebhookMade)
  add(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Body() body: AddWebhookRequest,
  ): Promise<WebhookMade> {
    return this.webhooks.add(viewer, key, body);
  }

  /** A new secret. For 24 hours messages are signed with the one before too. */
  @Post(':id/secrets')
  @Allow('webhook:manage')
  @StepUp()
  @Answers(WebhookSecretMade)
  renew(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
  ): Promise<WebhookSecretMade> {
    return this.webhooks.renew(viewer, key, id, version.version);
  }

  /** Sends again what happens from now on, after it was stopped because nothing arrived. */
  @Post(':id/resumption')
  @Allow('webhook:manage')
  @HttpCode(204)
  @AnswersNothing()
  resume(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @TheVersion() version: IfMatch,
  ): Promise<void> {
    return this.webhooks.resume(viewer, key, id, version.version);
  }

  /** Removes it; what waits for it is not sent. */
  @Delete(':id')
  @Allow('webhook:manage')
  @HttpCode(204)
  @AnswersNothing()
  remove(@TheViewer() viewer: ActingViewer, @Id() id: string, @TheVersion() version: IfMatch): Promise<void> {
    return this.webhooks.remove(viewer, id, version.version);
  }
}
