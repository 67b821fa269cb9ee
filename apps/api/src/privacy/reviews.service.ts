import { Injectable } from '@nestjs/common';
import { agencyDigest, agencyReviews, Data, once, signOffReview, type Asking } from '#database';
import { findCertainIdentifiers } from '#domain/guard';
import { NotFound, Refusal, type OnceKey } from '#edge';
import type { AgencyDigest, Review, SignedOff, SignOffInput } from './reviews.dto.js';

/** Signals of misuse by the own agency's people, and their sign-off. */
@Injectable()
export class ReviewsService {
  constructor(private readonly data: Data) {}

  async digest(asking: Asking): Promise<AgencyDigest> {
    const [row] = await this.data.as(asking, asking.requestId, (session) => agencyDigest.rows(session, []));
    if (row === undefined) throw new NotFound();
    const { week_on, ...counts } = row;
    return { weekOn: week_on, ...counts };
  }

  async list(asking: Asking): Promise<Review[]> {
    const rows = await this.data.as(asking, asking.requestId, (session) => agencyReviews.rows(session, []));
    return rows.map(({ first_at, last_at, called_before, reviewed_by, reviewed_at, ...row }) => ({
      ...row,
      firstAt: first_at,
      lastAt: last_at,
      calledBefore: called_before,
      reviewedBy: reviewed_by,
      reviewedAt: reviewed_at,
    }));
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
