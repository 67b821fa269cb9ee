import { declaredAccess } from '#access';
import { permissions, type Permission } from '#domain/visibility';
import type { DeclaredRoute, RouteAccess } from '#edge';

/** What a route says of who may use it; undefined when it says nothing, which an architecture test refuses. */
export function accessOf(route: DeclaredRoute): RouteAccess | undefined {
  const declared = declaredAccess(route.handler, route.controller);
  if (declared === undefined || declared.access === 'public')
    return declared === undefined ? undefined : 'public';
  const permission: Permission = permissions[declared.access];
  return {
    permission: declared.access,
    rows: permission.rows,
    takesSeat: permission.seatless !== true,
    stepUp: declared.stepUp,
  };
}
