export { createAdapter, type AdapterOptions } from './adapter.js';
export { Cursors, type CursorScope, type Place } from './answers/cursors.js';
export { IfMatch, Tagged, TaggedInterceptor, TheVersion, versionTag, viewTag } from './answers/etag.js';
export { pageOf, PageQuery, readPage, type Page } from './answers/page.dto.js';
export { ProblemFilter, type RefusalLog } from './answers/problem.filter.js';
export { latencyBounds, RequestMeter, type RouteCount } from './answers/request-meter.js';
export type { LogSink } from './answers/request-log.js';
export { problems } from './catalogue/index.js';
export { Among, NotBefore } from './input/beside.js';
export { BroughtCodes, CardCodes, CorrectedCodes, ProjectorCodes } from './input/coded.js';
export { ClosedQueryInterceptor } from './input/closed-query.js';
export { FairTurns, type TurnPlace } from './fair-turns.js';
export { sourceOf } from './input/source.js';
export { Id, isId } from './input/id.js';
export { mailAddress } from './input/mail-address.js';
export { TheOnceKey, type OnceKey } from './input/idempotency.js';
export { createValidation } from './input/validation.js';
export { Forbidden, Invalid, NotFound, NotSignedIn, Problem, Refusal, Stale } from './problems.js';
export type { ApiRequest } from './request-facts.js';
export {
  Code,
  Codes,
  Day,
  Identifier,
  Identifiers,
  Instant,
  Line,
  Part,
  Parts,
  Term,
  Terms,
  Text,
  Truth,
  Whole,
  Wholes,
} from './input/fields.js';
export {
  Answers,
  AnswersFile,
  AnswersList,
  AnswersNothing,
  AnswersPage,
  AnswersStream,
  AnswersWhole,
} from './openapi/answers.js';
export { describeApi, type RouteAccess } from './openapi/describe.js';
export { declaredRoutes, type DeclaredRoute } from './openapi/routes.js';
