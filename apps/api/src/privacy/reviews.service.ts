import { Injectable } from '@nestjs/common';
import { Data, once, type Asking } from '#database/door';
import { agencyDigest, agencyReviews, signOffReview } from '#database/privacy';
import { findCertainIdentifiers } from '#domain/guard';
import { Cursors, NotFound, readPage, Refusal, type OnceKey, type Page, type PageQuery } from '#edge';
import type { AgencyDigest, Review, SignedOff, SignOffInput } from './reviews.dto.js';

/** Signals of misuse by the own agency's people, and their sign-off. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async digest(asking: Asking): Promise<AgencyDigest> {
    const [row] = await this.data.as(asking, asking.requestId, (session) => agencyDigest.rows(session, []));
    if (row === undefined) throw new NotFound();
    const { week_on, ...counts } = row;
    return { weekOn: week_on, ...counts };
  }

  list(asking: Asking, query: PageQuery): Promise<Page<Review>> {
    return readPage(this.cursors, {
      scope: { seatId: asking.seatId, route: 'privacy/reviews', filter: null },
      query,
      find: ([reviewed = null, first = null, id = null], limit) =>
        this.data.as(asking, asking.requestId, (session) =>
          agencyReviews.rows(session, [reviewed, first, id, limit]),
        ),
      placeOf: (row) => [row.reviewed_at, row.first_at, row.id],
      view: ({ first_at, last_at, called_before, reviewed_by, reviewed_at, ...row }) => ({
        ...row,
        firstAt: first_at,
        lastAt: last_at,
        calledBefore: called_before,
        reviewedBy: reviewed_by,
        reviewedAt: reviewed_at,
      }),
    });
  }

  /** A note passes the same guard as what is brought to a table: the audit never forgets it. @throws Refusal */
  async signOff(
    asking: Asking,
    key: OnceKey,
    id: string,
    { times, finding, note }: SignOffInput,
  ): Promise<SignedOff> {
    if (note !== undefined && findCertainIdentifiers(note).length > 0)
      throw new Refusal('review.noteIdentifies');
    return this.data.as(asking, asking.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => {
          await signOffReview(session, id, { times, finding, note: note ?? null });
          return { id };
        },
      ),
    );
  }
}
