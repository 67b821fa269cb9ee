import { Injectable } from '@nestjs/common';
import { Data } from '#database/door';
import { comingMeetings, meetingRules, setMeetingRule, type MeetingRuleRow } from '#database/meetings';
import { Cursors, NotFound, pageOf, type CursorScope, type Page } from '#edge';
import type {
  ComingMeetingsQuery,
  ComingMeetingView,
  MeetingRule,
  MeetingRuleInput,
  MeetingRuleReceipt,
  MeetingRuleView,
} from './calendar-rule.dto.js';
import type { Asking } from './meetings.service.js';

/**
 * When a table meets: its rule, and the meetings that come. What follows from the rule is the database's
 * (app.meetings_between).
 */
@Injectable()
export class CalendarRuleService {
  constructor(
    private readonly data: Data,
    private readonly cursors: Cursors,
  ) {}

  async coming(asking: Asking, { limit, after }: ComingMeetingsQuery): Promise<Page<ComingMeetingView>> {
    const scope: CursorScope = { seatId: asking.seatId, route: 'meetings/coming', filter: null };
    const [scheduled = null, id = null] = after === undefined ? [] : this.cursors.open(after, scope);
    return this.data.as(asking, asking.requestId, async (session) => {
      const found = await comingMeetings.rows(session, [scheduled, id, limit + 1]);
      const { rows, next } = pageOf(found, limit, (last) =>
        this.cursors.seal([last.scheduled_us, last.id], scope),
      );
      return {
        rows: rows.map((row) => ({
          id: row.id,
          kind: row.kind,
          state: row.state,
          meetsOn: row.meets_on,
          scheduledFor: row.scheduled_for,
          ruleOn: row.rule_on,
          moved: row.rule_at !== null && row.rule_at !== row.scheduled_for,
          holiday: row.holiday,
          place: row.place,
          version: row.version,
        })),
        next,
      };
    });
  }

  async rule(asking: Asking): Promise<MeetingRuleView> {
    return this.data.as(asking, asking.requestId, async (session) => {
      const [now, next] = await meetingRules.rows(session, []);
      if (now === undefined) throw new NotFound();
      return {
        ...ruleOf(now),
        timeZone: now.time_zone,
        next: next === undefined ? null : ruleOf(next),
        version: now.version,
      };
    });
  }

  async setRule(asking: Asking, version: number, input: MeetingRuleInput): Promise<MeetingRuleReceipt> {
    return this.data.as(asking, asking.requestId, async (session) => ({
      version: await setMeetingRule(session, version, input),
    }));
  }
}

function ruleOf(row: MeetingRuleRow): MeetingRule {
  return {
    days: row.days,
    everyWeeks: row.every_weeks,
    anchorOn: row.anchor_on,
    time: row.at_time,
    from: row.from_on,
  };
}
