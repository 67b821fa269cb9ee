import type { FastifyReply } from 'fastify';
import type { ApiRequest } from '../request-facts.js';
import { knownMethod } from './request-meter.js';

/** Where log lines go: one JSON object a line. */
export type LogSink = (line: string) => void;

/**
 * One line a request, by allow-list: nothing that a person typed, no address but the route's template.
 * Written when its line is done with it: `cut` where whoever asked left before the answer was out.
 */
export function logRequest(sink: LogSink, request: ApiRequest, reply: FastifyReply): void {
  sink(
    JSON.stringify({
      time: new Date().toISOString(),
      method: knownMethod(request.method),
      route: templateOf(request),
      status: reply.raw.statusCode,
      ...(!reply.raw.writableFinished && { cut: true }),
      ms: Math.round(secondsOf(request) * 10_000) / 10,
      requestId: request.id,
      userId: request.edge?.userId ?? null,
    }),
  );
}

/** The line of bytes that never became a request: nothing of them is known that could be said. */
export function logUnread(sink: LogSink, status: number, requestId: string): void {
  sink(
    JSON.stringify({
      time: new Date().toISOString(),
      method: null,
      route: null,
      status,
      ms: null,
      requestId,
      userId: null,
    }),
  );
}

/** The template of the route; null where none was found. */
export function templateOf(request: ApiRequest): string | null {
  return request.routeOptions?.url ?? null;
}

/** How long ago a request began. */
export function secondsOf(request: ApiRequest): number {
  return request.edge === undefined ? 0 : (performance.now() - request.edge.startedAt) / 1000;
}
