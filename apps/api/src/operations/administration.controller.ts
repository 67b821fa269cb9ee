import { Controller, Get, Query } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { AnswersPage, PageQuery, type Page } from '#edge';
import { AdministrationEventResponse, ChainResponse, RefusalResponse } from './administration.dto.js';
import { AdministrationService } from './administration.service.js';

/** The audit of administration. */
@Controller('administration')
export class AdministrationController {
  constructor(private readonly administration: AdministrationService) {}

  /** The administrative chain, newest first. */
  @Get('events')
  @Allow('administration:audit')
  @AnswersPage(AdministrationEventResponse)
  listEvents(
    @TheViewer() viewer: ActingViewer,
    @Query() query: PageQuery,
  ): Promise<Page<AdministrationEventResponse>> {
    return this.administration.listEvents(viewer, query);
  }

  /** Failed sign-ins and refused routes, counted by minute; newest first. */
  @Get('refusals')
  @Allow('administration:audit')
  @AnswersPage(RefusalResponse)
  listRefusals(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery): Promise<Page<RefusalResponse>> {
    return this.administration.listRefusals(viewer, query);
  }

  /** How far each chain of the audit is. */
  @Get('chains')
  @Allow('administration:chains')
  @AnswersPage(ChainResponse)
  listChains(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery): Promise<Page<ChainResponse>> {
    return this.administration.listChains(viewer, query);
  }
}
