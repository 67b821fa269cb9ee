import { createHash, randomBytes } from 'node:crypto';

/**
 * The prefix makes browsers refuse the cookie without Secure, with a Domain, or from another path (RFC
 * 6265bis §4.1.3.2).
 */
export const sessionCookieName = '__Host-session';
const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax';
const tokenForm = /^[A-Za-z0-9_-]{43}$/;

/** A new secret of 256 bits in the form that cookies, links and codes can carry. */
export function freshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 (hex) of a token: all that is ever stored of it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The Set-Cookie line that begins a session. It ends with the browser; how long it may live, the server decides. */
export function sessionCookie(token: string): string {
  return `${sessionCookieName}=${token}; ${attributes}`;
}

/** The Set-Cookie line that takes the session from the browser. */
export function clearSessionCookie(): string {
  return `${sessionCookieName}=; Max-Age=0; ${attributes}`;
}

/**
 * The cookie of a device that somebody signed in from: it opens nothing, and only keeps strangers from
 * slowing the next sign-in there.
 */
const deviceCookieName = '__Host-device';
/** 400 days: no browser keeps a cookie for longer (RFC 6265bis §5.5). */
const deviceSeconds = 400 * 24 * 60 * 60;

/** The Set-Cookie line by which a device is known again. It stays when its user signs out. */
export function deviceCookie(token: string): string {
  return `${deviceCookieName}=${token}; Max-Age=${deviceSeconds}; Path=/; HttpOnly; Secure; SameSite=Strict`;
}

/** The device's token in a Cookie header; undefined without exactly one of our form. */
export function deviceTokenOf(cookieHeader: string | undefined): string | undefined {
  return tokenIn(cookieHeader, deviceCookieName);
}

/** The hash (hex) of the session's token in a Cookie header; undefined without exactly one of our form. */
export function tokenHashOf(cookieHeader: string | undefined): string | undefined {
  return hashIn(cookieHeader, sessionCookieName);
}

/** The projector's own cookie: a device without a user. It never follows a link from elsewhere. */
export const projectorCookieName = '__Host-projector';

/** The Set-Cookie line by which a projector is known until its meeting ends. */
export function projectorCookie(token: string): string {
  return `${projectorCookieName}=${token}; Path=/; HttpOnly; Secure; SameSite=Strict`;
}

/** The hash (hex) of the projector's token in a Cookie header; undefined without exactly one of our form. */
export function projectorHashOf(cookieHeader: string | undefined): string | undefined {
  return hashIn(cookieHeader, projectorCookieName);
}

function hashIn(cookieHeader: string | undefined, name: string): string | undefined {
  const token = tokenIn(cookieHeader, name);
  return token === undefined ? undefined : hashToken(token);
}

function tokenIn(cookieHeader: string | undefined, name: string): string | undefined {
  const found = (cookieHeader ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
  const [token] = found;
  return found.length === 1 && token !== undefined && tokenForm.test(token) ? token : undefined;
}
