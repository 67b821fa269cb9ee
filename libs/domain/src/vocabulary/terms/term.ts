/**
 * How sure a term is: `confirmed` was read in a public document of the register, `unconfirmed` comes from general
 * knowledge of the field, `added` is this product's own. All are data that can be corrected.
 */
type TermStatus = 'confirmed' | 'unconfirmed' | 'added';

/** What a term carries besides words, e.g. the statute of a legal basis; never shown as a label. */
interface TermAttributes {
  /** The term only gathers others and cannot be chosen. */
  readonly heading?: boolean;
  /** Written by the workflow, never chosen by a person. */
  readonly bySystem?: boolean;
  /** Choosing it asks for a note. */
  readonly needsNote?: boolean;
  /** Choosing it asks for the number of another situation. */
  readonly namesSituation?: boolean;
  readonly kind?: 'consent' | 'authority' | 'emergency';
  readonly statute?: string;
  readonly usualSector?: string;
}

/** A term as its file states it; days and defaults are added when the codebook is put together. */
export interface TermText {
  readonly code: string;
  readonly group?: string;
  readonly theme?: string;
  readonly status: TermStatus;
  readonly labelEn: string;
  readonly labelFr: string;
  readonly definitionEn?: string | null;
  readonly definitionFr?: string | null;
  readonly mapsTo?: string;
  readonly attributes?: TermAttributes;
}

/**
 * A term of the codebook. Days are `YYYY-MM-DD`; `activeTo` is the last day on which it can be chosen, null
 * while it runs.
 */
export interface Term {
  readonly list: string;
  readonly code: string;
  /** The code of its group, in the list that `groupListOf` names. */
  readonly group: string | null;
  /** The code of its theme in `riskTheme`; risk factors only. */
  readonly theme: string | null;
  readonly status: TermStatus;
  readonly labelEn: string;
  readonly labelFr: string;
  readonly definitionEn: string | null;
  readonly definitionFr: string | null;
  readonly activeFrom: string;
  readonly activeTo: string | null;
  /** The provincial code that this one counts as; null for a provincial code itself. */
  readonly mapsTo: string | null;
  readonly attributes: TermAttributes;
}
