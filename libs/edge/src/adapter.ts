import { createHmac, randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { securityHeaders } from './answers/headers.js';
import { problemBody, problemType } from './answers/problem-body.js';
import { codeOfStatus, type ProblemFilter } from './answers/problem.filter.js';
import { logRequest, logUnread, secondsOf, templateOf, type LogSink } from './answers/request-log.js';
import type { RequestMeter } from './answers/request-meter.js';
import { refuseCrossOrigin } from './input/cross-origin.js';
import { cleanAlone } from './input/clean-text.js';
import { parseQuery } from './input/query.js';
import { hostCheck, refuseDuplicateHeaders } from './input/host.js';
import { parseStrictJson } from './input/strict-json.js';
import { Invalid, Problem } from './problems.js';

const bodyLimit = 64 * 1024;
const changing = new Set(['POST', 'PUT', 'PATCH']);

export interface AdapterOptions {
  /**
   * The address people type, `https://…` off loopback; decides TLS headers and the origin that changes may
   * come from.
   */
  readonly publicUrl?: URL | undefined;
  /** Names besides that of `publicUrl` and loopback under which requests may come, `host[:port]`. */
  readonly allowedHosts?: readonly string[];
  /** Told the id of a read that its sender gave up, and whether part of the answer was out. */
  readonly onAbandoned?: (requestId: string, isAnswering: boolean) => void;
  /** How long a request may take to arrive, headers and body, in milliseconds. */
  readonly requestTimeoutMs: number;
  /**
   * Addresses and networks whose X-Forwarded-For is believed; nobody's without. A throttle by source would
   * else count all behind a proxy as one.
   */
  readonly trustedProxies?: readonly string[];
  /** How long a file may take to be read once it begins, in milliseconds; five minutes without. */
  readonly answerTimeoutMs?: number;
  readonly log: LogSink;
  /** Where requests are counted; nowhere without. */
  readonly meter?: RequestMeter;
  /** Keys the fingerprints of requests that are done once; the same for all processes of an installation. */
  readonly fingerprintKey: Uint8Array;
}

/** A query that could not be read: kept until a hook may refuse it, since the router has no way to refuse. */
class UnreadableQuery {
  constructor(readonly problem: unknown) {}
}

/** The HTTP side of the API: strict about what comes in, the same headers on all that goes out. */
export function createAdapter(options: AdapterOptions, filter: ProblemFilter): FastifyAdapter {
  const headers = securityHeaders(options.publicUrl?.protocol === 'https:');
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy:
      options.trustedProxies === undefined || options.trustedProxies.length === 0
        ? false
        : [...options.trustedProxies],
    requestTimeout: options.requestTimeoutMs,
    // Node looks for late requests at this interval only; its default of 30 s would make the timeout above a
    // half-truth.
    http: {
      connectionsCheckingInterval: Math.min(1000, options.requestTimeoutMs),
      headersTimeout: options.requestTimeoutMs,
    },
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    exposeHeadRoutes: false,
    genReqId: () => randomUUID(),
    routerOptions: { querystringParser: readQuery, maxParamLength: 200 },
    frameworkErrors: (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      // The router refuses what it cannot decode, or a part that is too long, before any hook has run.
      for (const [name, value] of headers) reply.raw.setHeader(name, value);
      reply.raw.setHeader('x-request-id', request.id);
      reply.raw.once('close', () => {
        note(options, request, reply);
      });
      void filter.answer(new Problem('request.badAddress'), request, reply);
    },
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => {
      answerSocket(error, socket, headers, options.log);
    },
  });
  equip(adapter.getInstance(), options, headers);
  return adapter;
}

/** Said and counted once a request, whether its answer got out or whoever asked has left. */
function note({ log, meter }: AdapterOptions, request: FastifyRequest, reply: FastifyReply): void {
  logRequest(log, request, reply);
  meter?.count(
    request.method,
    templateOf(request),
    reply.raw.writableFinished ? reply.raw.statusCode : 'cut',
    secondsOf(request),
  );
}

function equip(
  server: FastifyInstance,
  options: AdapterOptions,
  headers: readonly (readonly [string, string])[],
): void {
  const publicOrigin = options.publicUrl?.origin;
  const refuseOtherHosts = hostCheck(options.publicUrl, options.allowedHosts);
  const fingerprint = (text: string): string =>
    createHmac('sha256', options.fingerprintKey).update(text).digest('hex');
  server.decorateRequest('edge');
  server.addHook('onRequest', (request, reply, done) => {
    request.edge = { startedAt: performance.now(), fingerprint };
    reply.raw.once('close', () => {
      note(options, request, reply);
      // A change is finished whether or not its sender waits: it is asked for again under the same key. A
      // read is of use to nobody else.
      if (!reply.raw.writableFinished && request.method === 'GET')
        options.onAbandoned?.(request.id, reply.raw.headersSent);
    });
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    reply.raw.setHeader('x-request-id', request.id);
    refuseDuplicateHeaders(request);
    refuseOtherHosts(request);
    refuseCrossOrigin(request, publicOrigin);
    refuseUnreadable(request.query, request.params);
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      throw new Problem('request.unsupportedType');
    done();
  });
  server.addHook('preValidation', (request, _reply, done) => {
    if (changing.has(request.method)) request.body = objectOf(request.body);
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (payload instanceof Readable) endUnread(reply, options.answerTimeoutMs ?? 300_000);
    done(null, payload);
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, (request, body, done) => {
    try {
      const charset =
        /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
      if (!/^utf-?8$/i.test(charset)) throw new Problem('request.unsupportedType');
      done(null, parseStrictJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}

/**
 * A file goes out as it is read. Whoever reads it too slowly is cut off, and sees that it is incomplete: what
 * makes the file would else be kept for as long as they like.
 */
function endUnread(reply: FastifyReply, within: number): void {
  const limit = setTimeout(() => {
    reply.raw.destroy();
  }, within);
  limit.unref();
  reply.raw.once('close', () => {
    clearTimeout(limit);
  });
}

/** Every request of ours is an object; one without fields may be left out altogether. */
function objectOf(body: unknown): object {
  if (body === undefined) return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Invalid([{ field: '*', rule: 'isObject' }]);
  return body;
}

function readQuery(query: string): Record<string, unknown> {
  try {
    return parseQuery(query);
  } catch (error) {
    return { unreadable: new UnreadableQuery(error) };
  }
}

function refuseUnreadable(query: unknown, params: unknown): void {
  const { unreadable } = Object(query) as { unreadable?: unknown };
  if (unreadable instanceof UnreadableQuery) throw unreadable.problem;
  for (const [name, value] of Object.entries(Object(params) as Record<string, unknown>)) {
    if (typeof value === 'string') cleanAlone(value, name);
  }
}

/**
 * An answer to bytes that never became a request (too slow, too large headers, not HTTP): written by hand,
 * then the line is cut.
 */
function answerSocket(
  error: NodeJS.ErrnoException,
  socket: Socket,
  headers: readonly (readonly [string, string])[],
  log: LogSink,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const requestId = randomUUID();
  logUnread(log, status, requestId);
  const body = JSON.stringify(problemBody(codeOfStatus(status), 'en', requestId));
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `x-request-id: ${requestId}`,
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
