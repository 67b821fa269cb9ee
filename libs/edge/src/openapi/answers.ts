import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtraModels } from '@nestjs/swagger';

/** What a route answers when it succeeds, as declared on it. */
export interface DeclaredAnswer {
  readonly shape: 'one' | 'list' | 'page' | 'none' | 'file' | 'stream';
  readonly model?: Type;
  readonly mediaType?: string;
  /** The answer is a list that is never cut. */
  readonly isWhole?: true;
}

export const answerKey = 'edge:answer';
const declare = (answer: DeclaredAnswer): MethodDecorator & ClassDecorator =>
  SetMetadata(answerKey, answer) as MethodDecorator & ClassDecorator;

/** The route answers one object of this class. */
export const Answers = (model: Type): MethodDecorator =>
  applyDecorators(ApiExtraModels(model), declare({ shape: 'one', model }));
/** The route answers one object of this class, whose `rows` are the whole list. */
export const AnswersWhole = (model: Type): MethodDecorator =>
  applyDecorators(ApiExtraModels(model), declare({ shape: 'one', model, isWhole: true }));
/** The route answers a short list of objects of this class, always whole. */
export const AnswersList = (model: Type): MethodDecorator =>
  applyDecorators(ApiExtraModels(model), declare({ shape: 'list', model, isWhole: true }));
/** The route answers one page (`rows`, `next`) of objects of this class. */
export const AnswersPage = (model: Type): MethodDecorator =>
  applyDecorators(ApiExtraModels(model), declare({ shape: 'page', model }));
/** The route answers without a body (204). Write `@HttpCode(204)` too. */
export const AnswersNothing = (): MethodDecorator => declare({ shape: 'none' });
/** The route answers a file of this media type. */
export const AnswersFile = (mediaType: string): MethodDecorator => declare({ shape: 'file', mediaType });
/** The route answers a stream of server-sent events. */
export const AnswersStream = (): MethodDecorator =>
  declare({ shape: 'stream', mediaType: 'text/event-stream' });
