/** SQL that writes a moment as clients read it, `YYYY-MM-DDThh:mm:ss.sssZ`. */
export const utc = (instant: string): string => `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
