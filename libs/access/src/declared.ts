import type { PermissionName } from '#domain/visibility';
import { allowKey, publicKey, stepUpKey } from './decorators.js';

/** What a route declares of who may use it; undefined when it declares nothing and is therefore closed to everybody. */
export interface DeclaredAccess {
  readonly access: PermissionName | 'public';
  readonly stepUp: boolean;
}

/**
 * Reads the declaration of a route as the guard does: the method's word before the controller's.
 * @throws when a route says both that it is public and that it needs a permission
 */
export function declaredAccess(handler: object, controller: object): DeclaredAccess | undefined {
  const read = <T>(key: string): T | undefined =>
    (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller)) as T | undefined;
  const permission = read<PermissionName>(allowKey);
  const isPublic = read<boolean>(publicKey) === true;
  if (isPublic && permission !== undefined) throw new Error(`a route is public and needs ${permission}`);
  const stepUp = read<boolean>(stepUpKey) === true;
  if (isPublic) return { access: 'public', stepUp };
  return permission === undefined ? undefined : { access: permission, stepUp };
}
