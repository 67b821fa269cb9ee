const reasons: Readonly<Record<string, string>> = {
  EROFS: 'it is read-only: make it writable',
  EACCES: 'this account may not write there: give it the right',
  EPERM: 'this account may not write there: give it the right',
  ENOSPC: 'no room is left on its disk: free some',
  EDQUOT: 'no room is left in this account’s quota: free some',
};

/** A data directory that cannot be written to. */
export class UnusableDirectory extends Error {
  override readonly name = 'UnusableDirectory';
  constructor(directory: string, reason: string, cause: unknown) {
    super(
      `Situation Table cannot keep its data in ${directory}, because ${reason}, or name another directory in SITUATION_TABLE_DATA.`,
      { cause },
    );
  }
}

/** What PostgreSQL's own programs say instead of an error number. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/No space left on device/, 'ENOSPC'],
  [/Disk quota exceeded/, 'EDQUOT'],
  [/Read-only file system/, 'EROFS'],
];

/** The refusal that an error while starting means, or the error itself where the directory is not the cause. */
export function whyUnusable(directory: string, error: unknown): unknown {
  const { code, syscall, message = '' } = error as { code?: unknown; syscall?: string; message?: string };
  // What Node's recursive mkdir says of a read-only file system.
  const told = code === 'ENOENT' && syscall === 'mkdir' ? 'EROFS' : String(code);
  const reason = reasons[told] ?? reasons[spoken.find(([words]) => words.test(message))?.[1] ?? ''];
  return reason === undefined ? error : new UnusableDirectory(directory, reason, error);
}
