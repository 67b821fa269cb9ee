import { Injectable } from '@nestjs/common';
import type { ActingViewer } from '#access';
import { Data, once } from '#database/door';
import { noticeRows, seeNotice } from '#database/people';
import { Cursors, pageOf, type OnceKey, type Page, type PageQuery } from '#edge';
import { toNotice, type NoticeResponse } from './notices.dto.js';

/** What people are told of administration. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async list(viewer: ActingViewer, { limit, after }: PageQuery): Promise<Page<NoticeResponse>> {
    const scope = { seatId: viewer.seatId, route: 'notices', filter: null };
    const [place = null, id = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      noticeRows.rows(session, [place, id, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.place, last.id], scope));
    return { rows: page.rows.map(toNotice), next: page.next };
  }

  async see(viewer: ActingViewer, key: OnceKey, id: string): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => {
          await seeNotice(session, id);
          return { id };
        },
      ),
    );
  }
}
