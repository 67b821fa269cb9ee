import { Injectable } from '@nestjs/common';
import type { ActingViewer } from '#access';
import { codebookLists, codebookTerms, codebookVersion, codebookVersions } from '#database/codebook';
import { Data } from '#database/door';
import { Cursors, NotFound, pageOf, type Page, type PageQuery } from '#edge';
import {
  listView,
  versionView,
  type CodebookQuery,
  type CodebookView,
  type VersionView,
} from './codebook.dto.js';

/** Reading the codebook; a published version never changes. */
@Injectable()
export class CodebookService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async get(viewer: ActingViewer, { version, list }: CodebookQuery): Promise<CodebookView> {
    return this.data.as(viewer, viewer.requestId, async (session) => {
      const row = await codebookVersion.one(session, [version ?? null]);
      const lists = await codebookLists.rows(session, [list ?? null]);
      if (lists.length === 0) throw new NotFound();
      const terms = await codebookTerms.rows(session, [row.version, list ?? null]);
      return { ...versionView(row), lists: lists.map((each) => listView(each, terms)) };
    });
  }

  async listVersions(viewer: ActingViewer, { limit, after }: PageQuery): Promise<Page<VersionView>> {
    const scope = { seatId: viewer.seatId, route: 'codebook/versions', filter: null };
    const [before] = after === undefined ? [null] : this.cursors.open(after, scope);
    return this.data.as(viewer, viewer.requestId, async (session) => {
      const rows = await codebookVersions.rows(session, [before ?? null, limit + 1]);
      return pageOf(rows.map(versionView), limit, (last) => this.cursors.seal([last.version], scope));
    });
  }
}
