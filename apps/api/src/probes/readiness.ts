import { Injectable } from '@nestjs/common';
import { pendingMigrations, type DataSources } from '#database';

/** Whether requests can be served at this moment. */
@Injectable()
export class Readiness {
  constructor(private readonly sources: DataSources) {}

  /** True only when the database is reachable and has every migration of this build; false, never an error, otherwise. */
  async isReady(): Promise<boolean> {
    const runner = this.sources.app.createQueryRunner();
    try {
      const pending = await pendingMigrations(async (sql) => ({ rows: await runner.query(sql) as unknown[] }));
      return pending.length === 0;
    } catch {
      return false;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}
