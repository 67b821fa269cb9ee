import { Injectable } from '@nestjs/common';
import { freshToken, hashToken, type ActingViewer } from '#access';
import { Data, once } from '#database/door';
import {
  changeUserStatus,
  createUser,
  endUserSessions,
  mailInvitation,
  startReset,
  userById,
  userRows,
  type UserRow,
} from '#database/people';
import { Cursors, pageOf, type OnceKey, type Page } from '#edge';
import { MailSeal } from '../platform/mail-seal.js';
import type { CreateUserRequest, InvitedResponse, UsersQuery } from './users.dto.js';

/** Users of the installation, for administrators (matrix row 36). */
@Injectable()
export class UsersService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
    private readonly seal: MailSeal,
  ) {}

  async list(viewer: ActingViewer, { limit, after, status }: UsersQuery): Promise<Page<UserRow>> {
    const scope = { seatId: viewer.seatId, route: 'users', filter: status ?? null };
    const [name = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      userRows.rows(session, [status ?? null, name, limit + 1]),
    );
    return pageOf(rows, limit, (last) => this.cursors.seal([last.sign_in_name], scope));
  }

  get(viewer: ActingViewer, id: string): Promise<UserRow> {
    return this.data.as(viewer, viewer.requestId, (session) => userById.one(session, [id]));
  }

  /**
   * The token leaves in this answer alone, or in an email to the invitee alone: a repeat of the request gives
   * its ids again, and no token.
   */
  async create(viewer: ActingViewer, key: OnceKey, request: CreateUserRequest): Promise<InvitedResponse> {
    const token = freshToken();
    const { mailAddress } = request;
    let isNew = false;
    const receipt = await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => {
          isNew = true;
          const made = await createUser(session, request, request.agencyId, hashToken(token));
          if (mailAddress !== undefined)
            await mailInvitation(
              session,
              made.invitationId,
              await this.seal.sealEmail(made.userId, { address: mailAddress, secret: token }),
            );
          return { ...made };
        },
      ),
    );
    return { ...receipt, token: isNew && mailAddress === undefined ? token : null };
  }

  changeStatus(viewer: ActingViewer, id: string, version: number, active: boolean): Promise<UserRow> {
    return this.data.as(viewer, viewer.requestId, async (session) => {
      await changeUserStatus(session, id, version, active);
      return userById.one(session, [id]);
    });
  }

  endSessions(viewer: ActingViewer, key: OnceKey, id: string): Promise<{ ended: number }> {
    return this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => userById.one(session, [id]),
        async () => ({ ended: await endUserSessions(session, id) }),
      ),
    );
  }

  async startReset(viewer: ActingViewer, key: OnceKey, userId: string): Promise<InvitedResponse> {
    const token = freshToken();
    let isNew = false;
    const receipt = await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => userById.one(session, [userId]),
        async () => {
          isNew = true;
          return { userId, invitationId: await startReset(session, userId, hashToken(token)) };
        },
      ),
    );
    return { ...receipt, token: isNew ? token : null };
  }
}
