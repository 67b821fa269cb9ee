import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Allow, StepUp, TheViewer, type ActingViewer } from '#access';
import type { UserRow } from '#database/people';
import {
  Answers,
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
import {
  ChangeStatusRequest,
  CreateUserRequest,
  InvitedResponse,
  SessionsEndedResponse,
  toUser,
  UserResponse,
  UsersQuery,
} from './users.dto.js';
import { UsersService } from './users.service.js';

const tagged = (row: UserRow): Tagged<UserResponse> => new Tagged(toUser(row), versionTag(row.version));

/** Users of the installation. */
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  /** Users by sign-in name. */
  @Get()
  @Allow('user:manage')
  @AnswersPage(UserResponse)
  async list(@TheViewer() viewer: ActingViewer, @Query() query: UsersQuery): Promise<Page<UserResponse>> {
    const { rows, next } = await this.users.list(viewer, query);
    return { rows: rows.map(toUser), next };
  }

  /** One user. */
  @Get(':id')
  @Allow('user:manage')
  @Answers(UserResponse)
  async get(@TheViewer() viewer: ActingViewer, @Id() id: string): Promise<Tagged<UserResponse>> {
    return tagged(await this.users.get(viewer, id));
  }

  /** Invite somebody: a user without a password, who comes in by this token and the privacy officer's code. */
  @Post()
  @Allow('user:manage')
  @Answers(InvitedResponse)
  create(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Body() body: CreateUserRequest,
  ): Promise<InvitedResponse> {
    return this.users.create(viewer, key, body);
  }

  /** Disable, which ends the sessions, or enable again. */
  @Put(':id/status')
  @Allow('user:manage')
  @StepUp()
  @Answers(UserResponse)
  async changeStatus(
    @TheViewer() viewer: ActingViewer,
    @Id() id: string,
    @TheVersion() version: IfMatch,
    @Body() body: ChangeStatusRequest,
  ): Promise<Tagged<UserResponse>> {
    return tagged(await this.users.changeStatus(viewer, id, version.version, body.active));
  }

  /** End all sessions of a user. */
  @Post(':id/session-endings')
  @Allow('user:manage')
  @HttpCode(200)
  @Answers(SessionsEndedResponse)
  endSessions(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
  ): Promise<SessionsEndedResponse> {
    return this.users.endSessions(viewer, key, id);
  }

  /**
   * Start a reset of password and second factor; it opens when officer and coordinator confirm, else after a
   * day of notice.
   */
  @Post(':id/resets')
  @Allow('user:manage')
  @StepUp()
  @Answers(InvitedResponse)
  startReset(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Id() id: string,
  ): Promise<InvitedResponse> {
    return this.users.startReset(viewer, key, id);
  }
}
