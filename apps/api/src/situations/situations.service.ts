import { Inject, Injectable } from '@nestjs/common';
import { offersNow } from '#domain/filters';
import {
  grants,
  situationRolesOf,
  type FieldGroup,
  type Policy,
  type Scope,
  type SituationRole,
} from '#domain/visibility';
import type { Stage } from '#domain/vocabulary';
import { Data, type Asking } from '#database/door';
import {
  ledgerRows,
  listNewestFirst,
  listOldestFirst,
  moveFacts,
  noteReads,
  sawRows,
  situationCard,
  stepRows,
  type CardRow,
  type SituationRow,
} from '#database/situations';
import {
  Cursors,
  Forbidden,
  NotFound,
  pageOf,
  readPage,
  type CursorScope,
  type Page,
  type PageQuery,
} from '#edge';
import type { TierKey } from '#crypto';
import { ThePolicy } from './policy.js';
import { Sealing, type SealedField } from './sealing.js';
import type {
  LedgerView,
  OthersSeeView,
  SituationListRow,
  SituationQuery,
  SituationView,
  TimelineView,
  SawEntry,
} from './situations.dto.js';

const stagesOf: Readonly<Record<string, readonly Stage[]>> = {
  open: ['deidentified', 'limited', 'planning', 'intervention'],
  all: [
    'deidentified',
    'limited',
    'planning',
    'intervention',
    'concluded',
    'rejected',
    'returned',
    'withdrawn',
  ],
};

/**
 * Reading situations: the database decides which rows there are, the first wall which groups of fields, the
 * keys whether a text opens.
 */
@Injectable()
export class SituationsService {
  constructor(
    private readonly data: Data,
    private readonly sealing: Sealing,
    private readonly cursors: Cursors,
    @Inject(ThePolicy) private readonly policy: Policy,
  ) {}

  async list(asking: Asking, query: SituationQuery): Promise<Page<SituationListRow>> {
    const { limit, after, sort = 'newest', stage = 'open', ...filters } = query;
    const scope: CursorScope = {
      seatId: asking.seatId,
      route: 'situations',
      filter: { sort, stage, ...filters },
    };
    const [year, sequence] = after === undefined ? [null, null] : this.cursors.open(after, scope);
    const read = sort === 'oldest' ? listOldestFirst : listNewestFirst;
    return this.data.as(asking, asking.requestId, async (session) => {
      const rows = await read.rows(session, [
        stagesOf[stage] ?? [stage],
        filters.number ?? null,
        filters.type ?? null,
        filters.ageBand ?? null,
        filters.sex ?? null,
        filters.riskFactor ?? null,
        filters.originatingAgency ?? null,
        filters.own ?? false,
        year ?? null,
        sequence ?? null,
        limit + 1,
      ]);
      const page = pageOf(rows, limit, (last) => this.cursors.seal([last.year, last.sequence], scope));
      await noteReads(
        session,
        page.rows.map((row) => row.id),
      );
      return { rows: page.rows.map(listRow), next: page.next };
    });
  }

  async get(asking: Asking, id: string): Promise<SituationView> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const card = await situationCard.one(session, [id]);
      if (card.key2 === null) return this.view(card, undefined);
      const stored = { wrapped: Buffer.from(card.key2.wrapped, 'base64'), epochId: card.key2.epochId };
      return this.sealing.withStored({ tableId: card.table_id, situationId: id, tier: 2 }, stored, (dek) =>
        this.view(card, dek),
      );
    });
  }

  async ledger(asking: Asking, id: string): Promise<LedgerView> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const card = await situationCard.one(session, [id]);
      const scope = this.scope(card)('ledger');
      if (scope === undefined) throw new NotFound();
      const own = card.facts?.viewerAgency ?? null;
      const rows = (await ledgerRows.rows(session, [id])).filter(
        (row) => scope === 'all' || row.agency_id === own,
      );
      return {
        rows: rows.map(({ id: entry, tier, agency, basis, granted_at, revoked_at, revoked_because }) => ({
          id: entry,
          tier,
          agency,
          basis,
          grantedAt: granted_at,
          revokedAt: revoked_at,
          revokedBecause: revoked_because,
        })),
      };
    });
  }

  async timeline(asking: Asking, id: string): Promise<TimelineView> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const rows = await stepRows.rows(session, [id]);
      if (rows.length === 0) throw new NotFound();
      return { rows };
    });
  }

  async whoSaw(asking: Asking, id: string, query: PageQuery): Promise<Page<SawEntry>> {
    return readPage(this.cursors, {
      scope: { seatId: asking.seatId, route: 'situations/who-saw', filter: id },
      query,
      find: ([before = null], limit) =>
        this.data.as(asking, asking.requestId, (session) => sawRows.rows(session, [id, before, limit])),
      placeOf: ({ seq }) => [seq],
      view: ({ seq: _, ...row }) => row,
    });
  }

  /**
   * The real policy, asked for each kind of viewer (matrix row 50) while the situation is open; nobody
   * uninvolved may ask, and the coordinator asks about what it sees itself.
   */
  async whatOthersSee(asking: Asking, id: string): Promise<OthersSeeView> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const { facts } = await moveFacts(session, id);
      if (!stagesOf['open']?.includes(facts.stage)) throw new NotFound();
      const who = situationRolesOf(facts);
      if (!who.some((role) => role === 'originating' || role === 'intervening' || role === 'coordinator'))
        throw new Forbidden();
      const asked: readonly (readonly [string, readonly SituationRole[]])[] = [
        ['originating', ['seated', 'originating']],
        ['seated', ['seated']],
        ['recipient', ['seated', 'recipient']],
        ['intervening', ['seated', 'recipient', 'intervening']],
        ['coordinator', ['coordinator']],
        ['otherTable', []],
        ['administrator', []],
        ['auditor', []],
      ];
      const asksAbout = (Object.keys(grants) as FieldGroup[]).filter(
        (group) =>
          !who.includes('coordinator') ||
          this.policy.scopeOf(group, facts.stage, ['coordinator']) !== undefined,
      );
      const rows = asked.map(([name, roles]) => {
        const seen = asksAbout.map(
          (group) => [group, this.policy.scopeOf(group, facts.stage, roles)] as const,
        );
        return {
          who: name,
          all: seen.filter(([, scope]) => scope === 'all').map(([group]) => group),
          own: seen.filter(([, scope]) => scope === 'own').map(([group]) => group),
        };
      });
      return { rows };
    });
  }

  private scope(card: CardRow): (group: FieldGroup) => Scope | undefined {
    // A minimised exit has no workflow facts any more: every seat stands alike before it.
    const who: readonly SituationRole[] = card.facts === null ? ['seated'] : situationRolesOf(card.facts);
    return (group) => this.policy.scopeOf(group, card.header.stage, who);
  }

  /** Cuts the row-level secured card by the first wall, group by group, and opens its T2 texts. */
  private view(card: CardRow, dek: TierKey | undefined): SituationView {
    const scope = this.scope(card);
    const shown = <T>(group: FieldGroup, part: T | null): T | undefined =>
      scope(group) === undefined || part === null ? undefined : part;
    const text = (field: SealedField, rowId: string, sealed: string): string =>
      dek === undefined
        ? ''
        : this.sealing.open(
            dek,
            { tableId: card.table_id, situationId: card.header.id, field, rowId },
            Buffer.from(sealed, 'base64'),
          );
    const own = card.facts?.viewerAgency ?? null;
    const answers = shown('answers', card.answers)
      ?.filter((answer) => scope('answers') === 'all' || answer.agencyId === own)
      .map(({ agencyId: _, ...answer }) => answer);
    const summary = dek === undefined ? undefined : shown('summary', card.summary);
    const notes = dek === undefined ? undefined : shown('notes', card.notes);
    return withoutAbsent({
      ...card.header,
      offered: card.facts === null ? [] : offersNow(card.facts),
      origin: shown('origin', card.origin),
      author: shown('author', card.author),
      tier2: shown('tier2', card.tier2),
      summary: summary && {
        text: summary.sealed === null ? null : text('tier2_text.summary', card.header.id, summary.sealed),
        version: summary.version,
      },
      persons: shown('persons', card.persons),
      notes: notes?.map(({ sealed, ...note }) => ({
        ...note,
        text: text('discussion_note.note', note.id, sealed),
      })),
      risk: shown('risk', card.risk),
      answers,
      assignments: shown('assignments', card.assignments),
      reportBacks: shown('reportBacks', card.report_backs),
      services: shown('services', card.services),
      gaps: shown('gaps', card.gaps),
      consents: shown('consents', card.consents),
      conclusionProposal: shown('conclusionProposal', card.conclusion_proposal),
      conclusion: shown('conclusion', card.conclusion),
      exit: shown('exit', card.exit),
    });
  }
}

/** Hidden is absent: a field without a value leaves no name behind either. */
function withoutAbsent<T extends object>(view: T): SituationView {
  return Object.fromEntries(
    Object.entries(view).filter(([, value]) => value !== undefined),
  ) as unknown as SituationView;
}

function listRow(row: SituationRow): SituationListRow {
  return {
    id: row.id,
    number: row.number,
    stage: row.stage,
    openedMonth: row.opened_month,
    version: row.version,
    type: row.type,
    ageBand: row.age_band,
    sex: row.sex,
    riskFactors: row.risk_factors,
    originatingAgency: row.originating_agency_id,
    leadAgency: row.lead_agency_id,
    ownRole: row.own_role,
    ownState: row.own_state,
    contactDueAt: row.contact_due_at,
    reason: row.reason,
  };
}
