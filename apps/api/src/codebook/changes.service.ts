import { Injectable } from '@nestjs/common';
import type { ActingViewer } from '#access';
import {
  codebookChange,
  codebookChanges,
  discardChange,
  proposeChange,
  reviseChange,
  signChange,
  type TermContent,
} from '#database/codebook';
import { Data, once } from '#database/door';
import { findCertainIdentifiers } from '#domain/guard';
import { Cursors, Invalid, pageOf, Problem, type OnceKey, type Page } from '#edge';
import {
  changeView,
  type ChangeInput,
  type ChangeReceipt,
  type ChangesQuery,
  type ChangeView,
  type TermContentInput,
} from './codebook.dto.js';

/**
 * Changes to the codebook: proposed, revised, discarded, and published by the signatures of two
 * administrators (matrix row 54).
 */
@Injectable()
export class ChangesService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async list(viewer: ActingViewer, { state, limit, after }: ChangesQuery): Promise<Page<ChangeView>> {
    const scope = { seatId: viewer.seatId, route: 'codebook/changes', filter: state };
    const [place, id] = after === undefined ? [null, null] : this.cursors.open(after, scope);
    return this.data.as(viewer, viewer.requestId, async (session) => {
      const rows = await codebookChanges.rows(session, [state, place ?? null, id ?? null, limit + 1]);
      const page = pageOf(rows, limit, (last) => this.cursors.seal([last.place, last.id], scope));
      return { rows: page.rows.map(changeView), next: page.next };
    });
  }

  async get(viewer: ActingViewer, id: string): Promise<ChangeView> {
    return this.data.as(viewer, viewer.requestId, async (session) =>
      changeView(await codebookChange.one(session, [id])),
    );
  }

  async propose(viewer: ActingViewer, key: OnceKey, input: ChangeInput): Promise<ChangeReceipt> {
    refuseIdentifiers(input.content);
    return this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        async () => undefined,
        async () => {
          const tableId = input.local !== true ? null : (input.tableId ?? session.viewer.tableId);
          const id = await proposeChange(session, {
            kind: input.kind,
            list: input.list,
            code: input.code,
            tableId,
            content: contentOf(input.kind, input.content, 'content.'),
          });
          return { id, version: 1, publishedIn: null };
        },
      ),
    );
  }

  async revise(
    viewer: ActingViewer,
    id: string,
    version: number,
    content: TermContentInput,
  ): Promise<ChangeReceipt> {
    refuseIdentifiers(content);
    return this.data.as(viewer, viewer.requestId, async (session) => {
      const { kind } = await codebookChange.one(session, [id]);
      await reviseChange(session, id, version, contentOf(kind, content, ''));
      return { id, version: version + 1, publishedIn: null };
    });
  }

  async sign(viewer: ActingViewer, key: OnceKey, id: string, version: number): Promise<ChangeReceipt> {
    return this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => codebookChange.one(session, [id]),
        async () => ({ id, version: version + 1, publishedIn: await signChange(session, id, version) }),
      ),
    );
  }

  async discard(viewer: ActingViewer, id: string, version: number): Promise<void> {
    await this.data.as(viewer, viewer.requestId, (session) => discardChange(session, id, version));
  }
}

/**
 * Days belong to one kind of change each, so that an edit can neither bring a term back nor take it away. What a
 * kind does not write is refused: it would be lost without a word.
 */
function contentOf(kind: string, content: TermContentInput, within: '' | 'content.'): TermContent {
  const given = Object.entries(content).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  const refused = given.flatMap((field) => {
    const rule = ruleAgainst(kind, field);
    return rule === undefined ? [] : [{ field: `${within}${field}`, rule }];
  });
  if (refused.length > 0) throw new Invalid(refused);
  const { activeFrom, activeTo, ...words } = content;
  switch (kind) {
    case 'add':
      return { ...words, activeFrom: activeFrom ?? null };
    case 'retire':
      return { activeTo: activeTo ?? null };
    default:
      return words;
  }
}

/** The rule by which a field is of another kind of change. */
function ruleAgainst(kind: string, field: string): string | undefined {
  if (kind === 'retire') return field === 'activeTo' ? undefined : 'notWhenRetired';
  if (field === 'activeTo') return 'onlyWhenRetired';
  return kind === 'edit' && field === 'activeFrom' ? 'onlyWhenAdded' : undefined;
}

/** Everybody reads the codebook, so its texts pass the same guard as what is brought to a table. */
function refuseIdentifiers(content: TermContentInput): void {
  const fields = (['labelEn', 'labelFr', 'definitionEn', 'definitionFr'] as const).flatMap((field) =>
    findCertainIdentifiers(content[field] ?? '').map(({ kind }) => ({
      field: `content.${field}`,
      rule: kind,
    })),
  );
  if (fields.length > 0) throw new Problem('codebook.change.identifierInText', fields);
}
