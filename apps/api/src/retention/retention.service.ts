import { Injectable } from '@nestjs/common';
import {
  agencyCertificates,
  agencyHolds,
  agencyRetention,
  approveEarlyDestruction,
  askEarlyDestruction,
  askHold,
  Data,
  earlyDestructions,
  holdRequests,
  liftHold,
  once,
  refuseHold,
  setHold,
  situationHolds,
  withdrawEarlyDestruction,
  type Asking,
  type CertificateRow,
  type Session,
} from '#database';
import type { OnceKey } from '#edge';
import type {
  AgencyHold,
  Certificate,
  DueSituation,
  EarlyDestruction,
  EarlyDestructionInput,
  HoldRequest,
  SetHoldInput,
  SituationHold,
} from './retention.dto.js';

type Made = { id: string };

/** The end of a situation, as privacy officers answer for it. The database judges clock, hold and second person; nothing here does. */
@Injectable()
export class RetentionService {
  constructor(private readonly data: Data) {}

  async due(asking: Asking, within: number | undefined): Promise<DueSituation[]> {
    const rows = await this.data.as(asking, asking.requestId, (session) =>
      agencyRetention.rows(session, [within ?? null]),
    );
    return rows.map(({ situation_id, concluded_on, destroy_on, early_id, ...row }) => ({
      ...row,
      situationId: situation_id,
      concludedOn: concluded_on,
      destroyOn: destroy_on,
      earlyDestructionId: early_id,
    }));
  }

  async holds(asking: Asking): Promise<AgencyHold[]> {
    const rows = await this.data.as(asking, asking.requestId, (session) => agencyHolds.rows(session, []));
    return rows.map(({ situation_id, review_on, review_due, set_at, lifted_at, ...row }) => ({
      ...row,
      situationId: situation_id,
      reviewOn: review_on,
      reviewDue: review_due,
      setAt: set_at,
      liftedAt: lifted_at,
    }));
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

  async requests(asking: Asking): Promise<HoldRequest[]> {
    const rows = await this.data.as(asking, asking.requestId, (session) => holdRequests.rows(session, []));
    return rows.map(({ situation_id, asked_by, asked_at, ...row }) => ({
      ...row,
      situationId: situation_id,
      askedBy: asked_by,
      askedAt: asked_at,
    }));
  }

  async certificates(asking: Asking): Promise<Certificate[]> {
    return (
      await this.data.as(asking, asking.requestId, (session) => agencyCertificates.rows(session, []))
    ).map(certificateOf);
  }

  async waiting(asking: Asking): Promise<EarlyDestruction[]> {
    const rows = await this.data.as(asking, asking.requestId, (session) =>
      earlyDestructions.rows(session, []),
    );
    return rows.map(({ situation_id, consented_on, asked_at, ...row }) => ({
      ...row,
      situationId: situation_id,
      consentedOn: consented_on,
      askedAt: asked_at,
    }));
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
