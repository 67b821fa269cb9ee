import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Allow, StepUp, TheViewer, type ActingViewer } from '#access';
import type { AgencyRow } from '#database/agencies';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  Id,
  Tagged,
  TheOnceKey,
  TheVersion,
  versionTag,
  type IfMatch,
  type OnceKey,
  type Page,
} from '#edge';
import { EndedTooQuery, MadeResponse } from '../platform/shared.dto.js';
import { AgencyResponse, ChangeAgencyRequest, CreateAgencyRequest, toAgency } from './agencies.dto.js';
import { AgenciesService } from './agencies.service.js';

const tagged = (row: AgencyRow): Tagged<AgencyResponse> => new Tagged(toAgency(row), versionTag(row.version));

/** Agencies: everybody reads their labels, administrators keep them. */
@Controller('agencies')
export class AgenciesController {
  constructor(private readonly agencies: AgenciesService) {}

  /** Agencies by name. */
  @Get()
  @Allow('agency:read')
  @AnswersPage(AgencyResponse)
  async list(
    @TheViewer() viewer: ActingViewer,
    @Query() query: EndedTooQuery,
  ): Promise<Page<AgencyResponse>> {
    const { rows, next } = await this.agencies.list(viewer, query);
    return { rows: rows.map(toAgency), next };
  }

  /** One agency. */
  @Get(':id')
  @Allow('agency:read')
  @Answers(AgencyResponse)
  async get(@TheViewer() viewer: ActingViewer, @Id() id: string): Promise<Tagged<AgencyResponse>> {
    return tagged(await this.agencies.get(viewer, id));
  }

  /** A new agency. */
  @Post()
  @Allow('agency:manage')
  @Answers(MadeResponse)
  create(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Body() body: CreateAgencyRequest,
  ): Promise<MadeResponse> {
    return this.agencies.create(viewer, key, body);
  }

  /** Another name or sector. */
  @Patch(':id')
  @Allow('agency:manage')
  @Answers(AgencyResponse)
  async change(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() body: ChangeAgencyRequest,
  ): Promise<Tagged<AgencyResponse>> {
    return tagged(await this.agencies.change(viewer, id, version.version, body));
  }

  /** End an agency: its places, seats and disclosures end with it. */
  @Delete(':id')
  @Allow('agency:manage')
  @StepUp()
  @HttpCode(204)
  @AnswersNothing()
  async end(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @TheVersion() version: IfMatch,
  ): Promise<void> {
    await this.agencies.end(viewer, id, version.version);
  }
}
