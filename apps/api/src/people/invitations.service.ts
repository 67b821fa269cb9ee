import { Injectable } from '@nestjs/common';
import { freshCode, hashRecoveryCode, type ActingViewer } from '#access';
import { Data, once } from '#database/door';
import {
  cancelInvitation,
  confirmFaceToFace,
  confirmInvitation,
  giveCode,
  invitationById,
  invitationRows,
} from '#database/people';
import { Cursors, pageOf, Problem, type OnceKey, type Page, type PageQuery } from '#edge';
import { toInvitation, type GivenCodeResponse, type InvitationResponse } from './users.dto.js';

/** Invitations and resets, and the words that they wait for (matrix rows 36 and 53). */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async list(viewer: ActingViewer, { limit, after }: PageQuery): Promise<Page<InvitationResponse>> {
    const scope = { seatId: viewer.seatId, route: 'invitations', filter: null };
    const [place = null, id = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      invitationRows.rows(session, [place, id, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.place, last.id], scope));
    return { rows: page.rows.map(toInvitation), next: page.next };
  }

  /** The code leaves in this answer alone; a repeat of the request gives none, a new request a new one. */
  async giveCode(viewer: ActingViewer, key: OnceKey, id: string): Promise<GivenCodeResponse> {
    const code = freshCode(12);
    let isNew = false;
    const { opensAt } = await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => invitationById.one(session, [id]),
        async () => {
          isNew = true;
          return { opensAt: (await giveCode(session, id, hashRecoveryCode(code))).toISOString() };
        },
      ),
    );
    return { code: isNew ? code : null, opensAt };
  }

  confirm(viewer: ActingViewer, key: OnceKey, id: string): Promise<{ opensAt: string }> {
    return this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => invitationById.one(session, [id]),
        async () => ({ opensAt: (await confirmInvitation(session, id)).toISOString() }),
      ),
    );
  }

  /** @throws Problem `invitation.faceToFace.wrong`, after the try was counted */
  async confirmFaceToFace(
    viewer: ActingViewer,
    key: OnceKey,
    id: string,
    digits: string,
  ): Promise<{ opensAt: string }> {
    const { opensAt } = await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => invitationById.one(session, [id]),
        async () => ({
          opensAt: (await confirmFaceToFace(session, id, digits))
            ? (await invitationById.one(session, [id])).opens_at.toISOString()
            : null,
        }),
      ),
    );
    if (opensAt === null) throw new Problem('invitation.faceToFace.wrong');
    return { opensAt };
  }

  async cancel(viewer: ActingViewer, key: OnceKey, id: string): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => invitationById.one(session, [id]),
        async () => {
          await cancelInvitation(session, id);
          return { id };
        },
      ),
    );
  }
}
