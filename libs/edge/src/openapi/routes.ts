import type { INestApplicationContext, Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ifMatchFactory } from '../answers/etag.js';
import { onceKeyFactory } from '../input/idempotency.js';
import { answerKey, type DeclaredAnswer } from './answers.js';

/** One route as declared in code, wherever it is served. */
export interface DeclaredRoute {
  /** `situations.bring`: controller without its suffix, and method. */
  readonly operationId: string;
  readonly controller: Type;
  readonly handler: (...parameters: never[]) => unknown;
  readonly answer: DeclaredAnswer | undefined;
  readonly takesVersion: boolean;
  readonly takesOnceKey: boolean;
}

/** The id of an operation in the OpenAPI document, from the names in the code. */
export function operationIdOf(controllerName: string, methodName: string): string {
  const name = controllerName.replace(/Controller$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}.${methodName}`;
}

/**
 * Every route of the application, by operation id. Throws when two share an id: the document would hide one
 * of them.
 */
export function declaredRoutes(app: INestApplicationContext): ReadonlyMap<string, DeclaredRoute> {
  const found = new Map<string, DeclaredRoute>();
  const scanner = new MetadataScanner();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const controller = metatype as Type;
      const prototype = controller.prototype as Record<string, DeclaredRoute['handler']>;
      for (const method of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[method];
        if (handler === undefined || Reflect.getMetadata('path', handler) === undefined) continue;
        const operationId = operationIdOf(controller.name, method);
        if (found.has(operationId) && found.get(operationId)?.controller !== controller)
          throw new Error(`two routes are called ${operationId}`);
        found.set(operationId, {
          operationId,
          controller,
          handler,
          ...parametersOf(controller, method),
          answer: Reflect.getMetadata(answerKey, handler) as DeclaredAnswer | undefined,
        });
      }
    }
  }
  return found;
}

/** Which of our own parameters a handler takes, as Nest keeps them for the method. */
function parametersOf(controller: Type, method: string): { takesVersion: boolean; takesOnceKey: boolean } {
  const taken = Object.values(
    (Reflect.getMetadata('__routeArguments__', controller, method) as
      Record<string, { factory?: unknown }> | undefined) ?? {},
  ).map(({ factory }) => factory);
  return { takesVersion: taken.includes(ifMatchFactory), takesOnceKey: taken.includes(onceKeyFactory) };
}
