import { createHash } from 'node:crypto';
import {
  createParamDecorator,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Problem, Stale } from '../problems.js';
import type { ApiRequest } from '../request-facts.js';

/**
 * An answer with the version mark of what it shows; returned by a controller, unwrapped on the way out into
 * body and ETag.
 */
export class Tagged<T> {
  constructor(
    readonly body: T,
    readonly tag: string,
  ) {}
}

/** The mark of one or more versions, for what changes with them alone. */
export function versionTag(...versions: readonly number[]): string {
  return `"v${versions.join('.')}"`;
}

/**
 * The mark of what this viewer is shown, so that a change which it does not show does not move it
 * (an uninvolved agency must not watch the visits). The body must be plain JSON with a fixed order of fields.
 */
export function viewTag(body: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)}"`;
}

/** The version that a change was made on, as its sender read it. */
export class IfMatch {
  constructor(readonly tag: string) {}

  /** Refuses (412) unless the change was made on the current version. */
  require(currentTag: string): void {
    if (this.tag !== currentTag) throw new Stale();
  }

  /** The version number inside a mark made by `versionTag(n)`; a mark of another kind is stale by definition. */
  get version(): number {
    const found = /^"v(\d{1,9})"$/.exec(this.tag)?.[1];
    if (found === undefined) throw new Stale();
    return Number(found);
  }
}

/** Reads If-Match of a request: 428 when absent, 400 unless it is exactly one strong mark. */
function readIfMatch(request: ApiRequest): IfMatch {
  const header = request.headers['if-match'];
  if (header === undefined) throw new Problem('request.ifMatchMissing');
  if (!/^"[\w.-]{1,64}"$/.test(header)) throw new Problem('request.ifMatchMalformed');
  return new IfMatch(header);
}

/** Known by name to the OpenAPI document, which lists the header on every route that takes it. */
export const ifMatchFactory = (_: unknown, context: ExecutionContext): IfMatch =>
  readIfMatch(context.switchToHttp().getRequest<ApiRequest>());

/** The required If-Match of a change. */
export const TheVersion = createParamDecorator(ifMatchFactory);

/** Sends the version mark of a tagged answer as ETag, and 304 to a reader who has that version. */
@Injectable()
export class TaggedInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((answer: unknown) => {
        if (!(answer instanceof Tagged)) return answer;
        const request = context.switchToHttp().getRequest<ApiRequest>();
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        reply.header('etag', answer.tag);
        if (request.method === 'GET' && request.headers['if-none-match'] === answer.tag) {
          reply.status(304);
          return undefined;
        }
        return answer.body;
      }),
    );
  }
}
