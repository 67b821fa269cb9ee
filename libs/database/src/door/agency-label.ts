/** An agency as it is shown beside what it did. */
export interface AgencyLabel {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
}

/** SQL of that label. @param id the column with the agency's id */
export const agencyLabel = (id: string): string =>
  `(select jsonb_build_object('id', a.id, 'name', a.name, 'sector', a.sector) from sec.agency a where a.id = ${id})`;
