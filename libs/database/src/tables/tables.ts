import type { Day } from '#domain/days';
import { tableSettingNames, tableSettings, type TableSettings } from '#domain/vocabulary';
import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

export interface TableRow {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly region_code: string;
  readonly time_zone: string;
  /** The rule that holds today. */
  readonly meeting_days: number[];
  readonly meeting_every_weeks: number;
  readonly meeting_anchor_on: string;
  readonly meeting_time: string;
  readonly identifier_recipients: 'everyoneSeated' | 'agenciesAsked' | 'nobody';
  readonly risk_rule: 'vote' | 'agreement';
  readonly retention_months: number;
  readonly settings: TableSettings;
  readonly version: number;
  readonly ended_at: Date | null;
  readonly coordinators: number;
  readonly founding: boolean;
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
}

/** The plain settings by name, as the domain declares them. */
const settings = tableSettingNames.map((name) => `'${name}', t.${tableSettings[name].column}`).join(', ');

const tableColumns = `t.id, t.name, t.region, t.region_code, t.time_zone, rule.days as meeting_days, rule.every_weeks as meeting_every_weeks,
  to_char(rule.anchor_on, 'YYYY-MM-DD') as meeting_anchor_on, to_char(rule.at_time, 'HH24:MI') as meeting_time, t.identifier_recipients, t.risk_rule, t.retention_months, jsonb_build_object(${settings}) as settings, t.version, t.ended_at, t.founding,
  t.suggestions,
  (select count(*)::int from sec.seat s where s.table_id = t.id and s.persona = 'coordinator'
    and s.starts_at <= (select sec.domain_now()) and s.ends_at > (select sec.domain_now())) as coordinators`;

const ruleToday = `cross join lateral (
  select r.days, r.every_weeks, r.anchor_on, r.at_time from sec.meeting_rule r
  where r.table_id = t.id and r.from_on <= ((select sec.domain_now()) at time zone t.time_zone)::date
  order by r.from_on desc limit 1
) rule`;

/** $1 table */
export const tableById = new Read<TableRow>(
  'agencies.table',
  `
select ${tableColumns}
from sec.situation_table t
${ruleToday}
where t.id = $1`,
);

/** $1 ended ones too, $2 $3 after name and id, $4 limit */
export const tableRows = Read.inOrder<TableRow>(
  'agencies.tables',
  `
select ${tableColumns}
from sec.situation_table t
${ruleToday}
where ($1 or t.ended_at is null) and ($2::text is null or (t.name, t.id) > ($2, $3::uuid))
order by t.name, t.id limit $4`,
);

export interface PlaceRow {
  readonly agency_id: string;
  readonly name: string;
  readonly sector: string;
  readonly has_account: boolean;
  readonly joined_on: Day;
}

/** $1 table */
export const placeRows = new Read<PlaceRow>(
  'agencies.places',
  `
select p.agency_id, a.name, a.sector, p.has_account, to_char(p.joined_on, 'YYYY-MM-DD') as joined_on
from sec.table_agency p
join sec.agency a on a.id = p.agency_id
where p.table_id = $1 and p.left_at is null
order by a.name, a.id`,
);

export interface SettingsChangeRow {
  readonly id: string;
  readonly table_id: string;
  readonly identifier_recipients: 'everyoneSeated' | 'agenciesAsked' | 'nobody' | null;
  readonly risk_rule: 'vote' | 'agreement' | null;
  readonly retention_months: number | null;
  readonly proposed_at: Date;
  readonly proposed_by_me: boolean;
  readonly administrator_approved: boolean;
  readonly second_approved: boolean;
  readonly decision: 'applied' | 'withdrawn' | null;
  readonly decided_at: Date | null;
  readonly place: string;
}

const changeColumns = `c.id, c.table_id, c.identifier_recipients, c.risk_rule, c.retention_months, c.proposed_at, c.proposed_by = (select (sec.ctx()).user_id) as proposed_by_me,
  c.administrator_id is not null as administrator_approved, c.second_id is not null as second_approved, c.decision, c.decided_at,
  ${utcExact('c.proposed_at')} as place`;

/** $1 change */
export const settingsChangeById = new Read<SettingsChangeRow>(
  'agencies.settingsChange',
  `
select ${changeColumns}
from sec.settings_change c
where c.id = $1`,
);

/** $1 only open ones, $2 $3 before proposal and id, $4 limit */
export const settingsChangeRows = Read.inOrder<SettingsChangeRow>(
  'agencies.settingsChanges',
  `
select ${changeColumns}
from sec.settings_change c
where (not $1 or c.decision is null) and ($2::timestamptz is null or (c.proposed_at, c.id) < ($2, $3::uuid))
order by c.proposed_at desc, c.id desc limit $4`,
);
