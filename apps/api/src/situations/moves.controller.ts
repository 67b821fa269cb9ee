import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { moveAddress, moves, routedMoves, type Request, type RoutedMove } from '#domain/filters';
import { Answers, Id, Tagged, TheOnceKey, TheVersion, versionTag, type IfMatch, type OnceKey } from '#edge';
import { MovedAnswer, requestClassOf } from './moves.dto.js';
import { MovesService, type Moved } from './moves.service.js';

/**
 * `POST /situations/{id}/moves/{move}`, one route for each move of the workflow that has a permission.
 * If-Match carries the situation's version (`"v3"`), the answer the next one.
 */
@Controller('situations/:id/moves')
export class MovesController {
  constructor(private readonly moves: MovesService) {}

  /** What every route of this controller does. */
  async make(
    name: RoutedMove,
    viewer: ActingViewer,
    key: OnceKey,
    id: string,
    version: IfMatch,
    request: Request,
  ): Promise<Tagged<Moved>> {
    const moved = await this.moves.move(viewer, key, name, id, version.version, request);
    return new Tagged(moved, versionTag(moved.version));
  }
}

/** Declares the route of one move as the decorators of a written method would. */
function declareRoute(name: RoutedMove): void {
  const route: object = MovesController.prototype;
  const handler = function (this: MovesController, ...[viewer, key, id, version, input]: RouteParameters) {
    return this.make(name, viewer, key, id, version, input);
  };
  Object.defineProperty(handler, 'name', { value: name });
  const method = { value: handler, configurable: true, writable: true };
  Object.defineProperty(route, name, method);
  const takes: ParameterDecorator[] = [TheViewer(), TheOnceKey(), Id(), TheVersion(), Body()];
  takes.forEach((decorate, place) => {
    decorate(route, name, place);
  });
  const types = [Object, Object, String, Object, requestClassOf(moves[name].takes)];
  Reflect.defineMetadata('design:paramtypes', types, route, name);
  for (const decorate of [
    Post(moveAddress(name)),
    HttpCode(200),
    Allow(moves[name].permission),
    Answers(MovedAnswer),
  ])
    decorate(route, name, method);
}
type RouteParameters = [ActingViewer, OnceKey, string, IfMatch, Request];

routedMoves.forEach(declareRoute);
