import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { cleanText, findRefusedCharacter } from '#domain/text';
import type { ApiRequest } from '#edge';
import type { Sender } from './session.service.js';

/** Where a request comes from, for counting tries and for the list of the own sessions. */
export const TheSender = createParamDecorator((_: unknown, context: ExecutionContext): Sender => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  const device = (request.headers['user-agent'] ?? '').slice(0, 200);
  return {
    requestId: request.id,
    address: request.ip,
    device: findRefusedCharacter(device) === undefined ? cleanText(device) : '',
  };
});
