import type { Session } from '../door/session.js';

/*
 * Agencies, tables and settings. Errors of all: P0002 not there or not for this viewer, 40001 stale, P0001 with the code of a refusal,
 * 42501 for another persona.
 */

async function made(session: Session, sql: string, parameters: readonly unknown[]): Promise<string> {
  return (await session.one<{ id: string }>(sql, parameters)).id;
}

async function versioned(session: Session, sql: string, parameters: readonly unknown[]): Promise<number> {
  return (await session.one<{ version: number }>(sql, parameters)).version;
}

export async function createAgency(session: Session, name: string, sector: string): Promise<string> {
  return made(session, 'select sec.create_agency($1, $2) as id', [name, sector]);
}

/** Null leaves a field as it is; returns the new version. */
export async function changeAgency(
  session: Session,
  id: string,
  version: number,
  change: { readonly name?: string | undefined; readonly sector?: string | undefined },
): Promise<number> {
  return versioned(session, 'select sec.change_agency($1, $2, $3, $4) as version', [
    id,
    version,
    change.name ?? null,
    change.sector ?? null,
  ]);
}

/** Ends an agency with its places, seats and disclosures. */
export async function endAgency(session: Session, id: string, version: number): Promise<number> {
  return versioned(session, 'select sec.end_agency($1, $2) as version', [id, version]);
}

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

/** The settings that need two persons; at least one is given. */
export interface GuardedSettings {
  readonly whoHearsT3?: string | undefined;
  readonly riskRule?: string | undefined;
  readonly retentionMonths?: number | undefined;
}

export async function proposeSettings(
  session: Session,
  table: string,
  settings: GuardedSettings,
): Promise<string> {
  return made(session, 'select sec.propose_settings($1, $2, $3, $4) as id', [
    table,
    settings.whoHearsT3 ?? null,
    settings.riskRule ?? null,
    settings.retentionMonths ?? null,
  ]);
}

/** 'applied' when this was the word that was missing. */
export async function approveSettings(session: Session, change: string): Promise<'applied' | 'waiting'> {
  return (
    await session.one<{ outcome: 'applied' | 'waiting' }>('select sec.approve_settings($1) as outcome', [
      change,
    ])
  ).outcome;
}

/** Moves the demo's clock forwards and returns the domain's new time. P0002 where this is no demo. */
export async function advanceDemoClock(session: Session, minutes: number): Promise<Date> {
  return (await session.one<{ now: Date }>('select sec.advance_demo_clock($1) as now', [minutes])).now;
}

/** Replaces the installation's list of holidays. @throws 40001 */
export async function setHolidays(
  session: Session,
  version: number,
  days: readonly { readonly on: string; readonly name: string | null }[],
): Promise<number> {
  return versioned(session, 'select sec.set_holidays($1, $2) as version', [version, JSON.stringify(days)]);
}

export async function withdrawSettings(session: Session, change: string): Promise<void> {
  await session.rows('select sec.withdraw_settings($1)', [change]);
}
