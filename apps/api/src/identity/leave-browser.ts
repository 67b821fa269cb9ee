import type { FastifyReply } from 'fastify';
import { clearSessionCookie } from '#access';

/**
 * The session of this browser is over. What the browser kept of pages goes; the device's token and the
 * program itself stay, and are of no use without signing in.
 */
export function leaveBrowser(reply: FastifyReply): void {
  reply.header('set-cookie', clearSessionCookie()).header('clear-site-data', '"cache"');
}
