import { Controller, Get, Query } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { AnswersList, AnswersPage, PageQuery } from '#edge';
import {
  AgencyAuditQuery,
  AgencyConsent,
  AgencyCount,
  AgencyDisclosure,
  AgencyEvent,
  AuditCount,
} from './privacy.dto.js';
import { PrivacyService } from './privacy.service.js';

@Controller('privacy')
export class PrivacyController {
  constructor(private readonly privacy: PrivacyService) {}

  @Get('disclosures')
  @Allow('privacy:ledger')
  @AnswersPage(AgencyDisclosure)
  ledger(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery) {
    return this.privacy.ledger(viewer, query);
  }

  @Get('audit')
  @Allow('privacy:audit')
  @AnswersPage(AgencyEvent)
  audit(@TheViewer() viewer: ActingViewer, @Query() query: AgencyAuditQuery) {
    return this.privacy.audit(viewer, query);
  }

  @Get('consents')
  @Allow('privacy:ledger')
  @AnswersPage(AgencyConsent)
  consents(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery) {
    return this.privacy.consents(viewer, query);
  }

  @Get('counts')
  @Allow('privacy:audit')
  @AnswersList(AgencyCount)
  counts(@TheViewer() viewer: ActingViewer) {
    return this.privacy.counts(viewer);
  }

  @Get('audit-counts')
  @Allow('audit:counts')
  @AnswersPage(AuditCount)
  auditCounts(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery) {
    return this.privacy.auditCounts(viewer, query);
  }
}
