import type { ApiRequest } from '../request-facts.js';
import { Problem } from '../problems.js';

/**
 * Headers of which a request has one. Node keeps the first of some and joins others: what a proxy before us
 * read may then be another one than we do.
 */
const single = new Set([
  'host',
  'origin',
  'content-type',
  'content-length',
  'content-encoding',
  'authorization',
  'if-match',
  'if-none-match',
  'idempotency-key',
  'seat',
  'sec-fetch-site',
]);

/** Refuses a request that names a header twice of which there is one. */
export function refuseDuplicateHeaders(request: ApiRequest): void {
  const seen = new Set<string>();
  const { rawHeaders } = request.raw;
  for (let place = 0; place < rawHeaders.length; place += 2) {
    const name = rawHeaders[place]?.toLowerCase() ?? '';
    if (!single.has(name)) continue;
    if (seen.has(name)) throw new Problem('request.duplicateHeader');
    seen.add(name);
  }
}

/**
 * Refuses a request that was sent to another name than ours: a page elsewhere whose name was pointed at us
 * (DNS rebinding), or a proxy that sends us somebody else's traffic. Ours are the host of PUBLIC_URL, further
 * names that the operator gives, and loopback.
 */
export function hostCheck(
  publicUrl: URL | undefined,
  allowedHosts: readonly string[] = [],
): (request: ApiRequest) => void {
  const ours = new Set([...(publicUrl ? [publicUrl.host] : []), ...allowedHosts].map(plain));
  return ({ headers: { host }, raw: { url = '' } }) => {
    // An address in absolute form names a host too, and before the header (RFC 9112 §3.2.2).
    const named = absolute.exec(url);
    for (const name of named === null ? [host] : [host, named[1]])
      if (name === undefined || !(ours.has(plain(name)) || isLoopbackHost(name)))
        throw new Problem('request.wrongHost');
  };
}

const absolute = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i;

/** Lower case, and without the port that the scheme has anyway. */
function plain(host: string): string {
  return host.toLowerCase().replace(/:(?:443|80)$/, '');
}

/**
 * A name or address of this machine, with any port: whoever forwards one from outside (ssh, a container)
 * chooses it.
 */
function isLoopbackHost(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host);
}
