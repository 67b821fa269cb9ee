import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { openText, seal, withNewTierKey, withTierKey, type FieldPlace, type KeyProvider } from '#crypto';
import { Data, once, type Asking } from '#database/door';
import { openYouthItem, writeYouthItem, youthItemsOf, type YouthItemRow } from '#database/youth';
import { NotFound, type OnceKey } from '#edge';
import { Keys } from '../platform/parts.js';
import type { YouthItem, YouthItemInput } from './youth.dto.js';

/**
 * Each item has a key of its own, so that its own day ends it alone: its id stands for the situation's in
 * what the key is bound to.
 */
const placeOf = (tableId: string, id: string): FieldPlace => ({
  tableId,
  situationId: id,
  tier: 4,
  field: 'youth_item.content',
  rowId: id,
});

/** Items under youth-justice law: for the persons they name. */
@Injectable()
export class YouthService {
  constructor(
    private readonly data: Data,
    @Inject(Keys) private readonly keys: KeyProvider,
  ) {}

  async list(asking: Asking, situation: string): Promise<YouthItem[]> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const rows = await youthItemsOf(session, situation);
      if (rows.length === 0) throw new NotFound();
      const items: YouthItem[] = [];
      for (const row of rows) {
        const place = placeOf(row.table_id, row.id);
        const text = await withTierKey(
          this.keys,
          place,
          await openYouthItem(session, situation, row.id, 'read'),
          (dek) => openText(dek, place, row.content),
        );
        items.push(viewOf(row, text));
      }
      return items;
    });
  }

  write(
    asking: Asking,
    key: OnceKey,
    situation: string,
    { text, recipients, destroyBy }: YouthItemInput,
  ): Promise<{ id: string }> {
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => {
          const { tableId } = session.viewer;
          if (tableId === null) throw new NotFound();
          const id = randomUUID();
          const place = placeOf(tableId, id);
          await withNewTierKey(this.keys, place, ({ dek, wrapped, epochId }) =>
            writeYouthItem(session, situation, {
              id,
              content: seal(dek, place, text),
              wrapped,
              epochId,
              destroyBy,
              recipients,
            }),
          );
          return { id };
        },
      ),
    );
  }
}

function viewOf({ id, agency, destroy_by, written_at }: YouthItemRow, text: string): YouthItem {
  return { id, agency, text, destroyBy: destroy_by, writtenAt: written_at.toISOString() };
}
