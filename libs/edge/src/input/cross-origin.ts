import type { ApiRequest } from '../request-facts.js';
import { Problem } from '../problems.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that a browser sends from another site: Sec-Fetch-Site where the browser has it, else
 * Origin against the address that was asked. Programs that are no browser send neither and pass (the session
 * cookie is SameSite besides).
 */
export function refuseCrossOrigin(request: ApiRequest, publicOrigin: string | undefined): void {
  if (safe.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
    throw new Problem('request.crossOrigin');
  }
  const origin = request.headers.origin;
  if (origin === undefined || origin === publicOrigin) return;
  const host = request.headers.host?.toLowerCase();
  if (host !== undefined && URL.canParse(origin) && new URL(origin).host === host) return;
  throw new Problem('request.crossOrigin');
}
