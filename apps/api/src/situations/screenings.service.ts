import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { findCertainIdentifiers, guardVersion } from '#domain/guard';
import type { Facts } from '#domain/filters';
import type { Policy } from '#domain/visibility';
import { codedFieldNames } from '#domain/vocabulary';
import { Data, once, type Session, type Asking } from '#database/door';
import {
  addScreening,
  bringOnBehalf,
  bringToTable,
  dropScreening,
  getScreening,
  listScreenings,
  openScreening,
  rewriteScreening,
  type BroughtCodes,
  type ScreeningRow,
} from '#database/situations';
import { Cursors, NotFound, readPage, Refusal, Stale, type OnceKey, type Page, type PageQuery } from '#edge';
import { ThePolicy } from './policy.js';
import type {
  BringOnBehalfInput,
  BroughtAnswer,
  ChangedAnswer,
  DeidentifiedInput,
  PreviewView,
  ScreeningHeader,
  ScreeningInput,
  ScreeningView,
} from './screenings.dto.js';
import { Sealing } from './sealing.js';

/** Filter 1: an agency's private screening. Nothing of it exists for anybody else until it is brought to the table. */
@Injectable()
export class ScreeningsService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
    private readonly sealing: Sealing,
    @Inject(ThePolicy) private readonly policy: Policy,
  ) {}

  async add(asking: Asking, key: OnceKey, content: ScreeningInput): Promise<ChangedAnswer> {
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        async () => {
          requireAgency(session);
        },
        async () => {
          const id = randomUUID();
          const tableId = tableOf(session);
          await this.sealing.withScreeningKey(
            { tableId, screeningId: id },
            async (dek, { wrapped, epochId }) => {
              const sealed = this.sealing.seal(dek, contentPlace(tableId, id), JSON.stringify(content));
              await addScreening(session, id, sealed, Buffer.from(wrapped), epochId);
            },
          );
          return { id, version: 1 };
        },
      ),
    );
  }

  async list(asking: Asking, query: PageQuery): Promise<Page<ScreeningHeader>> {
    return readPage(this.cursors, {
      scope: { seatId: asking.seatId, route: 'screenings', filter: null },
      query,
      find: ([before = null, id = null], limit) =>
        this.data.as(asking, asking.requestId, (session) => {
          requireAgency(session);
          return listScreenings(session, before as string | null, id as string | null, limit);
        }),
      placeOf: ({ place, id }) => [place, id],
      view: headerOf,
    });
  }

  async get(asking: Asking, id: string): Promise<ScreeningView> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const { row, content } = await this.opened(session, id, 'read');
      return { ...headerOf(row), content };
    });
  }

  async rewrite(
    asking: Asking,
    id: string,
    version: number,
    content: ScreeningInput,
  ): Promise<ChangedAnswer> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const row = await getScreening(session, id);
      const stored = await openScreening(session, id, 'write');
      await this.sealing.withStored(
        { tableId: row.table_id, situationId: id, tier: 1 },
        stored,
        async (dek) => {
          const sealed = this.sealing.seal(dek, contentPlace(row.table_id, id), JSON.stringify(content));
          if ((await rewriteScreening(session, id, version, sealed)) === 0) throw new Stale();
        },
      );
      return { id, version: version + 1 };
    });
  }

  async drop(asking: Asking, id: string, version: number): Promise<void> {
    await this.data.as(asking, asking.requestId, (session) => dropScreening(session, id, version));
  }

  /** What the table would see (matrix row 50), cut by the same function that cuts what is brought. */
  async preview(asking: Asking, id: string): Promise<PreviewView> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const { content } = await this.opened(session, id, 'preview');
      return {
        card: cardOf(content),
        blocking: blockingIn(content).map(({ kind, start, end }) => ({ kind, start, end })),
      };
    });
  }

  /** Filter 1 to 2: the screening ends and a numbered situation begins. */
  async bring(
    asking: Asking,
    key: OnceKey,
    id: string,
    version: number,
    ownMeansExhausted: boolean,
  ): Promise<BroughtAnswer> {
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        async () => {
          requireAgency(session);
        },
        async () => {
          const { row, content } = await this.opened(session, id, 'bring');
          if (row.version !== version) throw new Stale();
          this.judge('bringToTable', session, content, { ownMeansExhausted });
          const situationId = randomUUID();
          const card = cardOf(content);
          const { summary, keys } = await this.sealing.beginSituation(
            { tableId: row.table_id, situationId },
            card.summary,
          );
          const number = await bringToTable(
            session,
            { id, version },
            situationId,
            { ownMeansExhausted },
            codesOf(card),
            summary,
            keys,
          );
          return { id: situationId, number, version: 1 };
        },
      ),
    );
  }

  /** The coordinator types T2 for an agency that asks at the meeting; that agency confirms. */
  async bringOnBehalf(asking: Asking, key: OnceKey, input: BringOnBehalfInput): Promise<BroughtAnswer> {
    const { agency, ownMeansExhausted, ...content } = input;
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => {
          this.judge('bringOnBehalf', session, content, { agency, ownMeansExhausted });
          const situationId = randomUUID();
          const card = cardOf(content);
          const { summary, keys } = await this.sealing.beginSituation(
            { tableId: tableOf(session), situationId },
            card.summary,
          );
          const number = await bringOnBehalf(
            session,
            situationId,
            { agency, ownMeansExhausted },
            codesOf(card),
            summary,
            keys,
          );
          return { id: situationId, number, version: 1 };
        },
      ),
    );
  }

  private judge(
    name: 'bringToTable' | 'bringOnBehalf',
    session: Session,
    content: DeidentifiedInput,
    request: { ownMeansExhausted: boolean; agency?: string },
  ): void {
    // Only the text is judged here alone, since the database sees no words; it judges the rest again with
    // what it knows of the table.
    const judged = this.policy.attempt(name, factsOfScreening(session, content, request.agency), request, {
      textSafe: blockingIn(content).length === 0,
      reasonActive: false,
      basisActive: false,
      toldActive: false,
      joinedFound: false,
    });
    if (!judged.allowed) throw new Refusal(`move.${judged.reason}`);
  }

  private async opened(
    session: Session,
    id: string,
    purpose: string,
  ): Promise<{ row: ScreeningRow; content: ScreeningInput }> {
    requireAgency(session);
    const row = await getScreening(session, id);
    const stored = await openScreening(session, id, purpose);
    const text = await this.sealing.withStored(
      { tableId: row.table_id, situationId: id, tier: 1 },
      stored,
      (dek) => this.sealing.open(dek, contentPlace(row.table_id, id), row.content),
    );
    return { row, content: JSON.parse(text) as ScreeningInput };
  }
}

const contentPlace = (tableId: string, id: string) =>
  ({ tableId, situationId: id, field: 'screening.content', rowId: id }) as const;

function tableOf(session: Session): string {
  if (session.viewer.tableId === null) throw new NotFound();
  return session.viewer.tableId;
}

/** A screening belongs to an agency: for a seat that acts for none there is nothing here. */
function requireAgency(session: Session): void {
  if (session.viewer.agencyId === null) throw new NotFound();
}

function headerOf(row: { id: string; version: number; created_at: Date; updated_at: Date }): ScreeningHeader {
  return {
    id: row.id,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** What of a draft the table will see: nothing that is not named here leaves filter 1. */
const shown: readonly (keyof DeidentifiedInput)[] = [...codedFieldNames, 'persons', 'summary'];

/** The filter-2 card of a draft: everything of it but the private note. */
function cardOf(content: DeidentifiedInput): DeidentifiedInput {
  // The names are those of the class, and what it requires is there; entries cannot say so to the compiler.
  return Object.fromEntries(
    shown.flatMap((name) => (content[name] === undefined ? [] : [[name, content[name]]])),
  ) as unknown as DeidentifiedInput;
}

function codesOf({ summary: _, persons, ...codes }: DeidentifiedInput): BroughtCodes {
  return {
    ...codes,
    guardVersion,
    persons: (persons ?? []).map((person) => ({ id: randomUUID(), ...person })),
  };
}

function blockingIn(content: DeidentifiedInput): ReturnType<typeof findCertainIdentifiers> {
  return findCertainIdentifiers(content.summary ?? '');
}

function factsOfScreening(session: Session, content: DeidentifiedInput, agency: string | undefined): Facts {
  return {
    stage: 'screening',
    stageLeft: null,
    roles: session.viewer.persona === 'coordinator' ? ['coordinator'] : ['seated', 'originating'],
    riskRecorded: false,
    recordedByViewer: false,
    broughtByViewer: false,
    meetingOpenWithTwoAgencies: false,
    ownAgency: false,
    onBehalfUnconfirmed: false,
    roundOpen: false,
    identifierRecipients: 'nobody',
    riskRule: 'agreement',
    withinTenMinutes: false,
    withinCorrectionWindow: false,
    proposedLead: null,
    riskFactors: content.riskFactors,
    agenciesAtTable: agency === undefined ? [] : [agency],
    agenciesWithoutAccount: [],
    viewerAgency: session.viewer.agencyId,
    holds: [],
    assignments: [],
    handOvers: [],
  };
}
