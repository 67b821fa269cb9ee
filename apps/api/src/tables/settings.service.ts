import { Injectable } from '@nestjs/common';
import type { ActingViewer } from '#access';
import { Data, once } from '#database/door';
import {
  approveSettings,
  proposeSettings,
  settingsChangeById,
  settingsChangeRows,
  tableById,
  withdrawSettings,
} from '#database/tables';
import { Cursors, Invalid, pageOf, type OnceKey, type Page } from '#edge';
import {
  toSettingsChange,
  type ProposeSettingsRequest,
  type SettingsChangeResponse,
  type SettingsChangesQuery,
} from './tables.dto.js';

/**
 * Settings that need a second person: proposed, approved by an administrator and by another one or a privacy
 * officer (matrix row 58).
 */
@Injectable()
export class SettingsService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async list(
    viewer: ActingViewer,
    { limit, after, decidedToo = false }: SettingsChangesQuery,
  ): Promise<Page<SettingsChangeResponse>> {
    const scope = { seatId: viewer.seatId, route: 'settings-changes', filter: decidedToo };
    const [place = null, id = null] = after === undefined ? [] : this.cursors.open(after, scope);
    const rows = await this.data.as(viewer, viewer.requestId, (session) =>
      settingsChangeRows.rows(session, [!decidedToo, place, id, limit + 1]),
    );
    const page = pageOf(rows, limit, (last) => this.cursors.seal([last.place, last.id], scope));
    return { rows: page.rows.map(toSettingsChange), next: page.next };
  }

  propose(
    viewer: ActingViewer,
    key: OnceKey,
    table: string,
    settings: ProposeSettingsRequest,
  ): Promise<{ id: string }> {
    const { identifierRecipients, riskRule, retentionMonths } = settings;
    if (identifierRecipients === undefined && riskRule === undefined && retentionMonths === undefined)
      throw new Invalid([{ field: 'identifierRecipients', rule: 'oneAtLeast' }]);
    return this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => tableById.one(session, [table]),
        async () => ({ id: await proposeSettings(session, table, settings) }),
      ),
    );
  }

  approve(viewer: ActingViewer, key: OnceKey, id: string): Promise<{ outcome: 'applied' | 'waiting' }> {
    return this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => settingsChangeById.one(session, [id]),
        async () => ({ outcome: await approveSettings(session, id) }),
      ),
    );
  }

  async withdraw(viewer: ActingViewer, key: OnceKey, id: string): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => settingsChangeById.one(session, [id]),
        async () => {
          await withdrawSettings(session, id);
          return { id };
        },
      ),
    );
  }
}
