import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Facts } from '#domain/filters';
import {
  situationRolesOf,
  type FieldGroup,
  type Policy,
  type Scope,
  type WriteGroup,
} from '#domain/visibility';
import { Data, once, type Read, type Session, type Asking } from '#database/door';
import { moveFacts, versionSeen, type SealedRow, type VersionedGroup } from '#database/situations';
import { Forbidden, NotFound, Stale, type OnceKey } from '#edge';
import { ThePolicy } from './policy.js';
import type { ChangedAnswer } from './screenings.dto.js';
import { Sealing, type SealedPlace, type SituationField } from './sealing.js';

/** One sealed page of a situation: which rows, which column, which key, and why it is opened. */
export interface SealedPage {
  readonly group: FieldGroup;
  readonly read: Read<SealedRow>;
  readonly field: SituationField;
  /**
   * What is stated for opening the key; reading, unless the tier's key opens for this purpose before it opens
   * for reading all of it.
   */
  readonly purpose?: 'consent';
}

/** What the answer says besides the change, read in its transaction: of the row of that id. */
type HintsOf<Hints> = (session: Session, rowId: string) => Promise<Hints>;

interface SituationFacts {
  readonly tableId: string;
  readonly facts: Facts;
}

/**
 * How the content of a situation is read and written: judged by the policy check, then by row-level security,
 * and sealed.
 */
@Injectable()
export class ContentAccess {
  constructor(
    private readonly data: Data,
    private readonly sealing: Sealing,
    @Inject(ThePolicy) private readonly policy: Policy,
  ) {}

  private async found(session: Session, id: string): Promise<SituationFacts> {
    const { facts } = await moveFacts(session, id);
    if (session.viewer.tableId === null) throw new NotFound();
    return { tableId: session.viewer.tableId, facts };
  }

  private scope(group: FieldGroup, { facts }: SituationFacts): Scope | undefined {
    return this.policy.scopeOf(group, facts.stage, situationRolesOf(facts));
  }

  /** Hidden is absent (404); seen but not theirs to write is refused (403). */
  private requireWrite(group: WriteGroup, found: SituationFacts): void {
    if (this.policy.mayWrite(group, found.facts.stage, situationRolesOf(found.facts))) return;
    throw this.scope(group, found) === undefined ? new NotFound() : new Forbidden();
  }

  /** Opens the rows of a page that the viewer may see. */
  async opened(
    asking: Asking,
    page: SealedPage,
    id: string,
    look?: (session: Session, texts: readonly string[]) => Promise<void>,
  ): Promise<{ row: SealedRow; text: string }[]> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const found = await this.found(session, id);
      const scope = this.scope(page.group, found);
      if (scope === undefined) throw new NotFound();
      const at = { tableId: found.tableId, situationId: id };
      return this.sealing.withTierOf(session, page.field, at, page.purpose ?? 'read', async (dek) => {
        const rows = (await page.read.rows(session, [id])).filter(
          (row) => scope === 'all' || row.agency_id === found.facts.viewerAgency,
        );
        const opened = rows.map((row) => ({
          row,
          text: this.sealing.open(dek, { ...at, field: page.field, rowId: row.id }, row.sealed),
        }));
        await look?.(
          session,
          opened.map(({ text }) => text),
        );
        return opened;
      });
    });
  }

  /** Adds a row once under its key. */
  async add<Hints extends object = object>(
    asking: Asking,
    key: OnceKey,
    id: string,
    group: WriteGroup,
    work: (session: Session, found: SituationFacts, rowId: string) => Promise<void>,
    hints?: HintsOf<Hints>,
  ): Promise<ChangedAnswer & Hints> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const changed = await once(
        session,
        key,
        () => this.found(session, id),
        async (found) => {
          this.requireWrite(group, found);
          const rowId = randomUUID();
          await refusedAlike(this.scope(group, found), () => work(session, found, rowId));
          return { id: rowId, version: 1 };
        },
      );
      return { ...changed, ...((await hints?.(session, changed.id)) as Hints) };
    });
  }

  /** Adds a row whose text is sealed. */
  addSealed<Hints extends object = object>(
    asking: Asking,
    key: OnceKey,
    id: string,
    group: WriteGroup,
    field: SituationField,
    text: string,
    insert: (session: Session, rowId: string, sealed: Buffer) => Promise<void>,
    hints?: HintsOf<Hints>,
  ): Promise<ChangedAnswer & Hints> {
    const work = async (session: Session, { tableId }: SituationFacts, rowId: string): Promise<void> => {
      const at = { tableId, situationId: id, field, rowId };
      await insert(session, rowId, await this.sealing.sealed(session, at, text));
    };
    return this.add(asking, key, id, group, work, hints);
  }

  /** Changes a row whose version the viewer has seen. */
  async change<Hints extends object = object>(
    asking: Asking,
    id: string,
    rowId: string,
    version: number,
    group: VersionedGroup,
    work: (session: Session, found: SituationFacts) => Promise<number>,
    hints?: HintsOf<Hints>,
  ): Promise<ChangedAnswer & Hints> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const found = await this.found(session, id);
      this.requireWrite(group, found);
      const changed = await refusedAlike(this.scope(group, found), () => work(session, found));
      if (changed === 0) {
        const seen = await versionSeen(session, group, id, rowId);
        throw seen === undefined ? new NotFound() : seen === version ? new Forbidden() : new Stale();
      }
      return { id: rowId, version: version + 1, ...((await hints?.(session, rowId)) as Hints) };
    });
  }

  /** Changes a row whose text is sealed. */
  changeSealed<Hints extends object = object>(
    asking: Asking,
    id: string,
    rowId: string,
    version: number,
    group: VersionedGroup,
    field: SituationField,
    text: string,
    update: (session: Session, id: string, rowId: string, version: number, sealed: Buffer) => Promise<number>,
    hints?: HintsOf<Hints>,
  ): Promise<ChangedAnswer & Hints> {
    const work = async (session: Session, { tableId }: SituationFacts): Promise<number> => {
      const at = { tableId, situationId: id, field, rowId };
      return update(session, id, rowId, version, await this.sealing.sealed(session, at, text));
    };
    return this.change(asking, id, rowId, version, group, work, hints);
  }

  /** Seals a text that may be missing. */
  async sealedDetail(
    session: Session,
    at: SealedPlace<SituationField>,
    text: string | undefined,
    purpose?: string,
  ): Promise<Buffer | null> {
    return text === undefined ? null : this.sealing.sealed(session, at, text, purpose);
  }
}

/** Row-level security's refusal answers as the policy check's would: hidden is absent, seen is refused. */
async function refusedAlike<T>(scope: Scope | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: unknown }).code === '42501')
      throw scope === undefined ? new NotFound() : new Forbidden();
    throw error;
  }
}
