import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, StepUp, TheViewer, type ActingViewer } from '#access';
import { Answers, AnswersNothing, AnswersPage, Id, TheOnceKey, type OnceKey, type Page } from '#edge';
import { SettingsService } from './settings.service.js';
import { ApprovalResponse, SettingsChangeResponse, SettingsChangesQuery } from './tables.dto.js';

/** Proposed settings of tables, until two persons have spoken. */
@Controller('settings-changes')
export class SettingsChangesController {
  constructor(private readonly settings: SettingsService) {}

  /** Those that wait, newest first. */
  @Get()
  @Allow('settings:propose')
  @AnswersPage(SettingsChangeResponse)
  list(
    @TheViewer() viewer: ActingViewer,
    @Query() query: SettingsChangesQuery,
  ): Promise<Page<SettingsChangeResponse>> {
    return this.settings.list(viewer, query);
  }

  /** Approve; the word that was missing applies them. */
  @Post(':id/approval')
  @Allow('settings:approve')
  @StepUp()
  @HttpCode(200)
  @Answers(ApprovalResponse)
  approve(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
  ): Promise<ApprovalResponse> {
    return this.settings.approve(viewer, key, id);
  }

  /** Withdraw. */
  @Post(':id/withdrawal')
  @Allow('settings:propose')
  @HttpCode(204)
  @AnswersNothing()
  withdraw(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Id() id: string): Promise<void> {
    return this.settings.withdraw(viewer, key, id);
  }
}
