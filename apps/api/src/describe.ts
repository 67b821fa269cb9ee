import { createIdleApi } from './api.js';
import { documentOf } from './docs/document-of.js';

/** The text of openapi.json. */
export async function writeDocument(): Promise<string> {
  return `${JSON.stringify(documentOf(await createIdleApi()), null, 2)}\n`;
}
