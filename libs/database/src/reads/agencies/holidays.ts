import { Read } from '../read.js';

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
