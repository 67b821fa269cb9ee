import { Injectable } from '@nestjs/common';
import { Data, type Asking } from '#database/door';
import { agencyAudit, agencyConsents, agencyCounts, agencyLedger, auditCounts } from '#database/privacy';
import { Cursors, pageOf, readPage, type CursorScope, type Page, type PageQuery } from '#edge';
import type {
  AgencyAuditQuery,
  AgencyConsent,
  AgencyCount,
  AgencyDisclosure,
  AgencyEvent,
  AuditCount,
} from './privacy.dto.js';

/** What a privacy officer answers for: the own agency's disclosures, consents and audit. */
@Injectable()
export class PrivacyService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async ledger(asking: Asking, { limit, after }: PageQuery): Promise<Page<AgencyDisclosure>> {
    const scope: CursorScope = { seatId: asking.seatId, route: 'privacy/disclosures', filter: null };
    const [before, id] = after === undefined ? [null, null] : this.cursors.open(after, scope);
    const rows = await this.data.as(asking, asking.requestId, (session) =>
      agencyLedger.rows(session, [before ?? null, id ?? null, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.granted_at, last.id], scope));
    return {
      next: page.next,
      rows: page.rows.map(({ situation_id, granted_at, revoked_at, revoked_because, ...row }) => ({
        ...row,
        situationId: situation_id,
        grantedAt: granted_at,
        revokedAt: revoked_at,
        revokedBecause: revoked_because,
      })),
    };
  }

  async audit(asking: Asking, { limit, after, about }: AgencyAuditQuery): Promise<Page<AgencyEvent>> {
    const scope: CursorScope = { seatId: asking.seatId, route: 'privacy/audit', filter: about };
    const [before, sequence] = after === undefined ? [null, null] : this.cursors.open(after, scope);
    const rows = await this.data.as(asking, asking.requestId, (session) =>
      agencyAudit.rows(session, [about, before ?? null, sequence ?? null, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.at_us, last.seq], scope));
    return { next: page.next, rows: page.rows.map(({ at_us: _at, seq: _sequence, ...row }) => row) };
  }

  consents(asking: Asking, query: PageQuery): Promise<Page<AgencyConsent>> {
    return readPage(this.cursors, {
      scope: { seatId: asking.seatId, route: 'privacy/consents', filter: null },
      query,
      find: ([year = null, sequence = null, id = null], limit) =>
        this.data.as(asking, asking.requestId, (session) =>
          agencyConsents.rows(session, [year, sequence, id, limit]),
        ),
      placeOf: (row) => [row.year, row.sequence, row.id],
      view: ({ number, table, given, due_on: dueOn }) => ({ number, table, given, dueOn }),
    });
  }

  async counts(asking: Asking): Promise<AgencyCount[]> {
    return this.data.as(asking, asking.requestId, (session) => agencyCounts.rows(session, []));
  }

  async auditCounts(asking: Asking, { limit, after }: PageQuery): Promise<Page<AuditCount>> {
    const scope: CursorScope = { seatId: asking.seatId, route: 'privacy/audit-counts', filter: null };
    const [month, action, outcome] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(asking, asking.requestId, (session) =>
      auditCounts.rows(session, [month ?? null, action ?? null, outcome ?? null, limit + 1]),
    );
    return pageOf(rows, limit, (last) => this.cursors.seal([last.month, last.action, last.outcome], scope));
  }
}
