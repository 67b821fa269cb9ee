import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { guardVersion } from '#domain/guard';
import type { Facts } from '#domain/filters';
import { correctedFields, keptCodes } from '#domain/vocabulary';
import { standingsOf, type FieldGroup, type Policy, type Scope, type WriteGroup } from '#domain/visibility';
import { Data, once, type Read, type Session, type Asking } from '#database/door';
import {
  addConsent,
  addGap,
  addNote,
  addPerson,
  addPlan,
  addReportBack,
  addSafetyNote,
  addService,
  addTier3,
  addTier4,
  changePlan,
  correctPerson,
  correctSummary,
  correctTier2,
  correctTier3,
  correctTier4,
  moveFacts,
  ownDisplayName,
  signalSameSurname,
  versionSeen,
  type SealedRow,
  type VersionedGroup,
} from '#database/situations';
import { Forbidden, NotFound, Stale, type OnceKey } from '#edge';
import { hintsAbout, personOf, refuseUnborn, requireDeidentified } from './content-rules.js';
import { ThePolicy } from './policy.js';
import type {
  ConsentInput,
  CorrectPersonInput,
  CorrectTier2Input,
  GapInput,
  Identity,
  IdentityChangedAnswer,
  IdentityList,
  ReportBackInput,
  ServiceInput,
  WordsList,
} from './content.dto.js';
import type { ChangedAnswer } from './screenings.dto.js';
import { Sealing, type SealedPlace, type SituationField } from './sealing.js';
import { sharesSurname } from './surname.js';

/** One sealed page of a situation: which rows, which column, which key, and why it is opened. */
export interface SealedPage {
  readonly group: FieldGroup;
  readonly read: Read<SealedRow>;
  readonly field: SituationField;
  /** What is stated for opening the key; reading, unless the tier's key opens for this purpose before it opens for reading all of it. */
  readonly purpose?: 'consent';
}

/** What the answer says besides the change, read in its transaction: of the row of that id. */
type HintsOf<Hints> = (session: Session, rowId: string) => Promise<Hints>;

interface Standing {
  readonly tableId: string;
  readonly facts: Facts;
}

/** The content of a situation: what agencies write at each filter. Judged by the first wall, then by row-level security, sealed by the third. */
@Injectable()
export class ContentService {
  constructor(
    private readonly data: Data,
    private readonly sealing: Sealing,
    @Inject(ThePolicy) private readonly policy: Policy,
  ) {}

  async identities(asking: Asking, page: SealedPage, id: string): Promise<IdentityList> {
    const identityOf = (text: string): Identity => JSON.parse(text) as Identity;
    const opened = await this.opened(asking, page, id, async (session, texts) => {
      // Only here do both names stand in the clear, and only that they are alike leaves.
      if (
        sharesSurname(
          await ownDisplayName(session),
          texts.map((text) => identityOf(text).familyName),
        )
      )
        await signalSameSurname(session, id);
    });
    return {
      rows: opened.map(({ row, text }) => ({
        id: row.id,
        personId: row.person_id,
        agency: row.agency,
        identity: identityOf(text),
        version: row.version,
      })),
    };
  }

  async words(asking: Asking, page: SealedPage, id: string): Promise<WordsList> {
    const opened = await this.opened(asking, page, id);
    return {
      rows: opened.map(({ row, text }) => ({
        id: row.id,
        personId: row.person_id,
        agency: row.agency,
        text,
        version: row.version,
        writtenAt: row.written_at,
      })),
    };
  }

  addIdentity(
    asking: Asking,
    key: OnceKey,
    id: string,
    personId: string | undefined,
    identity: Identity,
  ): Promise<IdentityChangedAnswer> {
    return this.addSealed(
      asking,
      key,
      id,
      'tier3',
      'tier3.identity',
      JSON.stringify(identity),
      async (session, rowId, sealed) => {
        await refuseUnborn(session, identity);
        return addTier3(session, id, rowId, personId ?? null, sealed);
      },
      (session, rowId) => hintsAbout(session, id, rowId, identity),
    );
  }

  correctIdentity(
    asking: Asking,
    id: string,
    rowId: string,
    version: number,
    identity: Identity,
  ): Promise<IdentityChangedAnswer> {
    return this.changeSealed(
      asking,
      id,
      rowId,
      version,
      'tier3',
      'tier3.identity',
      JSON.stringify(identity),
      async (session, ...change) => {
        await refuseUnborn(session, identity);
        return correctTier3(session, ...change);
      },
      (session) => hintsAbout(session, id, rowId, identity),
    );
  }

  addFull(
    asking: Asking,
    key: OnceKey,
    id: string,
    personId: string | undefined,
    text: string,
  ): Promise<ChangedAnswer> {
    return this.addSealed(asking, key, id, 'tier4', 'tier4.content', text, (session, rowId, sealed) =>
      addTier4(session, id, rowId, personId ?? null, sealed),
    );
  }

  correctFull(
    asking: Asking,
    id: string,
    rowId: string,
    version: number,
    text: string,
  ): Promise<ChangedAnswer> {
    return this.changeSealed(asking, id, rowId, version, 'tier4', 'tier4.content', text, correctTier4);
  }

  addPlan(asking: Asking, key: OnceKey, id: string, text: string): Promise<ChangedAnswer> {
    return this.addSealed(asking, key, id, 'plan', 'plan.content', text, (session, rowId, sealed) =>
      addPlan(session, id, rowId, sealed),
    );
  }

  changePlan(
    asking: Asking,
    id: string,
    rowId: string,
    version: number,
    text: string,
  ): Promise<ChangedAnswer> {
    return this.changeSealed(asking, id, rowId, version, 'plan', 'plan.content', text, changePlan);
  }

  addSafetyNote(asking: Asking, key: OnceKey, id: string, text: string): Promise<ChangedAnswer> {
    return this.addSealed(
      asking,
      key,
      id,
      'safetyNotes',
      'safety_note.note',
      text,
      (session, rowId, sealed) => addSafetyNote(session, id, rowId, sealed),
    );
  }

  addNote(asking: Asking, key: OnceKey, id: string, text: string): Promise<ChangedAnswer> {
    requireDeidentified(text);
    return this.addSealed(asking, key, id, 'notes', 'discussion_note.note', text, (session, rowId, sealed) =>
      addNote(session, id, rowId, sealed, guardVersion),
    );
  }

  addReportBack(asking: Asking, key: OnceKey, id: string, input: ReportBackInput): Promise<ChangedAnswer> {
    return this.add(asking, key, id, 'reportBacks', async (session, { tableId }, rowId) => {
      const detail = await this.sealedDetail(
        session,
        { tableId, situationId: id, field: 'report_back_detail.detail', rowId },
        input.detail,
        'report',
      );
      await addReportBack(session, id, rowId, {
        status: input.status,
        stillElevated: input.stillElevated ?? null,
        detail,
      });
    });
  }

  addConsent(asking: Asking, key: OnceKey, id: string, input: ConsentInput): Promise<ChangedAnswer> {
    return this.add(asking, key, id, 'consents', async (session, { tableId }, rowId) => {
      const detail = await this.sealedDetail(
        session,
        { tableId, situationId: id, field: 'consent_detail.detail', rowId },
        input.detail,
        'consent',
      );
      await addConsent(session, id, rowId, { state: input.state, dueOn: input.dueOn ?? null, detail });
    });
  }

  addService(asking: Asking, key: OnceKey, id: string, input: ServiceInput): Promise<ChangedAnswer> {
    return this.add(asking, key, id, 'services', (session, _, rowId) =>
      addService(session, id, rowId, input.service, input.mobilization),
    );
  }

  addGap(asking: Asking, key: OnceKey, id: string, input: GapInput): Promise<ChangedAnswer> {
    return this.add(asking, key, id, 'gaps', (session, _, rowId) =>
      addGap(session, id, rowId, input.service),
    );
  }

  addPerson(asking: Asking, key: OnceKey, id: string, input: CorrectPersonInput): Promise<ChangedAnswer> {
    return this.add(asking, key, id, 'persons', (session, _, rowId) =>
      addPerson(session, id, rowId, personOf(input)),
    );
  }

  correctPerson(
    asking: Asking,
    id: string,
    rowId: string,
    version: number,
    input: CorrectPersonInput,
  ): Promise<ChangedAnswer> {
    return this.change(asking, id, rowId, version, 'persons', (session) =>
      correctPerson(session, id, rowId, version, personOf(input)),
    );
  }

  correctTier2(
    asking: Asking,
    id: string,
    version: number,
    input: CorrectTier2Input,
  ): Promise<ChangedAnswer> {
    const codes = keptCodes(correctedFields, input);
    return this.change(asking, id, id, version, 'tier2', (session) =>
      correctTier2(session, id, version, codes),
    );
  }

  correctSummary(asking: Asking, id: string, version: number, text: string | null): Promise<ChangedAnswer> {
    if (text !== null) requireDeidentified(text);
    return this.change(asking, id, id, version, 'summary', async (session, { tableId }) => {
      const sealed =
        text === null
          ? null
          : await this.sealing.sealed(
              session,
              { tableId, situationId: id, field: 'tier2_text.summary', rowId: id },
              text,
            );
      return correctSummary(session, id, version, sealed, guardVersion);
    });
  }

  private async standing(session: Session, id: string): Promise<Standing> {
    const { facts } = await moveFacts(session, id);
    if (session.viewer.tableId === null) throw new NotFound();
    return { tableId: session.viewer.tableId, facts };
  }

  private scope(group: FieldGroup, { facts }: Standing): Scope | undefined {
    return this.policy.scopeOf(group, facts.stage, standingsOf(facts));
  }

  /** Hidden is absent (404); seen but not theirs to write is refused (403). */
  private requireWrite(group: WriteGroup, standing: Standing): void {
    if (this.policy.mayWrite(group, standing.facts.stage, standingsOf(standing.facts))) return;
    throw this.scope(group, standing) === undefined ? new NotFound() : new Forbidden();
  }

  private async opened(
    asking: Asking,
    page: SealedPage,
    id: string,
    look?: (session: Session, texts: readonly string[]) => Promise<void>,
  ): Promise<{ row: SealedRow; text: string }[]> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const standing = await this.standing(session, id);
      const scope = this.scope(page.group, standing);
      if (scope === undefined) throw new NotFound();
      const at = { tableId: standing.tableId, situationId: id };
      return this.sealing.withTierOf(session, page.field, at, page.purpose ?? 'read', async (dek) => {
        const rows = (await page.read.rows(session, [id])).filter(
          (row) => scope === 'all' || row.agency_id === standing.facts.viewerAgency,
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

  private async add<Hints extends object = object>(
    asking: Asking,
    key: OnceKey,
    id: string,
    group: WriteGroup,
    work: (session: Session, standing: Standing, rowId: string) => Promise<void>,
    hints?: HintsOf<Hints>,
  ): Promise<ChangedAnswer & Hints> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const changed = await once(
        session,
        key,
        () => this.standing(session, id),
        async (standing) => {
          this.requireWrite(group, standing);
          const rowId = randomUUID();
          await refusedAlike(this.scope(group, standing), () => work(session, standing, rowId));
          return { id: rowId, version: 1 };
        },
      );
      return { ...changed, ...((await hints?.(session, changed.id)) as Hints) };
    });
  }

  private addSealed<Hints extends object = object>(
    asking: Asking,
    key: OnceKey,
    id: string,
    group: WriteGroup,
    field: SituationField,
    text: string,
    insert: (session: Session, rowId: string, sealed: Buffer) => Promise<void>,
    hints?: HintsOf<Hints>,
  ): Promise<ChangedAnswer & Hints> {
    const work = async (session: Session, { tableId }: Standing, rowId: string): Promise<void> => {
      const at = { tableId, situationId: id, field, rowId };
      await insert(session, rowId, await this.sealing.sealed(session, at, text));
    };
    return this.add(asking, key, id, group, work, hints);
  }

  private async change<Hints extends object = object>(
    asking: Asking,
    id: string,
    rowId: string,
    version: number,
    group: VersionedGroup,
    work: (session: Session, standing: Standing) => Promise<number>,
    hints?: HintsOf<Hints>,
  ): Promise<ChangedAnswer & Hints> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const standing = await this.standing(session, id);
      this.requireWrite(group, standing);
      const changed = await refusedAlike(this.scope(group, standing), () => work(session, standing));
      if (changed === 0) {
        const seen = await versionSeen(session, group, id, rowId);
        throw seen === undefined ? new NotFound() : seen === version ? new Forbidden() : new Stale();
      }
      return { id: rowId, version: version + 1, ...((await hints?.(session, rowId)) as Hints) };
    });
  }

  private changeSealed<Hints extends object = object>(
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
    const work = async (session: Session, { tableId }: Standing): Promise<number> => {
      const at = { tableId, situationId: id, field, rowId };
      return update(session, id, rowId, version, await this.sealing.sealed(session, at, text));
    };
    return this.change(asking, id, rowId, version, group, work, hints);
  }

  private async sealedDetail(
    session: Session,
    at: SealedPlace<SituationField>,
    text: string | undefined,
    purpose: string,
  ): Promise<Buffer | null> {
    return text === undefined ? null : this.sealing.sealed(session, at, text, purpose);
  }
}

/** The second wall's refusal answers as the first one's would: hidden is absent, seen is refused. */
async function refusedAlike<T>(scope: Scope | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: unknown }).code === '42501')
      throw scope === undefined ? new NotFound() : new Forbidden();
    throw error;
  }
}
