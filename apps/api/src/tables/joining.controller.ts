import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, StepUp, TheViewer, type ActingViewer } from '#access';
import {
  Answers,
  AnswersNothing,
  AnswersPage,
  Id,
  PageQuery,
  TheOnceKey,
  type OnceKey,
  type Page,
} from '#edge';
import {
  ConfirmFoundingRequest,
  FoundingResponse,
  JoiningResponse,
  TableActResponse,
  YesResponse,
} from './joining.dto.js';
import { TableJoiningService } from './joining.service.js';

/** Agencies that are asked for at a table with situations, and wait for a yes from inside. */
@Controller('joinings')
export class JoiningsController {
  constructor(private readonly joining: TableJoiningService) {}

  /** Those that wait, newest first: all for an administrator, otherwise those of the viewer's tables. */
  @Get()
  @Allow('joining:read')
  @AnswersPage(JoiningResponse)
  list(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery): Promise<Page<JoiningResponse>> {
    return this.joining.list(viewer, query);
  }

  /**
   * Say yes: a coordinator and a privacy officer of the table, neither made by the administrator who asks.
   * The second yes places the agency.
   */
  @Post(':id/yes')
  @Allow('joining:sayYes')
  @StepUp()
  @HttpCode(200)
  @Answers(YesResponse)
  sayYes(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
  ): Promise<YesResponse> {
    return this.joining.sayYes(viewer, key, id);
  }

  /** Refuse it, or withdraw it as an administrator. */
  @Post(':id/refusal')
  @Allow('joining:refuse')
  @HttpCode(204)
  @AnswersNothing()
  refuse(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Id() id: string): Promise<void> {
    return this.joining.refuse(viewer, key, id);
  }
}

/** A table until its first situation, and who sits there when it begins. */
@Controller('tables/:id/founding')
export class FoundingController {
  constructor(private readonly joining: TableJoiningService) {}

  /**
   * The list of agencies and people, and who confirmed just this list; after the first situation, the list
   * that was confirmed.
   */
  @Get()
  @Allow('founding:read')
  @Answers(FoundingResponse)
  get(@TheViewer() viewer: ActingViewer, @Id() id: string): Promise<FoundingResponse> {
    return this.joining.founding(viewer, id);
  }

  /** Confirm the list as it was read. */
  @Post('confirmations')
  @Allow('founding:confirm')
  @StepUp()
  @HttpCode(200)
  @Answers(FoundingResponse)
  confirm(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() body: ConfirmFoundingRequest,
  ): Promise<FoundingResponse> {
    return this.joining.confirm(viewer, key, id, body.listHash);
  }

  /**
   * Say that one has read the list: a new seat, an officer for each table of the agency; once, before the first
   * work.
   */
  @Post('seen')
  @Allow('founding:see')
  @HttpCode(204)
  @AnswersNothing()
  see(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() body: ConfirmFoundingRequest,
  ): Promise<void> {
    return this.joining.see(viewer, key, id, body.listHash);
  }
}

/** What administration did at the viewer's tables. */
@Controller('table-acts')
export class TableActsController {
  constructor(private readonly joining: TableJoiningService) {}

  /**
   * Agencies placed, people seated, enabled or reset, and by whom; newest first. A notice `table.acts` once
   * an hour says that there is something new.
   */
  @Get()
  @Allow('administration:told')
  @AnswersPage(TableActResponse)
  list(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery): Promise<Page<TableActResponse>> {
    return this.joining.acts(viewer, query);
  }
}
