/** A policy for pages of our own origin alone, whose scripts may make no markup from text (Trusted Types). */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // The one style that React Aria writes into the page itself: what can be pressed scrolls and zooms as elsewhere.
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types situation-table',
].join('; ');

const always: readonly (readonly [string, string])[] = [
  ['cache-control', 'no-store'],
  ['content-security-policy', contentSecurityPolicy],
  ['cross-origin-embedder-policy', 'require-corp'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['origin-agent-cluster', '?1'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-dns-prefetch-control', 'off'],
  ['x-frame-options', 'DENY'],
  ['x-permitted-cross-domain-policies', 'none'],
  ['x-robots-tag', 'noindex, nofollow'],
];

/**
 * The headers of every answer, errors included; over TLS also that it stays so. There is no CORS header: no
 * other site may read us.
 */
export function securityHeaders(overTls: boolean): readonly (readonly [string, string])[] {
  return overTls ? [...always, ['strict-transport-security', 'max-age=63072000; includeSubDomains']] : always;
}
