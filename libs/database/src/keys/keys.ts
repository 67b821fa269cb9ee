import type { Data } from '../door/data.js';

/**
 * A wrapped key as it is stored: of a tier of a situation, or of a screening, whose own id stands for its
 * situation.
 */
export interface KeyRow {
  readonly kind: string;
  readonly place: { readonly tableId: string; readonly situationId: string; readonly tier: 1 | 2 | 3 | 4 };
  readonly wrapped: Uint8Array;
  readonly epochId: string;
}

interface Stored {
  kind: string;
  table_id: string;
  place_id: string;
  tier: 1 | 2 | 3 | 4;
  wrapped: Buffer;
  epoch_id: string;
}

type Place = KeyRow['place'] | typeof first;
const first = {
  tableId: '00000000-0000-0000-0000-000000000000',
  situationId: '00000000-0000-0000-0000-000000000000',
  tier: 0,
} as const;

const keyRow = (row: Stored): KeyRow => ({
  kind: row.kind,
  place: { tableId: row.table_id, situationId: row.place_id, tier: row.tier },
  wrapped: row.wrapped,
  epochId: row.epoch_id,
});

/** The stored keys as the job's login reaches them, for wrapping them again. Each piece is a transaction of its own. */
export class StoredKeys {
  constructor(private readonly data: Data) {}

  /** Works as the only rotation there is. @returns undefined while another process is at it */
  async alone<T>(work: () => Promise<T>): Promise<T | undefined> {
    const { mine } = await this.data.asJob('', (queries) =>
      queries.one<{ mine: boolean }>('select sec.take_rotation() as mine'),
    );
    if (!mine) return undefined;
    try {
      return await work();
    } finally {
      await this.data.asJob('', (queries) => queries.rows('select sec.end_rotation()'));
    }
  }

  async retire(epochId: string): Promise<void> {
    await this.data.asJob('', (queries) => queries.rows('select app.retire_epoch($1)', [epochId]));
  }

  async *toRewrap(limit: number): AsyncGenerator<readonly KeyRow[]> {
    const rows = await this.data.asJob('', (queries) =>
      queries.rows<{ id: string }>('select e.id from app.retired_epochs() e (id)'),
    );
    const retired = new Set(rows.map(({ id }) => id));
    for await (const page of this.pages(limit)) yield page.filter(({ epochId }) => retired.has(epochId));
  }

  /**
   * Every stored key, page by page, each page a transaction of its own. A key that is made meanwhile may be
   * missed, one that is destroyed meanwhile may be given: none changes its place.
   */
  async *pages(limit = 1_000): AsyncGenerator<readonly KeyRow[]> {
    for (const kind of ['tier', 'screening', 'youth']) {
      for (let place: Place | undefined = first; place !== undefined;) {
        const page: readonly KeyRow[] = await this.page(kind, place, limit);
        if (page.length > 0) yield page;
        place = page.length < limit ? undefined : page.at(-1)?.place;
      }
    }
  }

  private async page(kind: string, { tableId, situationId, tier }: Place, limit: number): Promise<KeyRow[]> {
    return this.data.asJob('', async (queries) =>
      (
        await queries.rows<Stored & Record<string, unknown>>(
          'select k.kind, k.table_id, k.place_id, k.tier, k.wrapped, k.epoch_id from app.keys_page($1, $2, $3, $4, $5) k',
          [kind, tableId, situationId, tier, limit],
        )
      ).map(keyRow),
    );
  }

  async store(keys: readonly (KeyRow & { readonly from: string })[]): Promise<number> {
    const rows = keys.map((key) => ({
      kind: key.kind,
      table_id: key.place.tableId,
      place_id: key.place.situationId,
      tier: key.place.tier,
      from: key.from,
      wrapped: Buffer.from(key.wrapped).toString('base64'),
      epoch: key.epochId,
    }));
    return this.data.asJob(
      '',
      async (queries) =>
        (
          await queries.one<{ n: number }>('select app.store_rewrapped($1::jsonb) as n', [
            JSON.stringify(rows),
          ])
        ).n,
    );
  }

  async noteDestroyed(epochId: string): Promise<void> {
    await this.data.asJob('', (queries) => queries.rows('select app.note_epoch_destroyed($1)', [epochId]));
  }
}
