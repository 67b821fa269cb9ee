/** One plain setting of a table: a whole number that an administrator sets alone (row 37 of the matrix). */
export interface TableSetting {
  /** Its column in `sec.situation_table`. */
  readonly column: string;
  readonly min: number;
  readonly max: number;
}

/**
 * The plain settings of a table. Request and answer, the statement that reads a table, and the console's page
 * and form derive from these rows; `sec.change_table` names each of them by hand. The order is the screen's.
 */
export const tableSettings = {
  correctionDays: { column: 'correction_days', min: 1, max: 90 },
} as const satisfies Record<string, TableSetting>;

export type TableSettingName = keyof typeof tableSettings;

/** What each setting is at a table. */
export type TableSettings = { [Name in TableSettingName]: number };

export const tableSettingNames = Object.keys(tableSettings) as readonly TableSettingName[];
