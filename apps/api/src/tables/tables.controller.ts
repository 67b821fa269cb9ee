import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { Allow, StepUp, TheViewer, type ActingViewer } from '#access';
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
import { SettingsService } from './settings.service.js';
import {
  ChangeTableRequest,
  CreateTableRequest,
  PlaceAgencyRequest,
  ProposeSettingsRequest,
  SuggestSectorsRequest,
  TableResponse,
  TableWithAgenciesResponse,
} from './tables.dto.js';
import { TablesService, type ShownTable } from './tables.service.js';

const tagged = ({ view, version }: ShownTable): Tagged<TableWithAgenciesResponse> =>
  new Tagged(view, versionTag(version));

/** Situation tables and their settings. */
@Controller('tables')
export class TablesController {
  constructor(
    private readonly tables: TablesService,
    private readonly settings: SettingsService,
  ) {}

  /** The own table; all for an administrator; a privacy officer's agency's. */
  @Get()
  @Allow('table:read')
  @AnswersPage(TableResponse)
  list(@TheViewer() viewer: ActingViewer, @Query() query: EndedTooQuery): Promise<Page<TableResponse>> {
    return this.tables.list(viewer, query);
  }

  /** One table with its settings and agencies. */
  @Get(':id')
  @Allow('table:read')
  @Answers(TableWithAgenciesResponse)
  async get(@TheViewer() viewer: ActingViewer, @Id() id: string): Promise<Tagged<TableWithAgenciesResponse>> {
    return tagged(await this.tables.get(viewer, id));
  }

  /** A new table, with the careful settings. */
  @Post()
  @Allow('table:manage')
  @Answers(MadeResponse)
  create(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Body() body: CreateTableRequest,
  ): Promise<MadeResponse> {
    return this.tables.create(viewer, key, body);
  }

  /** Name, region, time zone, meeting day, correction window. */
  @Patch(':id')
  @Allow('table:manage')
  @Answers(TableWithAgenciesResponse)
  async change(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() body: ChangeTableRequest,
  ): Promise<Tagged<TableWithAgenciesResponse>> {
    return tagged(await this.tables.change(viewer, id, version.version, body));
  }

  /** Which sectors are suggested for a group of risk factors: whom to ask first, never a score. */
  @Put(':id/suggestions')
  @Allow('table:manage')
  @Answers(TableWithAgenciesResponse)
  async suggest(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() body: SuggestSectorsRequest,
  ): Promise<Tagged<TableWithAgenciesResponse>> {
    return tagged(await this.tables.suggest(viewer, id, version.version, body));
  }

  /** End a table: its places, seats and disclosures end with it. */
  @Delete(':id')
  @Allow('table:manage')
  @StepUp()
  @HttpCode(204)
  @AnswersNothing()
  async end(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @TheVersion() version: IfMatch,
  ): Promise<void> {
    await this.tables.end(viewer, id, version.version);
  }

  /** Place an agency at the table, with or without an account. */
  @Put(':id/agencies/:agency')
  @Allow('table:manage')
  @StepUp()
  @Answers(TableWithAgenciesResponse)
  async place(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @Id('agency') agency: string,
    @TheVersion() version: IfMatch,
    @Body() body: PlaceAgencyRequest,
  ): Promise<Tagged<TableWithAgenciesResponse>> {
    return tagged(await this.tables.place(viewer, id, version.version, agency, body.hasAccount));
  }

  /** An agency leaves the table: its seats there and its disclosures end. */
  @Delete(':id/agencies/:agency')
  @Allow('table:manage')
  @StepUp()
  @Answers(TableWithAgenciesResponse)
  async remove(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @Id('agency') agency: string,
    @TheVersion() version: IfMatch,
  ): Promise<Tagged<TableWithAgenciesResponse>> {
    return tagged(await this.tables.remove(viewer, id, version.version, agency));
  }

  /** Propose settings that need a second person. */
  @Post(':id/settings-changes')
  @Allow('settings:propose')
  @Answers(MadeResponse)
  proposeSettings(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() body: ProposeSettingsRequest,
  ): Promise<MadeResponse> {
    return this.settings.propose(viewer, key, id, body);
  }
}
