import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarText, type CalendarMeeting } from './icalendar.js';

const meeting: CalendarMeeting = {
  id: '1c2d3e4f-0000-4000-8000-000000000001',
  at: new Date('2026-03-05T14:30:00Z'),
  summary: 'Meeting – Harbour',
  place: 'Room 2; second floor, left\nRing',
  calledOff: false,
  changedAt: new Date('2026-02-01T09:00:00Z'),
  changes: 3,
};

/**
 * A reader of its own: lines joined where they were folded, each parted into name and value, texts unescaped
 * (RFC 5545 §3.1, §3.3.11).
 */
function read(text: string): [string, string][] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf(':');
      return [
        line.slice(0, at),
        line
          .slice(at + 1)
          .replaceAll(/\\([\\;,nN])/g, (_, what: string) => (what.toLowerCase() === 'n' ? '\n' : what)),
      ];
    });
}
const valueOf = (text: string, name: string): string | undefined =>
  read(text).find(([found]) => found === name)?.[1];

describe('a calendar file', () => {
  it('is, for one meeting, these lines', () => {
    expect(calendarText('My meetings', [meeting])).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Situation Table//Meetings//EN',
        'CALSCALE:GREGORIAN',
        'NAME:My meetings',
        'X-WR-CALNAME:My meetings',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
        'BEGIN:VEVENT',
        'UID:1c2d3e4f-0000-4000-8000-000000000001',
        'DTSTAMP:20260201T090000Z',
        'SEQUENCE:3',
        'DTSTART:20260305T143000Z',
        'DURATION:PT1H',
        'SUMMARY:Meeting – Harbour',
        'LOCATION:Room 2\\; second floor\\, left\\nRing',
        'STATUS:CONFIRMED',
        'TRANSP:OPAQUE',
        'CLASS:PRIVATE',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('shows what is called off, and names no place where there is none', () => {
    const text = calendarText('x', [{ ...meeting, calledOff: true, place: null }]);
    expect([valueOf(text, 'STATUS'), valueOf(text, 'TRANSP'), valueOf(text, 'LOCATION')]).toEqual([
      'CANCELLED',
      'TRANSPARENT',
      undefined,
    ]);
  });

  it.each([
    ['before the clocks change', '2026-03-05T14:30:00Z', '09:30'],
    ['after', '2026-03-12T13:30:00Z', '09:30'],
    ['in the hour that comes twice', '2026-11-01T06:30:00Z', '01:30'],
  ])('says the instant, so that Toronto reads %s the same hour on the wall', (_, at, wall) => {
    const [, year, month, day, hour, minute] =
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00Z$/.exec(
        valueOf(calendarText('x', [{ ...meeting, at: new Date(at) }]), 'DTSTART') ?? '',
      ) ?? [];
    const back = new Date(
      Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)),
    );
    expect(
      new Intl.DateTimeFormat('en-CA', {
        timeZone: 'America/Toronto',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(back),
    ).toBe(wall);
  });

  it('keeps any text, in lines of at most 75 octets that break within no character', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 }).map((one) => one.replaceAll(/\r\n?/g, '\n'));
    fc.assert(
      fc.property(text, text, (summary, place) => {
        const written = calendarText('x', [{ ...meeting, summary, place }]);
        const bytes = Buffer.from(written);
        expect(bytes.toString()).toBe(written);
        for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        // No text can begin a line of its own.
        expect(read(written).filter(([name]) => name === 'BEGIN').length).toBe(2);
        expect([valueOf(written, 'SUMMARY'), valueOf(written, 'LOCATION')]).toEqual([summary, place]);
      }),
      { numRuns: 500 },
    );
  });
});
