import type { Session } from '../door/session.js';
import { made, versioned } from '../door/written.js';

/** Weekdays are ISO, 1 Monday to 7 Sunday. `meetingDays` counts where both are given. */
export interface NewTable {
  readonly name: string;
  readonly region: string;
  readonly timeZone: string;
  readonly meetingWeekday: number;
  readonly meetingDays?: readonly number[] | undefined;
  readonly meetingEveryWeeks?: number | undefined;
  readonly meetingAnchorOn?: string | undefined;
  readonly meetingTime?: string | undefined;
}

export async function createTable(session: Session, table: NewTable): Promise<string> {
  return made(session, 'select sec.create_table($1, $2, $3, $4) as id', [
    table.name,
    table.region,
    table.timeZone,
    JSON.stringify(table),
  ]);
}

/** Changes what an administrator sets alone: the fields of `change` that stand there, by the names of the request. */
export async function changeTable(
  session: Session,
  id: string,
  version: number,
  change: object,
): Promise<number> {
  return versioned(session, 'select sec.change_table($1, $2, $3) as version', [
    id,
    version,
    JSON.stringify(change),
  ]);
}

/** Sets which sectors a table suggests for a group of risk factors; null: what the product suggests. */
export async function suggestSectors(
  session: Session,
  table: string,
  version: number,
  group: string,
  sectors: readonly string[] | null,
): Promise<number> {
  return versioned(session, 'select sec.suggest_sectors($1, $2, $3, $4) as version', [
    table,
    version,
    group,
    sectors,
  ]);
}

export async function endTable(session: Session, id: string, version: number): Promise<number> {
  return versioned(session, 'select sec.end_table($1, $2) as version', [id, version]);
}

/** Places an agency at a table, or changes whether it has an account there. */
export async function placeAgency(
  session: Session,
  table: string,
  version: number,
  agency: string,
  hasAccount: boolean,
): Promise<number> {
  return versioned(session, 'select sec.place_agency($1, $2, $3, $4) as version', [
    table,
    version,
    agency,
    hasAccount,
  ]);
}

export async function removeAgency(
  session: Session,
  table: string,
  version: number,
  agency: string,
): Promise<number> {
  return versioned(session, 'select sec.remove_agency($1, $2, $3) as version', [table, version, agency]);
}
