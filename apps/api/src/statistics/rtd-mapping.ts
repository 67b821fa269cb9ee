import type { ClassRow } from '#database/statistics';

/** A column of the record export: its header in the register's shape, and the field that fills it. */
export interface MappedColumn {
  readonly header: string;
  /** Null: this release does not show the field; the column stays, empty, and the manifest names it. */
  readonly field: 'year' | 'type' | 'ageBand' | 'sex' | 'conclusionGroup' | 'status' | null;
  /** What a rejected, returned or withdrawn discussion publishes here. */
  readonly notTakenUp: 'value' | 'notApplicable';
}

/**
 * The register's shape, as data that can be corrected. Field names are those of Ontario's open-data description of the
 * Risk-driven Tracking Database; exact headers are not confirmed, so that a correction is an edit here.
 */
export const rtdMapping: readonly MappedColumn[] = [
  { header: 'Discussion Number', field: null, notTakenUp: 'value' },
  { header: 'Year', field: 'year', notTakenUp: 'value' },
  { header: 'Discussion Type', field: 'type', notTakenUp: 'value' },
  { header: 'Status', field: 'status', notTakenUp: 'value' },
  { header: 'Age Group', field: 'ageBand', notTakenUp: 'notApplicable' },
  { header: 'Sex', field: 'sex', notTakenUp: 'notApplicable' },
  { header: 'Originating Agency', field: null, notTakenUp: 'value' },
  { header: 'Lead Agency', field: null, notTakenUp: 'notApplicable' },
  { header: 'Assisting Agencies', field: null, notTakenUp: 'notApplicable' },
  { header: 'Risk Factors', field: null, notTakenUp: 'notApplicable' },
  { header: 'Study Flags', field: null, notTakenUp: 'notApplicable' },
  { header: 'Protective Factors', field: null, notTakenUp: 'notApplicable' },
  { header: 'Affected Persons', field: null, notTakenUp: 'notApplicable' },
  { header: 'Services Mobilized', field: null, notTakenUp: 'notApplicable' },
  { header: 'Conclusion', field: 'conclusionGroup', notTakenUp: 'value' },
];

const notTakenUp = ['rejected', 'returned', 'withdrawn'];

/** One line of the export for a record of a class; null is not applicable. */
export function mappedRow(
  year: number,
  of: ClassRow,
  mapping: readonly MappedColumn[] = rtdMapping,
): (string | number | null)[] {
  const group = of.conclusion_group ?? '';
  const status = notTakenUp.includes(group) ? group : 'concluded';
  const values = {
    year,
    type: of.type ?? '',
    ageBand: of.age_band,
    sex: of.sex,
    conclusionGroup: group,
    status,
  };
  return mapping.map(({ field, notTakenUp: rule }) => {
    if (status !== 'concluded' && rule === 'notApplicable') return null;
    return field === null ? '' : values[field];
  });
}

/** The columns that this release leaves empty. */
export function withheldColumns(mapping: readonly MappedColumn[] = rtdMapping): string[] {
  return mapping.filter(({ field }) => field === null).map(({ header }) => header);
}
