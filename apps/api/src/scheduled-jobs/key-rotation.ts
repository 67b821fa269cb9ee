import { Inject, Injectable } from '@nestjs/common';
import { backupSigner, rotateKeys, rotationIsDue, type KeyProvider } from '#crypto';
import { renewKeyDump } from '#database/backup';
import { Data } from '#database/door';
import { databaseTime } from '#database/jobs';
import { StoredKeys } from '#database/keys';
import { Backups, Keys } from '../platform/parts.js';

/**
 * The weekly roll: what was destroyed becomes unreadable in every copy. By the database's wall clock, which
 * is one for all processes and which no demo moves.
 */
@Injectable()
export class KeyRotation {
  private readonly store: StoredKeys;

  constructor(
    private readonly data: Data,
    @Inject(Keys) private readonly keys: KeyProvider,
    @Inject(Backups) private readonly backups: string | null,
  ) {
    this.store = new StoredKeys(data);
  }

  /**
   * Rolls when the epoch has lasted its week, or a roll was cut off. While the key dump cannot be written
   * again the old epochs stand.
   * @returns whether this process rolled now
   */
  async rollIfDue(given?: Date): Promise<boolean> {
    const now = given ?? (await databaseTime(this.data));
    if (!(await rotationIsDue(this.keys, now))) return false;
    const done = await this.store.alone(() =>
      rotateKeys(this.keys, this.store, {
        now,
        beforeDestroying: async () => {
          await renewKeyDump(this.data, this.backups ?? undefined, await backupSigner(this.keys));
        },
      }),
    );
    return done !== undefined;
  }
}
