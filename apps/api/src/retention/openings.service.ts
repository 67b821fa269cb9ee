import { Inject, Injectable } from '@nestjs/common';
import { openText, withTierKey, type KeyPlace, type KeyProvider } from '#crypto';
import { Data, once, type Asking } from '#database/door';
import {
  approveOpening,
  askOpening,
  openings,
  openSealed,
  type SealedContribution,
} from '#database/retention';
import { Cursors, NotFound, readPage, type OnceKey, type Page, type PageQuery } from '#edge';
import { Keys } from '../platform/parts.js';
import type { Opening, OpenedPackage, OpenedText } from './openings.dto.js';

/**
 * Dual control over what is concluded: one officer asks, a second person approves, the asker reads what the
 * own agency wrote.
 */
@Injectable()
export class OpeningsService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
    @Inject(Keys) private readonly keys: KeyProvider,
  ) {}

  list(asking: Asking, query: PageQuery): Promise<Page<Opening>> {
    return readPage(this.cursors, {
      scope: { seatId: asking.seatId, route: 'openings', filter: null },
      query,
      find: ([at = null, id = null], limit) =>
        this.data.as(asking, asking.requestId, (session) => openings.rows(session, [at, id, limit])),
      placeOf: (row) => [row.asked_at, row.id],
      view: ({ situation_id, asked_at, approved_at, ...row }) => ({
        ...row,
        situationId: situation_id,
        askedAt: asked_at,
        approvedAt: approved_at,
      }),
    });
  }

  ask(asking: Asking, key: OnceKey, situation: string, purpose: string): Promise<{ id: string }> {
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => ({ id: await askOpening(session, situation, purpose) }),
      ),
    );
  }

  approve(asking: Asking, key: OnceKey, id: string): Promise<{ id: string }> {
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => {
          await approveOpening(session, id);
          return { id };
        },
      ),
    );
  }

  async package(asking: Asking, id: string): Promise<OpenedPackage> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const rows = await openSealed(session, id);
      const [first] = rows;
      if (first === undefined) throw new NotFound();
      const texts: OpenedText[] = [];
      for (const row of rows) texts.push({ field: row.field, tier: row.tier, text: await this.opened(row) });
      return { situationId: first.situation_id, number: first.number, texts };
    });
  }

  private opened(row: SealedContribution): Promise<string> {
    const place: KeyPlace = { tableId: row.table_id, situationId: row.situation_id, tier: row.tier };
    return withTierKey(this.keys, place, { wrapped: row.wrapped, epochId: row.epoch_id }, (dek) =>
      openText(dek, { ...place, field: row.field, rowId: row.row_id }, row.sealed),
    );
  }
}
