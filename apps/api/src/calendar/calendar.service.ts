import { Injectable } from '@nestjs/common';
import { freshToken, hashToken, type SignedIn } from '#access';
import {
  feedMadeAt,
  listAnnounced,
  makeFeed,
  openFeed,
  revokeFeed,
  type AnnouncedMeeting,
} from '#database/calendar';
import { Data } from '#database/door';
import { NotFound, Problem } from '#edge';
import { Lanes } from '../platform/lanes.js';
import { calendarText, type CalendarMeeting } from './icalendar.js';

const words = {
  en: { name: 'Situation table meetings', meeting: 'Meeting', calledOff: 'Called off' },
  fr: { name: 'Rencontres de table de situation', meeting: 'Rencontre', calledOff: 'Annulée' },
} as const;
type Words = (typeof words)[keyof typeof words];

/** The meetings of one's tables in one's own calendar, by a secret that opens nothing else. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly data: Data,
    private readonly lanes: Lanes,
  ) {}

  async madeAt({ tokenHash, requestId }: SignedIn): Promise<Date | null> {
    return this.data.asAuthn(requestId, (authn) => feedMadeAt(authn, tokenHash));
  }

  /** @throws P0001 `account.stepUp.needed` */
  async make({ tokenHash, requestId }: SignedIn): Promise<{ madeAt: Date; secret: string }> {
    const secret = freshToken();
    return {
      madeAt: await this.data.asAuthn(requestId, (authn) => makeFeed(authn, tokenHash, hashToken(secret))),
      secret,
    };
  }

  /** @throws NotFound when there is none */
  async revoke({ tokenHash, requestId }: SignedIn): Promise<void> {
    if (!(await this.data.asAuthn(requestId, (authn) => revokeFeed(authn, tokenHash)))) throw new NotFound();
  }

  /**
   * The feed as an iCalendar file; no meetings where its owner has no seat at a table any more.
   * @param from where it is asked from, and a keyed hash of that
   * @throws NotFound for what is no secret of an active user, Problem `request.tooMany`
   */
  async feed(secret: string, from: { source: string; hash: string }, requestId: string): Promise<string> {
    const secretHash = hashToken(secret);
    const place = { group: from.source, part: 'feed' };
    const read = await this.lanes.take(place, () =>
      this.data.asAuthn(requestId, async (authn) => {
        const found = await openFeed(authn, secretHash, from.hash);
        const isOpen = found.language !== null && found.waitSeconds === 0;
        return { ...found, meetings: isOpen ? await listAnnounced(authn, secretHash) : [] };
      }),
    );
    if (read.waitSeconds > 0) throw new Problem('request.tooMany', [], read.waitSeconds);
    if (read.language === null)
      return this.lanes.judge(place, read.waitMs, () => Promise.reject(new NotFound()));
    const said = words[read.language];
    return calendarText(
      said.name,
      read.meetings.map((meeting) => told(meeting, said)),
    );
  }
}

function told(
  { id, tableName, scheduledFor, place, calledOff, announcedAt, announcedAnew }: AnnouncedMeeting,
  said: Words,
): CalendarMeeting {
  // Some programs show what is cancelled like all else, so that the words say it too.
  const summary = `${calledOff ? `${said.calledOff} – ` : ''}${said.meeting} – ${tableName}`;
  return { id, at: scheduledFor, summary, place, calledOff, changedAt: announcedAt, changes: announcedAnew };
}
