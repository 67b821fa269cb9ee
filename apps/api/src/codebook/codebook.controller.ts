import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  Id,
  PageQuery,
  Tagged,
  TheOnceKey,
  TheVersion,
  versionTag,
  type IfMatch,
  type OnceKey,
  type Page,
} from '#edge';
import { ChangesService } from './changes.service.js';
import {
  ChangeInput,
  ChangeReceipt,
  ChangesQuery,
  ChangeView,
  CodebookQuery,
  CodebookView,
  TermContentInput,
  VersionView,
} from './codebook.dto.js';
import { CodebookService } from './codebook.service.js';

/** The versioned vocabulary. */
@Controller('codebook')
export class CodebookController {
  constructor(
    private readonly codebook: CodebookService,
    private readonly changes: ChangesService,
  ) {}

  /** All terms of a version, retired ones included, in English and French. */
  @Get()
  @Allow('codebook:read')
  @Answers(CodebookView)
  async get(@TheViewer() viewer: ActingViewer, @Query() query: CodebookQuery): Promise<Tagged<CodebookView>> {
    const view = await this.codebook.get(viewer, query);
    return new Tagged(view, versionTag(view.version));
  }

  /** The versions, newest first. */
  @Get('versions')
  @Allow('codebook:read')
  @AnswersPage(VersionView)
  listVersions(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery): Promise<Page<VersionView>> {
    return this.codebook.listVersions(viewer, query);
  }

  /** Proposed, published or discarded changes, newest first; a coordinator's are those of the own table. */
  @Get('changes')
  @Allow('codebook:propose')
  @AnswersPage(ChangeView)
  listChanges(@TheViewer() viewer: ActingViewer, @Query() query: ChangesQuery): Promise<Page<ChangeView>> {
    return this.changes.list(viewer, query);
  }

  /** One change. */
  @Get('changes/:id')
  @Allow('codebook:propose')
  @Answers(ChangeView)
  async getChange(@TheViewer() viewer: ActingViewer, @Id() id: string): Promise<Tagged<ChangeView>> {
    const view = await this.changes.get(viewer, id);
    return new Tagged(view, versionTag(view.version));
  }

  /** Proposes to add, edit or retire a term; an administrator's proposal carries the first signature. */
  @Post('changes')
  @Allow('codebook:propose')
  @Answers(ChangeReceipt)
  propose(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Body() input: ChangeInput,
  ): Promise<ChangeReceipt> {
    return this.changes.propose(viewer, key, input);
  }

  /** Writes the content of an open change again; earlier signatures fall. */
  @Put('changes/:id')
  @Allow('codebook:propose')
  @Answers(ChangeReceipt)
  revise(
    @TheViewer() viewer: ActingViewer,
    @TheVersion() match: IfMatch,
    @Id() id: string,
    @Body() content: TermContentInput,
  ): Promise<ChangeReceipt> {
    return this.changes.revise(viewer, id, match.version, content);
  }

  /** Signs an open change; the second administrator's signature publishes it in a new version. */
  @Post('changes/:id/signatures')
  @Allow('codebook:publish')
  @Answers(ChangeReceipt)
  sign(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @TheVersion() match: IfMatch,
    @Id() id: string,
  ): Promise<ChangeReceipt> {
    return this.changes.sign(viewer, key, id, match.version);
  }

  /** Discards an open change. */
  @Delete('changes/:id')
  @Allow('codebook:propose')
  @HttpCode(204)
  @AnswersNothing()
  discard(@TheViewer() viewer: ActingViewer, @TheVersion() match: IfMatch, @Id() id: string): Promise<void> {
    return this.changes.discard(viewer, id, match.version);
  }
}
