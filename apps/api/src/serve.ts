import { FileKeyProvider } from '#crypto';
import { connectData } from '#database';
import type { LogSink } from '#edge';
import { createApi } from './api.js';
import type { Settings } from './settings.js';

/** A serving API process. */
export interface Serving {
  /** Where it listens, as a client would type it. */
  readonly url: string;
  /** Lets running requests end, then closes what was opened. */
  close(): Promise<void>;
}

/**
 * Opens the keyring and the database, and listens.
 * @throws when the keyring or the database cannot be opened or the address is taken; nothing stays open then
 */
export async function serve(settings: Settings, log: LogSink): Promise<Serving> {
  const keys = await FileKeyProvider.openOrCreate(settings.keysFolder);
  const opened = await connectData({ app: settings.appUrl, authn: settings.authnUrl, job: settings.jobUrl, poolSize: settings.poolSize });
  try {
    const app = await createApi({ publicUrl: settings.publicUrl, requestTimeoutMs: settings.requestTimeoutMs, log }, { ...opened, keys });
    await app.listen(settings.port, settings.host);
    return {
      url: await app.getUrl(),
      close: async () => {
        await app.close();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
