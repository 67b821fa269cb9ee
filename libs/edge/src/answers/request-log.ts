import type { FastifyReply } from 'fastify';
import type { ApiRequest } from '../request-facts.js';

/** Where log lines go: one JSON object a line. */
export type LogSink = (line: string) => void;

/** One line a request, by allow-list: nothing that a person typed, no address but the route's template. */
export function logRequest(sink: LogSink, request: ApiRequest, reply: FastifyReply): void {
  sink(JSON.stringify({
    time: new Date().toISOString(),
    method: request.method,
    route: request.routeOptions?.url ?? null,
    status: reply.statusCode,
    ms: Math.round((performance.now() - (request.edge?.startedAt ?? performance.now())) * 10) / 10,
    requestId: request.id,
    userId: request.edge?.userId ?? null,
  }));
}
