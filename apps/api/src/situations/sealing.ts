import { Inject, Injectable } from '@nestjs/common';
import {
  openText,
  seal,
  withNewTierKey,
  withTierKey,
  type FieldPlace,
  type KeyProvider,
  type KeyTier,
  type TierKey,
} from '#crypto';
import type { Session } from '#database/door';
import { openTier, type StoredKey } from '#database/situations';
import { NotFound } from '#edge';
import { Keys } from '../platform/parts.js';

/** The sealed columns of a situation, as they stand in the authenticated context of each ciphertext. */
export type SealedField =
  | 'screening.content'
  | 'tier2_text.summary'
  | 'discussion_note.note'
  | 'tier3.identity'
  | 'tier4.content'
  | 'plan.content'
  | 'safety_note.note'
  | 'report_back_detail.detail'
  | 'consent_detail.detail';

/** Those that stand beside a situation; a screening's stands alone, under a key of its own. */
export type SituationField = Exclude<SealedField, 'screening.content'>;

const tierOfField = {
  'screening.content': 1,
  'tier2_text.summary': 2,
  'discussion_note.note': 2,
  'tier3.identity': 3,
  'tier4.content': 4,
  'plan.content': 4,
  'safety_note.note': 4,
  'report_back_detail.detail': 4,
  'consent_detail.detail': 4,
} as const satisfies Record<SealedField, KeyTier>;

/** Which situation, of which table. */
export interface SituationPlace {
  readonly tableId: string;
  readonly situationId: string;
}

/** Where a sealed text stands; its tier follows from the column. */
export interface SealedPlace<Field extends SealedField = SealedField> extends SituationPlace {
  readonly field: Field;
  readonly rowId: string;
}

const placeOf = (at: SealedPlace): FieldPlace => ({ ...at, tier: tierOfField[at.field] });

/** The third wall: texts are sealed and opened here, with keys that live as long as one request. */
@Injectable()
export class Sealing {
  constructor(@Inject(Keys) private readonly keys: KeyProvider) {}

  /**
   * Opens the key of a field's tier through the database, which writes the audit event with it. @throws
   * NotFound when this seat may not open the tier now
   */
  async withTierOf<T>(
    session: Session,
    field: SituationField,
    { tableId, situationId }: SituationPlace,
    purpose: string,
    work: (dek: TierKey) => Promise<T> | T,
  ): Promise<T> {
    const tier = tierOfField[field];
    const stored = await openTier(session, situationId, tier, purpose);
    if (stored === undefined) throw new NotFound();
    return this.withStored({ tableId, situationId, tier }, stored, work);
  }

  /** Seals one text under the key of its tier. @throws NotFound when this seat may not open the tier now */
  async sealed(
    session: Session,
    at: SealedPlace<SituationField>,
    text: string,
    purpose = 'write',
  ): Promise<Buffer> {
    return this.withTierOf(session, at.field, at, purpose, (dek) => this.seal(dek, at, text));
  }

  /** Works with a wrapped key that was already handed out. */
  async withStored<T>(
    place: SituationPlace & { tier: KeyTier },
    stored: { wrapped: Uint8Array; epochId: string },
    work: (dek: TierKey) => Promise<T> | T,
  ): Promise<T> {
    return withTierKey(this.keys, place, stored, work);
  }

  /** Makes the data key of a screening. */
  async withScreeningKey<T>(
    at: { tableId: string; screeningId: string },
    work: (dek: TierKey, stored: { wrapped: Uint8Array; epochId: string }) => Promise<T>,
  ): Promise<T> {
    return withNewTierKey(this.keys, { tableId: at.tableId, situationId: at.screeningId, tier: 1 }, (made) =>
      work(made.dek, made),
    );
  }

  /** Makes the keys of tiers 2, 3 and 4 of a situation that begins; only the summary is sealed now. */
  async beginSituation(
    at: SituationPlace,
    summary: string | undefined,
  ): Promise<{ summary: Buffer | null; keys: StoredKey[] }> {
    const keys: StoredKey[] = [];
    let sealed: Buffer | null = null;
    for (const tier of [2, 3, 4] as const) {
      await withNewTierKey(this.keys, { ...at, tier }, ({ dek, wrapped, epochId }) => {
        keys.push({ tier, wrapped: Buffer.from(wrapped).toString('base64'), epochId });
        if (tier === 2 && summary !== undefined)
          sealed = this.seal(dek, { ...at, field: 'tier2_text.summary', rowId: at.situationId }, summary);
      });
    }
    return { summary: sealed, keys };
  }

  seal(dek: TierKey, at: SealedPlace, text: string): Buffer {
    return seal(dek, placeOf(at), text);
  }

  open(dek: TierKey, at: SealedPlace, sealed: Uint8Array): string {
    return openText(dek, placeOf(at), sealed);
  }
}
