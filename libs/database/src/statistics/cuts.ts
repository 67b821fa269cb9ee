import { Read } from '../door/read.js';
import { utc, utcExact } from '../door/utc.js';

/**
 * A class of a year's cut: fields that it stands for, and how many records; the remainder stands for all that
 * is not shown.
 */
export interface ClassRow {
  readonly type: string | null;
  readonly age_band: string | null;
  readonly sex: string | null;
  readonly conclusion_group: string | null;
  readonly remainder: boolean;
  readonly records: number;
}

/** The scope comes from the walls: a seat's own table, or all tables together for an auditor. */
export const cutYears = new Read<{ year: number; withheld: boolean }>(
  'statistics.years',
  `
select c.year, c.withheld from stats.year_cut c order by c.year desc`,
);

/** $1 year */
export const yearClasses = new Read<ClassRow>(
  'statistics.classes',
  `
select c.type, c.age_band, c.sex, c.conclusion_group, c.remainder, c.records from stats.year_class c where c.year = $1
order by c.remainder, c.type, c.age_band, c.sex, c.conclusion_group`,
);

export interface ExportRow {
  readonly id: string;
  readonly year: number;
  readonly own: boolean;
  readonly asked_at: string;
  readonly approved_at: string | null;
  readonly approved_as: string | null;
}
const exportColumns = `e.id, e.year, e.asked_by = (select (sec.ctx()).user_id) as own, ${utcExact('e.asked_at')} as asked_at,
  ${utc('e.approved_at')} as approved_at, e.approved_as`;
/** $1 id */
export const exportAsked = new Read<ExportRow>(
  'statistics.export',
  `
select ${exportColumns}
from stats.export e where e.id = $1`,
);

/** Exports that were asked for, the latest first. $1 $2 before this time and id, $3 how many */
export const exportsAsked = Read.inOrder<ExportRow>(
  'statistics.exports',
  `
select ${exportColumns}
from stats.export e where $2::uuid is null or (e.asked_at, e.id) < ($1::timestamptz, $2) order by e.asked_at desc, e.id desc limit $3`,
);
