import type { Day } from '#domain/days';
import type { Session } from '../door/session.js';

/** An item as it is stored, under a key of its own. */
export interface YouthItemRow {
  readonly id: string;
  readonly table_id: string;
  readonly agency: string;
  readonly content: Buffer;
  readonly destroy_by: Day;
  readonly written_at: Date;
}

/** What an item is written with; its key comes wrapped. */
export interface NewYouthItem {
  readonly id: string;
  readonly content: Buffer;
  readonly wrapped: Uint8Array;
  readonly epochId: string;
  readonly destroyBy: string;
  readonly recipients: readonly string[];
}

/**
 * @throws P0002 for whoever neither brought it nor takes part; P0001 with a code for a day or recipients that
 * are none
 */
export async function writeYouthItem(session: Session, situation: string, item: NewYouthItem): Promise<void> {
  await session.rows('select app.write_youth_item($1, $2, $3, $4, $5, $6::date, $7)', [
    situation,
    item.id,
    item.content,
    item.wrapped,
    item.epochId,
    item.destroyBy,
    item.recipients,
  ]);
}

/** The items that name the viewer. */
export async function youthItemsOf(session: Session, situation: string): Promise<YouthItemRow[]> {
  return session.rows(
    `select i.id, i.table_id, a.name as agency, i.content, to_char(i.destroy_at at time zone t.time_zone, 'YYYY-MM-DD') as destroy_by, i.written_at
    from app.youth_item i left join sec.agency a on a.id = i.agency_id join sec.situation_table t on t.id = i.table_id where i.table_id = (select (sec.ctx()).table_id) and i.situation_id = $1 order by i.written_at, i.id`,
    [situation],
  );
}

/** The wrapped key of an item, handed out together with its audit event. @throws P0002 */
export async function openYouthItem(
  session: Session,
  situation: string,
  item: string,
  purpose: string,
): Promise<{ wrapped: Buffer; epochId: string }> {
  return session.one('select k.wrapped, k.epoch_id as "epochId" from app.open_youth_item($1, $2, $3) k', [
    situation,
    item,
    purpose,
  ]);
}
