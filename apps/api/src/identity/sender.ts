import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { deviceTokenOf, tokenHashOf } from '#access';
import { cleanText, findRefusedCharacter } from '#domain/text';
import { sourceOf, type ApiRequest } from '#edge';
import type { Sender } from './session.service.js';

/** Where a request comes from, for counting tries and for the list of one’s sessions. */
export const TheSender = createParamDecorator((_: unknown, context: ExecutionContext): Sender => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  const device = (request.headers['user-agent'] ?? '').slice(0, 200);
  return {
    requestId: request.id,
    address: request.ip,
    source: sourceOf(request.ip),
    deviceToken: deviceTokenOf(request.headers.cookie),
    sessionHash: tokenHashOf(request.headers.cookie),
    isGone: () => request.raw.socket.destroyed,
    device: findRefusedCharacter(device) === undefined ? cleanText(device) : '',
  };
});
