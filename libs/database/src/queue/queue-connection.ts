import { Pool, type QueryResult } from 'pg';
import { noteErrors } from '../cluster/note-errors.js';
import { queueRole } from '../cluster/roles.js';

const uniqueViolation = '23505';

/**
 * What the queue's library asks its SQL of. It lets some answers go unawaited, so that an error here would
 * end the process: a statement that fails is told to `failed` and answered with nothing. The library takes
 * that for "no job"; one that it could not tick off is done again when its time is over.
 */
export class QueueConnection {
  private readonly pool: Pool;
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    url: string,
    private readonly failed: (code: string) => void,
  ) {
    this.pool = new Pool({
      connectionString: url,
      options: `-c role=${queueRole}`,
      application_name: 'situation-table queue',
      max: 2,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 15_000,
      keepAlive: true,
    });
    this.pool.on('error', () => undefined);
    this.pool.on('acquire', noteErrors);
  }

  async executeSql(text: string, values: unknown[] = []): Promise<{ rows: Record<string, unknown>[] }> {
    try {
      return await this.ask(text, values);
    } catch (error) {
      const code = String((error as { code?: unknown }).code ?? 'no code');
      // Two processes that fetch at the same instant: the library expects that one gets nothing.
      if (code !== uniqueViolation) this.failed(code);
      return undefined as never;
    }
  }

  /** The same, with its error. */
  ask(text: string, values: unknown[] = []): Promise<{ rows: Record<string, unknown>[] }> {
    const answer = this.answer(text, values);
    const forget = (): void => {
      this.running.delete(answer);
    };
    this.running.add(answer);
    answer.then(forget, forget);
    return answer;
  }

  private async answer(text: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[] }> {
    const client = await this.pool.connect();
    let broken = true;
    try {
      const result = (await (values.length === 0
        ? client.query(text)
        : client.query(text, values))) as QueryResult<Record<string, unknown>>;
      broken = false;
      return result;
    } finally {
      // Some of the library's texts begin and commit by themselves: one that failed in between must not lend
      // its transaction to the next.
      client.release(broken);
    }
  }

  /** Lets what was asked be answered first: whoever waits for a connection when the pool ends would wait in vain. */
  async close(): Promise<void> {
    while (this.running.size > 0) {
      await Promise.allSettled(this.running);
      // Whoever was answered may ask on before it has heard that it is to stop.
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    await this.pool.end();
  }
}
