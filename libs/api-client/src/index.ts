import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type { paths } from './schema.js';

/** A class of the API's document by its name, for example `Schema<'Problem'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export interface ClientOptions {
  /** Where the API is; a browser on the same origin needs none. */
  readonly baseUrl?: string;
  /** The seat that acts, asked before each request. */
  readonly seat?: () => string | undefined;
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Further headers of every request, such as a session cookie outside a browser. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type ApiClient = Client<paths>;

/**
 * The API, typed by its document: `const { data, error } = await api.GET('/api/v1/me')`. Says the acting seat
 * with each request, and gives each POST an idempotency key unless it has one; to repeat a POST, pass the
 * same key again.
 */
export function createClient(options: ClientOptions = {}): ApiClient {
  const client = createFetchClient<paths>({
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
    ...(options.fetch !== undefined && { fetch: options.fetch }),
    ...(options.headers !== undefined && { headers: options.headers }),
  });
  client.use({
    onRequest({ request }) {
      const seat = options.seat?.();
      if (seat !== undefined && !request.headers.has('seat')) request.headers.set('seat', seat);
      if (request.method === 'POST' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', crypto.randomUUID());
      return request;
    },
  });
  return client;
}
