/** Something to find. `group` comes first in its name: "Missing – runaway …". */
export interface SearchHit {
  readonly id: string;
  readonly label: string;
  readonly group?: string | undefined;
  /** Its kind, such as "Study flag". */
  readonly tag?: string | undefined;
  /** Shown under the hit and read as its description, not as its name. */
  readonly definition?: string | undefined;
}

export interface SearchGroup {
  readonly id: string;
  readonly label: string;
  readonly hits: readonly SearchHit[];
}
