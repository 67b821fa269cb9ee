import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { PermissionName } from '#domain/visibility';
import { NotSignedIn } from '#edge';
import type { AccessRequest } from './access-request.js';
import { SignedIn, ActingViewer } from './viewers.js';

export const allowKey = 'situation-table:allow';
export const publicKey = 'situation-table:public';
export const stepUpKey = 'situation-table:step-up';

/** What a route may be used for; the acting seat's persona must be among those of the permission, else 403. */
export const Allow = (permission: PermissionName): MethodDecorator => SetMetadata(allowKey, permission);

/** A route for everybody, signed in or not: probes, documents, and the ways to sign in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(publicKey, true);

/**
 * A route for people who proved within five minutes, or once for the meeting while present at it, that it is
 * still them.
 */
export const StepUp = (): MethodDecorator => SetMetadata(stepUpKey, true);

function requestOf(context: ExecutionContext): AccessRequest {
  return context.switchToHttp().getRequest<AccessRequest>();
}

/** Who is signed in. */
export const TheAccount = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { access } = requestOf(context);
  if (access === undefined) throw new NotSignedIn();
  return access.signedIn;
});

/** Who acts, through which seat. */
export const TheViewer = createParamDecorator((_: unknown, context: ExecutionContext): ActingViewer => {
  const { access } = requestOf(context);
  if (access?.viewer === undefined) throw new NotSignedIn();
  return access.viewer;
});
