import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, StepUp, TheViewer, type ActingViewer } from '#access';
import { AnswersNothing, AnswersPage, Id, PageQuery, TheOnceKey, type OnceKey, type Page } from '#edge';
import { HandBackInput, OpenTask } from './tasks.dto.js';
import { TasksService } from './tasks.service.js';

/** What waits for somebody until it is done. */
@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  /**
   * Open tasks of the acting seat: a coordinator's are the table's, a representative's and a privacy
   * officer's the own agency's. The longest waiting first.
   */
  @Get()
  @Allow('task:read')
  @AnswersPage(OpenTask)
  list(@TheViewer() viewer: ActingViewer, @Query() query: PageQuery): Promise<Page<OpenTask>> {
    return this.tasks.list(viewer, query);
  }

  /** A representative takes over the role that an earlier colleague had. */
  @Post(':id/take-over')
  @Allow('task:takeOver')
  @HttpCode(204)
  @AnswersNothing()
  takeOver(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Id() id: string): Promise<void> {
    return this.tasks.takeOver(viewer, key, id);
  }

  /**
   * The privacy officer of an agency that nobody represents withdraws what it brought, or gives its role back
   * at once.
   */
  @Post(':id/hand-back')
  @Allow('task:handBack')
  @StepUp()
  @HttpCode(204)
  @AnswersNothing()
  handBack(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
    @Body() input: HandBackInput,
  ): Promise<void> {
    return this.tasks.handBack(viewer, key, id, input.reason);
  }
}
