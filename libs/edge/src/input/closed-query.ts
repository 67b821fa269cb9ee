import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { Observable } from 'rxjs';
import { Invalid } from '../problems.js';
import type { ApiRequest } from '../request-facts.js';

/** What the framework calls an argument that is read from the query (RouteParamtypes.QUERY). */
const queryArgument = /^4:/;

/**
 * Refuses parameters on a route that declares none. Routes that declare some refuse the others when they are
 * validated: a parameter that is silently ignored lets the sender believe that the answer is narrower than it
 * is.
 */
@Injectable()
export class ClosedQueryInterceptor implements NestInterceptor {
  private readonly known = new WeakMap<object, boolean>();

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query } = context.switchToHttp().getRequest<ApiRequest>();
    if (!this.takesQuery(context) && Object.keys(Object(query) as object).length > 0)
      throw new Invalid([{ field: '*', rule: 'unknown' }]);
    return next.handle();
  }

  private takesQuery(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    let takes = this.known.get(handler);
    if (takes === undefined) {
      const declared = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) as unknown;
      takes = Object.keys(Object(declared) as object).some((key) => queryArgument.test(key));
      this.known.set(handler, takes);
    }
    return takes;
  }
}
