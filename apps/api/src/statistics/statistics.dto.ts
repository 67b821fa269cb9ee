import { Code, Identifier, Instant, Parts, Part, Term, Terms, Text, Truth, Whole } from '#edge';

const dimensions = ['type', 'ageBand', 'sex', 'conclusionGroup'] as const;
export type Dimension = (typeof dimensions)[number];

export class CutYear {
  @Whole({ min: 1900, max: 2200 }) year: number;
  @Truth({ description: 'Fewer than 11 records in all: nothing can be shown' }) withheld: boolean;
}
export class TableQuery {
  @Whole({ min: 1900, max: 2200, query: true }) year: number;
  @Code(dimensions) by: Dimension;
  @Code(dimensions, { optional: true, description: 'A second dimension' }) and?: Dimension;
}
export class OwnTableQuery {
  @Whole({ min: 1900, max: 2200, query: true }) year: number;
}
export class FigureCell {
  @Term({ nullable: true, description: 'Code of the first dimension; null: not applicable' }) by:
    string | null;
  @Term({ nullable: true, optional: true }) and?: string | null;
  @Whole({ min: 11, max: 100_000_000 }) records: number;
}
/** A table of figures: sums of shown classes only, so that no difference of two of them is below 11. */
export class FigureTable {
  @Whole({ min: 1900, max: 2200 }) year: number;
  @Terms({ max: 2 }) dimensions: string[];
  @Parts(() => FigureCell, { max: 1000 }) cells: FigureCell[];
  @Whole({ min: 0, max: 100_000_000, description: 'All that stands in no shown class: 0 or at least 11' })
  remainder: number;
  @Whole({ min: 0, max: 100_000_000 }) total: number;
  @Whole({ min: 11, max: 11 }) threshold: number;
}
export class AskExportInput {
  @Whole({ min: 1900, max: 2200 }) year: number;
}
export class AskedExport {
  @Identifier() id: string;
  @Whole({ min: 1900, max: 2200 }) year: number;
}
export class ApprovedExport {
  @Identifier() id: string;
  @Truth() approved: boolean;
}
export class ExportView extends AskedExport {
  @Truth() own: boolean;
  @Instant() askedAt: string;
  @Instant({ nullable: true }) approvedAt: string | null;
  @Text({ max: 20, nullable: true, description: 'The second person’s role' }) approvedAs: string | null;
}
export class ManifestText {
  @Text({ max: 2000 }) en: string;
  @Text({ max: 2000 }) fr: string;
}
export class Manifest {
  @Part(() => ManifestText) title: ManifestText;
  @Text({ max: 20 }) profile: string;
  @Whole({ min: 1900, max: 2200 }) year: number;
  @Whole({ min: 11, max: 11 }) threshold: number;
  @Whole({ min: 0, max: 100_000_000, description: 'Records listed' }) records: number;
  @Whole({ min: 0, max: 100_000_000, description: 'Records not listed: 0 or at least 11' }) remainder: number;
  @Terms({ max: 40, description: 'Columns left empty' }) withheld: string[];
  @Part(() => ManifestText) method: ManifestText;
  @Part(() => ManifestText) terms: ManifestText;
  @Text({ max: 20, nullable: true }) approvedAs: string | null;
  @Text({ max: 64, description: 'SHA-256 of the file' }) sha256: string;
}
