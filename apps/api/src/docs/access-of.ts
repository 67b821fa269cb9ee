import type { DeclaredRoute, RouteAccess } from '#edge';

/** What a route says of who may use it; undefined when it says nothing, which an architecture test refuses. */
export function accessOf(route: DeclaredRoute): RouteAccess | undefined {
  void route;
  return undefined;
}
