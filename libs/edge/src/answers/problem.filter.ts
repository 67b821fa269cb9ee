import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ProblemCode } from '../catalogue/index.js';
import { languageOf } from '../language.js';
import { Problem, type FieldProblem } from '../problems.js';
import type { ApiRequest } from '../request-facts.js';
import { problemBody, problemHeaders, problemType } from './problem-body.js';
import { problemOfSqlState, sqlStateOf } from './sqlstate.js';

/**
 * Told of faults of ours: what kind, where in the code, under which request id; never a message, which may
 * hold values.
 */
export type FaultLog = (fault: {
  readonly requestId: string;
  readonly kind: string;
  readonly state?: string;
  readonly at: readonly string[];
}) => void;

/** Told of each refusal before it is answered; what goes wrong with that is a fault of ours and changes no answer. */
export type RefusalLog = (request: ApiRequest, code: ProblemCode, status: number) => Promise<void>;

/** Every error ends here and leaves as problem+json; what it held stays inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logFault: FaultLog,
    private readonly noteRefusal: RefusalLog,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void this.answer(error, request, reply);
  }

  /** The same for errors that arise before a route is found. */
  async answer(error: unknown, request: ApiRequest, reply: FastifyReply): Promise<void> {
    const { code, fields, retryAfter } = this.problemOf(error, request);
    if (code === 'service.failed') this.logFault({ requestId: request.id, ...faultOf(error) });
    if (reply.sent || reply.raw.headersSent) {
      // A stream that broke half-way cannot be answered any more; cutting it tells the reader that it is incomplete.
      reply.raw.destroy();
      return;
    }
    const language = request.edge?.language ?? languageOf(request.headers['accept-language']);
    const body = problemBody(code, language, request.id, fields);
    await this.noteRefusal(request, code, body.status).catch((failure: unknown) => {
      this.logFault({ requestId: request.id, ...faultOf(failure) });
    });
    // Nothing that a handler had prepared for its success may accompany the refusal.
    reply
      .removeHeader('etag')
      .removeHeader('content-disposition')
      .removeHeader('location')
      .removeHeader('content-length');
    void reply
      .status(body.status)
      .headers(problemHeaders(body.status, retryAfter))
      .header('content-type', problemType)
      .header('content-language', language)
      .header('vary', 'accept-language')
      .send(JSON.stringify(body));
  }

  private problemOf(
    error: unknown,
    request: ApiRequest,
  ): { code: ProblemCode; fields: readonly FieldProblem[]; retryAfter?: number | undefined } {
    if (error instanceof Problem) return error;
    const sql = sqlStateOf(error);
    if (sql !== undefined) {
      // What our own functions refuse of one field: they say the rule and the field, never what was sent.
      if (sql.state === 'ST400' && sql.column !== undefined)
        return { code: 'request.invalid', fields: [{ field: sql.column, rule: sql.message }] };
      const context = {
        objectSeen: request.edge?.objectSeen === true,
        ifMatchGiven: request.headers['if-match'] !== undefined,
      };
      return { code: problemOfSqlState(sql.state, sql.message, context), fields: [] };
    }
    if (error instanceof HttpException) return { code: codeOfStatus(error.getStatus()), fields: [] };
    const { statusCode } = Object(error) as { statusCode?: unknown };
    if (typeof statusCode === 'number') return { code: codeOfStatus(statusCode), fields: [] };
    return { code: 'service.failed', fields: [] };
  }
}

/** Refusals of the framework itself carry a status and a text of its own; we keep only the status. */
export function codeOfStatus(status: number): ProblemCode {
  switch (status) {
    case 401:
      return 'session.needed';
    case 403:
      return 'permission.refused';
    case 404:
    case 405:
      return 'request.notFound';
    case 408:
      return 'request.timeout';
    case 409:
      return 'request.conflict';
    case 412:
      return 'request.stale';
    case 413:
      return 'request.tooLarge';
    case 414:
      return 'request.badAddress';
    case 415:
      return 'request.unsupportedType';
    case 428:
      return 'request.ifMatchMissing';
    case 429:
      return 'request.tooMany';
    case 431:
      return 'request.headersTooLarge';
    case 503:
      return 'service.unavailable';
    default:
      return status >= 400 && status < 500 ? 'request.malformed' : 'service.failed';
  }
}

function faultOf(error: unknown): { kind: string; state?: string; at: readonly string[] } {
  const state = sqlStateOf(error)?.state;
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  // The first lines of a stack repeat the message, which may quote what was sent; only the frames are kept.
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  return { kind: error.constructor.name, ...(state !== undefined && { state }), at };
}
