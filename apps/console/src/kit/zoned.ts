/** The instant at which it is that day `YYYY-MM-DD` and time `HH:MM` in a time zone; where a clock is put forward over it, the instant after. */
export function instantIn(timeZone: string, day: string, time: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // The offset there may differ between the guess and the answer: twice is enough for every zone.
  const guess = wanted - offsetAt(timeZone, wanted);
  return new Date(wanted - offsetAt(timeZone, guess));
}

/** The day and time there at an instant, as `YYYY-MM-DD` and `HH:MM`. */
export function partsIn(timeZone: string, at: number): { readonly day: string; readonly time: string } {
  const written = new Date(at + offsetAt(timeZone, at)).toISOString();
  return { day: written.slice(0, 10), time: written.slice(11, 16) };
}

function offsetAt(timeZone: string, at: number): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const there = Date.parse(
    `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}Z`,
  );
  return there - Math.floor(at / 1000) * 1000;
}
