/** SQL that writes a moment as clients read it, `YYYY-MM-DDThh:mm:ss.sssZ`. */
export const utc = (instant: string): string =>
  `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * The same to the microsecond, which is all that PostgreSQL keeps: for a cursor, which must not step over
 * rows of one millisecond.
 */
export const utcExact = (instant: string): string =>
  `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
