import { Inject, Injectable } from '@nestjs/common';
import { freshCode, freshToken, hashRecoveryCode, hashToken } from '#access';
import { openText, withTierKey, type KeyProvider } from '#crypto';
import { Data, once } from '#database/door';
import {
  beginPair,
  beginPairing,
  endProjectors,
  pairProjector,
  passPair,
  projectorCard,
  shadeAll,
  type ProjectorCardRow,
} from '#database/meetings';
import { Problem, type OnceKey } from '#edge';
import { Lanes } from '../platform/lanes.js';
import { Keys } from '../platform/parts.js';
import type { Asking } from './meetings.service.js';
import type { EndReceipt, PairingView, PairReceipt, ProjectorView, ShadeReceipt } from './projector.dto.js';

/** A device that begins to wait: what it shows, and its own token for the cookie. */
export interface Waiting {
  readonly view: PairingView;
  readonly token: string;
}

const goodFor = 2 * 60_000;

/** The projector: pairing, its one card, and the coordinator's hold on it. */
@Injectable()
export class ProjectorService {
  constructor(
    private readonly data: Data,
    @Inject(Keys) private readonly keys: KeyProvider,
    private readonly lanes: Lanes,
  ) {}

  /** @param from where the device is, and a keyed hash of that */
  async begin(from: { source: string; hash: string }, requestId: string): Promise<Waiting> {
    const [token, code] = [freshToken(), freshCode(8)];
    const place = { group: from.source, part: 'projector' };
    const goodUntil = new Date(Date.now() + goodFor).toISOString();
    const pauseMs = await this.lanes.take(place, () =>
      this.data.asAuthn(requestId, (queries) =>
        beginPairing(queries, hashToken(token), hashRecoveryCode(code), from.hash),
      ),
    );
    return this.lanes.judge(place, pauseMs, () => Promise.resolve({ token, view: { code, goodUntil } }));
  }

  /** @throws Problem `request.tooMany` after wrong codes of the same person */
  async pair(asking: Asking, key: OnceKey, code: string): Promise<PairReceipt> {
    const wait = await this.data.asAuthn(asking.requestId, (authn) => beginPair(authn, asking.tokenHash));
    if (wait > 0) throw new Problem('request.tooMany', [], wait);
    const receipt = await this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        async () => undefined,
        async () => ({ id: await pairProjector(session, hashRecoveryCode(code)) }),
      ),
    );
    await this.data.asAuthn(asking.requestId, (authn) => passPair(authn, asking.tokenHash));
    return receipt;
  }

  async shade(asking: Asking, key: OnceKey, on: boolean): Promise<ShadeReceipt> {
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        async () => undefined,
        async () => {
          await shadeAll(session, on);
          return { on };
        },
      ),
    );
  }

  async end(asking: Asking, key: OnceKey): Promise<EndReceipt> {
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        async () => undefined,
        async () => ({ ended: await endProjectors(session) }),
      ),
    );
  }

  /** @throws RowMissing (not found) for a device that is not paired, or not any more */
  async card(tokenHash: string, source: string, requestId: string): Promise<ProjectorView> {
    return this.lanes.lookUp({ group: source, part: tokenHash }, () => this.readCard(tokenHash, requestId));
  }

  private async readCard(tokenHash: string, requestId: string): Promise<ProjectorView> {
    return this.data.asProjector(tokenHash, requestId, async (queries) => {
      const row = await projectorCard(queries);
      if (row === undefined) return { state: 'noMeeting', card: null };
      if (row.shaded) return { state: 'shaded', card: null };
      if (row.situation_id === null) return { state: 'noCard', card: null };
      return {
        state: 'card',
        card: {
          number: row.number,
          stage: row.stage,
          ...row.codes,
          persons: row.persons,
          originatingSector: row.originating_sector,
          terms: row.terms,
          summary: await this.summaryOf(row, row.situation_id),
        },
      };
    });
  }

  private async summaryOf(row: ProjectorCardRow, situationId: string): Promise<string | null> {
    const { summary, wrapped, epoch_id: epochId, table_id: tableId } = row;
    if (summary === null || wrapped === null || epochId === null) return null;
    const place = { tableId, situationId, tier: 2 } as const;
    return withTierKey(this.keys, place, { wrapped, epochId }, (dek) =>
      openText(dek, { ...place, field: 'tier2_text.summary', rowId: situationId }, summary),
    );
  }
}
