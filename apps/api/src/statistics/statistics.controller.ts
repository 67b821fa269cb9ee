import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Allow, StepUp, TheViewer, type ActingViewer } from '#access';
import {
  Answers,
  AnswersFile,
  AnswersList,
  AnswersPage,
  Id,
  PageQuery,
  TheOnceKey,
  type OnceKey,
} from '#edge';
import {
  ApprovedExport,
  AskedExport,
  AskExportInput,
  CutYear,
  ExportView,
  FigureTable,
  Manifest,
  OwnTableQuery,
  TableQuery,
} from './statistics.dto.js';
import { StatisticsService } from './statistics.service.js';

@Controller('statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get('own-table/years')
  @Allow('statistics:ownTable')
  @AnswersList(CutYear)
  ownYears(@TheViewer() viewer: ActingViewer) {
    return this.statistics.years(viewer);
  }

  @Get('own-table/conclusions')
  @Allow('statistics:ownTable')
  @Answers(FigureTable)
  ownConclusions(@TheViewer() viewer: ActingViewer, @Query() query: OwnTableQuery) {
    return this.statistics.table(viewer, query.year, ['conclusionGroup']);
  }

  @Get('across-tables/years')
  @Allow('statistics:acrossTables')
  @AnswersList(CutYear)
  years(@TheViewer() viewer: ActingViewer) {
    return this.statistics.years(viewer);
  }

  @Get('across-tables/figures')
  @Allow('statistics:acrossTables')
  @Answers(FigureTable)
  figures(@TheViewer() viewer: ActingViewer, @Query() query: TableQuery) {
    return this.statistics.table(
      viewer,
      query.year,
      query.and === undefined || query.and === query.by ? [query.by] : [query.by, query.and],
    );
  }

  @Post('exports')
  @Allow('export:ask')
  @StepUp()
  @Answers(AskedExport)
  ask(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Body() input: AskExportInput) {
    return this.statistics.ask(viewer, key, input.year);
  }

  @Get('exports')
  @Allow('export:approve')
  @AnswersPage(ExportView)
  exports(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery) {
    return this.statistics.exports(viewer, query);
  }

  @Post('exports/:id/approve')
  @HttpCode(200)
  @Allow('export:approve')
  @StepUp()
  @Answers(ApprovedExport)
  async approve(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Id() id: string) {
    return this.statistics.approve(viewer, key, id);
  }

  @Get('exports/:id/records.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="records.csv"')
  @Allow('export:ask')
  @StepUp()
  @AnswersFile('text/csv')
  async file(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return new StreamableFile(await this.statistics.file(viewer, id));
  }

  @Get('exports/:id/manifest')
  @Allow('export:ask')
  @Answers(Manifest)
  manifest(@TheViewer() viewer: ActingViewer, @Id() id: string) {
    return this.statistics.manifest(viewer, id);
  }
}
