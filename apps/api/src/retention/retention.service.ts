import { Injectable } from '@nestjs/common';
import { Data, once, type Asking, type Session } from '#database/door';
import {
  agencyCertificates,
  agencyHolds,
  agencyRetention,
  approveEarlyDestruction,
  askEarlyDestruction,
  askHold,
  earlyDestructions,
  holdRequests,
  liftHold,
  refuseHold,
  setHold,
  situationHolds,
  withdrawEarlyDestruction,
  type CertificateRow,
} from '#database/retention';
import { Cursors, readPage, type OnceKey, type Page, type PageQuery, type Place } from '#edge';
import type {
  AgencyHold,
  Certificate,
  DueQuery,
  DueSituation,
  EarlyDestruction,
  EarlyDestructionInput,
  HoldRequest,
  SetHoldInput,
  SituationHold,
} from './retention.dto.js';

type Made = { id: string };

/**
 * The end of a situation, as privacy officers answer for it. The database judges clock, hold and second
 * person; nothing here does.
 */
@Injectable()
export class RetentionService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  due(asking: Asking, query: DueQuery): Promise<Page<DueSituation>> {
    const within = query.within ?? null;
    return this.page(asking, 'privacy/retention', query, {
      filter: within,
      find: (session, [on = null, id = null], limit) =>
        agencyRetention.rows(session, [within, on, id, limit]),
      placeOf: (row) => [row.destroy_on, row.situation_id],
      view: ({ situation_id, concluded_on, destroy_on, early_id, ...row }) => ({
        ...row,
        situationId: situation_id,
        concludedOn: concluded_on,
        destroyOn: destroy_on,
        earlyDestructionId: early_id,
      }),
    });
  }

  holds(asking: Asking, query: PageQuery): Promise<Page<AgencyHold>> {
    return this.page(asking, 'privacy/holds', query, {
      find: (session, [isLifted = null, on = null, id = null], limit) =>
        agencyHolds.rows(session, [isLifted, on, id, limit]),
      placeOf: (row) => [String(row.lifted_at !== null), row.review_on, row.id],
      view: ({ situation_id, review_on, review_due, set_at, lifted_at, ...row }) => ({
        ...row,
        situationId: situation_id,
        reviewOn: review_on,
        reviewDue: review_due,
        setAt: set_at,
        liftedAt: lifted_at,
      }),
    });
  }

  async holdsOf(asking: Asking, situation: string): Promise<SituationHold[]> {
    const rows = await this.data.as(asking, asking.requestId, (session) =>
      situationHolds.rows(session, [situation]),
    );
    return rows.map(({ review_on, set_at, lifted_at, ...row }) => ({
      ...row,
      reviewOn: review_on,
      setAt: set_at,
      liftedAt: lifted_at,
    }));
  }

  requests(asking: Asking, query: PageQuery): Promise<Page<HoldRequest>> {
    return this.page(asking, 'privacy/hold-requests', query, {
      find: (session, [at = null, id = null], limit) => holdRequests.rows(session, [at, id, limit]),
      placeOf: (row) => [row.asked_at, row.id],
      view: ({ situation_id, asked_by, asked_at, ...row }) => ({
        ...row,
        situationId: situation_id,
        askedBy: asked_by,
        askedAt: asked_at,
      }),
    });
  }

  certificates(asking: Asking, query: PageQuery): Promise<Page<Certificate>> {
    return this.page(asking, 'privacy/certificates', query, {
      find: (session, [at = null, id = null], limit) => agencyCertificates.rows(session, [at, id, limit]),
      placeOf: (row) => [row.destroyed_at, row.situation_id],
      view: certificateOf,
    });
  }

  waiting(asking: Asking, query: PageQuery): Promise<Page<EarlyDestruction>> {
    return this.page(asking, 'early-destructions', query, {
      find: (session, [at = null, id = null], limit) => earlyDestructions.rows(session, [at, id, limit]),
      placeOf: (row) => [row.asked_at, row.id],
      view: ({ situation_id, consented_on, asked_at, ...row }) => ({
        ...row,
        situationId: situation_id,
        consentedOn: consented_on,
        askedAt: asked_at,
      }),
    });
  }

  private page<T, R>(
    asking: Asking,
    route: string,
    query: PageQuery,
    list: {
      readonly filter?: unknown;
      readonly find: (session: Session, place: Place, limit: number) => Promise<readonly T[]>;
      readonly placeOf: (last: T) => Place;
      readonly view: (row: T) => R;
    },
  ): Promise<Page<R>> {
    return readPage(this.cursors, {
      ...list,
      scope: { seatId: asking.seatId, route, filter: list.filter ?? null },
      query,
      find: (place, limit) =>
        this.data.as(asking, asking.requestId, (session) => list.find(session, place, limit)),
    });
  }

  setHold(asking: Asking, key: OnceKey, { situation, reason, reviewOn }: SetHoldInput): Promise<Made> {
    return this.make(asking, key, (session) => setHold(session, situation, reason, reviewOn));
  }

  askHold(asking: Asking, key: OnceKey, situation: string, reason: string): Promise<Made> {
    return this.make(asking, key, (session) => askHold(session, situation, reason));
  }

  askEarlyDestruction(
    asking: Asking,
    key: OnceKey,
    { situation, consent, consentedOn }: EarlyDestructionInput,
  ): Promise<Made> {
    return this.make(asking, key, (session) => askEarlyDestruction(session, situation, consent, consentedOn));
  }

  liftHold(asking: Asking, key: OnceKey, id: string): Promise<Made> {
    return this.done(asking, key, id, liftHold);
  }

  refuseHold(asking: Asking, key: OnceKey, id: string): Promise<Made> {
    return this.done(asking, key, id, refuseHold);
  }

  withdraw(asking: Asking, key: OnceKey, id: string): Promise<Made> {
    return this.done(asking, key, id, withdrawEarlyDestruction);
  }

  approve(asking: Asking, key: OnceKey, id: string): Promise<Made> {
    return this.done(asking, key, id, approveEarlyDestruction);
  }

  private make(asking: Asking, key: OnceKey, work: (session: Session) => Promise<string>): Promise<Made> {
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => ({ id: await work(session) }),
      ),
    );
  }

  private done(
    asking: Asking,
    key: OnceKey,
    id: string,
    work: (session: Session, id: string) => Promise<void>,
  ): Promise<Made> {
    return this.make(asking, key, async (session) => {
      await work(session, id);
      return id;
    });
  }
}

const sealedTables = [
  'tier2_text',
  'discussion_note',
  'tier3',
  'tier4',
  'plan',
  'safety_note',
  'report_back_detail',
  'consent_detail',
];

function certificateOf({
  situation_id,
  destroyed_at,
  content_hash,
  keys_hash,
  rows,
  ...row
}: CertificateRow): Certificate {
  const sum = (names: readonly string[]): number =>
    names.reduce((total, name) => total + (rows[name] ?? 0), 0);
  return {
    ...row,
    situationId: situation_id,
    destroyedAt: destroyed_at,
    contentHash: content_hash,
    keysHash: keys_hash,
    rows: { sealedTexts: sum(sealedTables), keys: rows['tier_key'] ?? 0, all: sum(Object.keys(rows)) },
  };
}
