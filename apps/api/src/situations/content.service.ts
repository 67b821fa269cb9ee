import { Injectable } from '@nestjs/common';
import { guardVersion } from '#domain/guard';
import { correctedFields, keptCodes } from '#domain/vocabulary';
import type { Asking } from '#database/door';
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
  ownDisplayName,
  signalSameSurname,
} from '#database/situations';
import type { OnceKey } from '#edge';
import { ContentAccess, type SealedPage } from './content-access.js';
import { hintsAbout, personOf, refuseUnborn, requireDeidentified } from './content-rules.js';
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
import { sharesSurname } from './surname.js';

/** The content of a situation: what agencies write at each filter. */
@Injectable()
export class ContentService {
  constructor(private readonly access: ContentAccess) {}

  async identities(asking: Asking, page: SealedPage, id: string): Promise<IdentityList> {
    const identityOf = (text: string): Identity => JSON.parse(text) as Identity;
    const opened = await this.access.opened(asking, page, id, async (session, texts) => {
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
    const opened = await this.access.opened(asking, page, id);
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
    return this.access.addSealed(
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
    return this.access.changeSealed(
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
    return this.access.addSealed(asking, key, id, 'tier4', 'tier4.content', text, (session, rowId, sealed) =>
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
    return this.access.changeSealed(asking, id, rowId, version, 'tier4', 'tier4.content', text, correctTier4);
  }

  addPlan(asking: Asking, key: OnceKey, id: string, text: string): Promise<ChangedAnswer> {
    return this.access.addSealed(asking, key, id, 'plan', 'plan.content', text, (session, rowId, sealed) =>
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
    return this.access.changeSealed(asking, id, rowId, version, 'plan', 'plan.content', text, changePlan);
  }

  addSafetyNote(asking: Asking, key: OnceKey, id: string, text: string): Promise<ChangedAnswer> {
    return this.access.addSealed(
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
    return this.access.addSealed(
      asking,
      key,
      id,
      'notes',
      'discussion_note.note',
      text,
      (session, rowId, sealed) => addNote(session, id, rowId, sealed, guardVersion),
    );
  }

  addReportBack(asking: Asking, key: OnceKey, id: string, input: ReportBackInput): Promise<ChangedAnswer> {
    return this.access.add(asking, key, id, 'reportBacks', async (session, { tableId }, rowId) => {
      const detail = await this.access.sealedDetail(
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
    return this.access.add(asking, key, id, 'consents', async (session, { tableId }, rowId) => {
      const detail = await this.access.sealedDetail(
        session,
        { tableId, situationId: id, field: 'consent_detail.detail', rowId },
        input.detail,
        'consent',
      );
      await addConsent(session, id, rowId, { state: input.state, dueOn: input.dueOn ?? null, detail });
    });
  }

  addService(asking: Asking, key: OnceKey, id: string, input: ServiceInput): Promise<ChangedAnswer> {
    return this.access.add(asking, key, id, 'services', (session, _, rowId) =>
      addService(session, id, rowId, input.service, input.mobilization),
    );
  }

  addGap(asking: Asking, key: OnceKey, id: string, input: GapInput): Promise<ChangedAnswer> {
    return this.access.add(asking, key, id, 'gaps', (session, _, rowId) =>
      addGap(session, id, rowId, input.service),
    );
  }

  addPerson(asking: Asking, key: OnceKey, id: string, input: CorrectPersonInput): Promise<ChangedAnswer> {
    return this.access.add(asking, key, id, 'persons', (session, _, rowId) =>
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
    return this.access.change(asking, id, rowId, version, 'persons', (session) =>
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
    return this.access.change(asking, id, id, version, 'tier2', (session) =>
      correctTier2(session, id, version, codes),
    );
  }

  correctSummary(asking: Asking, id: string, version: number, text: string | null): Promise<ChangedAnswer> {
    if (text !== null) requireDeidentified(text);
    return this.access.change(asking, id, id, version, 'summary', async (session, { tableId }) => {
      const at = { tableId, situationId: id, field: 'tier2_text.summary', rowId: id } as const;
      const sealed = await this.access.sealedDetail(session, at, text ?? undefined);
      return correctSummary(session, id, version, sealed, guardVersion);
    });
  }
}
