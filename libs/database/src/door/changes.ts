import { Client } from 'pg';

export type Wake = (tableId: string) => void;

/**
 * Hears from PostgreSQL which table changed. One connection a process; lost, it is opened again, and everybody
 * is woken then, because what was missed is unknown.
 */
export class ChangeListener {
  private client: Client | undefined;
  private closed = false;
  private retry: NodeJS.Timeout | undefined;

  /** @param url where to listen; without one, as in an application that is only described, nothing is heard */
  constructor(
    private readonly url: string | undefined,
    private readonly wake: Wake,
    private readonly wakeAll: () => void,
  ) {}

  async open(): Promise<void> {
    if (this.closed || this.url === undefined) return;
    const client = new Client({
      connectionString: this.url,
      application_name: 'situation-table listen',
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => {
      this.wake((payload ?? '').slice(0, 36));
    });
    client.on('error', () => {
      this.lost(client);
    });
    client.on('end', () => {
      this.lost(client);
    });
    try {
      await client.connect();
      await client.query('listen situation_table_change');
      this.client = client;
      this.wakeAll();
    } catch {
      this.lost(client);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private lost(client: Client): void {
    client.removeAllListeners();
    // A broken connection may still report an error that nobody waits for.
    client.on('error', () => undefined);
    void client.end().catch(() => undefined);
    this.client = undefined;
    if (this.closed) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      void this.open();
    }, 1_000);
  }
}
