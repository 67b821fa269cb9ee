import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { csvFile } from '#statistics';
import { Data, once, type Asking } from '#database/door';
import {
  approveExport,
  askExport,
  cutYears,
  exportAsked,
  exportsAsked,
  noteDownload,
  yearClasses,
  type ClassRow,
} from '#database/statistics';
import { Cursors, NotFound, Problem, readPage, type OnceKey, type Page, type PageQuery } from '#edge';
import { mappedRow, rtdMapping, withheldColumns } from './rtd-mapping.js';
import type { CutYear, Dimension, ExportView, FigureTable, Manifest } from './statistics.dto.js';

const threshold = 11;
const column = {
  type: 'type',
  ageBand: 'age_band',
  sex: 'sex',
  conclusionGroup: 'conclusion_group',
} as const satisfies Record<Dimension, keyof ClassRow>;

const method = {
  en: 'The records of a year are put into classes of type, age band, sex and conclusion group. Only classes with at least 11 records are listed; every table is a sum over them. All other records are one remainder, which is 0 or at least 11. A year is cut once and stored.',
  fr: 'Les enregistrements d’une année sont répartis en classes selon le type, le groupe d’âge, le sexe et le groupe de conclusion. Seules les classes d’au moins 11 enregistrements sont énumérées ; chaque tableau en est une somme. Tous les autres forment un seul reste, égal à 0 ou à au moins 11. Une année est arrêtée une seule fois et conservée.',
};
const terms = {
  en: 'Do not try to identify anybody, and do not join these figures with other data for that purpose.',
  fr: 'Ne cherchez à identifier personne et ne rapprochez pas ces chiffres d’autres données à cette fin.',
};

/** Figures that are plainly safe: sums over the stored classes of a year, the same for everybody who may read them. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async years(asking: Asking): Promise<CutYear[]> {
    return this.data.as(asking, asking.requestId, (session) => cutYears.rows(session, []));
  }

  async table(asking: Asking, year: number, dimensions: readonly Dimension[]): Promise<FigureTable> {
    const classes = await this.classes(asking, year);
    const sums = new Map<string, { values: (string | null)[]; records: number }>();
    for (const found of classes.filter((each) => !each.remainder)) {
      const values = dimensions.map((dimension) => found[column[dimension]]);
      const sum = sums.get(JSON.stringify(values)) ?? { values, records: 0 };
      sums.set(JSON.stringify(values), { ...sum, records: sum.records + found.records });
    }
    const cells = [...sums.values()].map(({ values, records }) => ({
      by: values[0] ?? null,
      ...(dimensions.length > 1 && { and: values[1] ?? null }),
      records,
    }));
    const remainder = classes.find((each) => each.remainder)?.records ?? 0;
    return {
      year,
      dimensions: [...dimensions],
      cells,
      remainder,
      total: remainder + cells.reduce((sum, { records }) => sum + records, 0),
      threshold,
    };
  }

  async ask(asking: Asking, key: OnceKey, year: number): Promise<{ id: string; year: number }> {
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => ({ id: await askExport(session, year), year }),
      ),
    );
  }

  async approve(asking: Asking, key: OnceKey, id: string): Promise<{ id: string; approved: true }> {
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => {
          await approveExport(session, id);
          return { id, approved: true as const };
        },
      ),
    );
  }

  exports(asking: Asking, query: PageQuery): Promise<Page<ExportView>> {
    return readPage(this.cursors, {
      scope: { seatId: asking.seatId, route: 'statistics/exports', filter: null },
      query,
      find: ([at = null, id = null], limit) =>
        this.data.as(asking, asking.requestId, (session) => exportsAsked.rows(session, [at, id, limit])),
      placeOf: (row) => [row.asked_at, row.id],
      view: (row) => ({
        id: row.id,
        year: row.year,
        own: row.own,
        askedAt: row.asked_at,
        approvedAt: row.approved_at,
        approvedAs: row.approved_as,
      }),
    });
  }

  /**
   * The file of an approved export: one line a record of a shown class. Memory stays one chunk, however many
   * records.
   */
  async file(asking: Asking, id: string): Promise<Readable> {
    const year = await this.data.as(asking, asking.requestId, (session) =>
      noteDownload(session, id, 'started'),
    );
    const classes = await this.classes(asking, year);
    const finished = (): Promise<number> =>
      this.data.as(asking, asking.requestId, (session) => noteDownload(session, id, 'finished'));
    return Readable.from(
      (async function* () {
        yield* csvOf(year, classes);
        await finished();
      })(),
    );
  }

  async manifest(asking: Asking, id: string): Promise<Manifest> {
    const [found] = await this.data.as(asking, asking.requestId, (session) =>
      exportAsked.rows(session, [id]),
    );
    if (found === undefined) throw new NotFound();
    if (found.approved_at === null) throw new Problem('statistics.export.notApproved');
    const classes = await this.classes(asking, found.year);
    const hash = createHash('sha256');
    for (const chunk of csvOf(found.year, classes)) hash.update(chunk);
    const shown = classes.filter((each) => !each.remainder);
    return {
      title: { en: `Situation tables, ${found.year}`, fr: `Tables de situation, ${found.year}` },
      profile: 'auditor',
      year: found.year,
      threshold,
      records: shown.reduce((sum, { records }) => sum + records, 0),
      remainder: classes.find((each) => each.remainder)?.records ?? 0,
      withheld: withheldColumns(),
      method,
      terms,
      approvedAs: found.approved_as,
      sha256: hash.digest('hex'),
    };
  }

  private async classes(asking: Asking, year: number): Promise<ClassRow[]> {
    const rows = await this.data.as(asking, asking.requestId, (session) => yearClasses.rows(session, [year]));
    if (rows.length === 0) throw new Problem('statistics.year.notCut');
    return rows;
  }
}

function csvOf(year: number, classes: readonly ClassRow[]): Generator<string> {
  return csvFile(
    rtdMapping.map(({ header }) => header),
    (function* () {
      for (const of of classes) {
        if (of.remainder) continue;
        const row = mappedRow(year, of);
        for (let record = 0; record < of.records; record += 1) yield row;
      }
    })(),
  );
}
