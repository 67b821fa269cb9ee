import { versioned } from '../door/written.js';
import type { Session } from '../door/session.js';
import { Read } from '../door/read.js';

export interface HolidayRow {
  readonly on_day: string;
  readonly name: string | null;
}

/** The installation's holidays, the earliest first: the whole list, which has at most a thousand days. */
export const holidayRows = new Read<HolidayRow>(
  'agencies.holidays',
  `
select to_char(h.on_day, 'YYYY-MM-DD') as on_day, h.name
from sec.holiday h
where h.gone_version is null
order by h.on_day`,
);

/** How often the list was changed. */
export const holidayVersion = new Read<{ readonly version: number }>(
  'agencies.holidayVersion',
  `
select l.version from sec.holiday_list l`,
);

/** Replaces the installation's list of holidays. @throws 40001 */
export async function setHolidays(
  session: Session,
  version: number,
  days: readonly { readonly on: string; readonly name: string | null }[],
): Promise<number> {
  return versioned(session, 'select sec.set_holidays($1, $2) as version', [version, JSON.stringify(days)]);
}
