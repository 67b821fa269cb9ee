import type { INestApplication } from '@nestjs/common';
import { Data, type DataSources } from '#database';
import { createApi } from '../api.js';
import type { ApiParts } from '../parts.js';
import { documentOf } from './document-of.js';

/** The application as it is built, over parts that nothing is ever asked of: for describing it, not for serving. */
export async function createIdleApi(): Promise<INestApplication> {
  const key = (): Promise<Buffer> => Promise.resolve(Buffer.alloc(32));
  const sources = { app: { options: {} } } as DataSources;
  const keys = { deriveKey: key } as unknown as ApiParts['keys'];
  return createApi({ requestTimeoutMs: 1000, log: () => undefined }, { data: new Data(sources), sources, keys });
}

/** The text of openapi.json. */
export async function writeDocument(): Promise<string> {
  const app = await createIdleApi();
  try {
    return `${JSON.stringify(documentOf(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
}
