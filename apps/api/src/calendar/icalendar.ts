/**
 * One meeting in a calendar: an instant, so that no rule of any time zone stands in the file and none can be
 * outdated in it.
 */
export interface CalendarMeeting {
  readonly id: string;
  readonly at: Date;
  readonly summary: string;
  readonly place: string | null;
  readonly calledOff: boolean;
  readonly changedAt: Date;
  readonly changes: number;
}

const longestLine = 75;

/** A text value (RFC 5545 §3.3.11): backslash, semicolon and comma are escaped, and a line break is written as one. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** A content line of at most 75 octets, then continued behind a space (§3.1); never broken within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/**
 * An instant in UTC (§3.3.5, form 2), which every calendar shows in its reader's own zone, daylight saving
 * included.
 */
function instant(at: Date): string {
  return `${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
}

function eventOf({ id, at, summary, place, calledOff, changedAt, changes }: CalendarMeeting): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${instant(changedAt)}`,
    `SEQUENCE:${changes}`,
    `DTSTART:${instant(at)}`,
    // No length of a meeting is kept anywhere: an hour is what a calendar keeps free for it.
    'DURATION:PT1H',
    `SUMMARY:${escaped(summary)}`,
    ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
    `STATUS:${calledOff ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${calledOff ? 'TRANSPARENT' : 'OPAQUE'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

/**
 * The meetings as an iCalendar file (RFC 5545; refresh and name: RFC 7986). The same meetings always give the
 * same bytes.
 */
export function calendarText(name: string, meetings: readonly CalendarMeeting[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Situation Table//Meetings//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...meetings.flatMap(eventOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
