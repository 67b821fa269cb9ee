import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { permissions, type Permission, type PermissionName } from '#domain/visibility';
import { Forbidden, isId, NotFound, NotSignedIn, Problem } from '#edge';
import type { AccessRequest } from './access-request.js';
import { Accounts, type AccountSeat } from './accounts.js';
import { allowKey, publicKey, stepUpKey } from './decorators.js';
import { projectorHashOf, tokenHashOf } from './session-cookie.js';
import type { KnownAccount } from './strategies.js';

/**
 * Stands before every route. A route that declares neither `@Allow` nor `@Public` is closed to everybody; the
 * others are open to people with a live session whose acting seat (header `Seat`) has one of the permission's
 * personas.
 */
@Injectable()
export class AccessGuard extends AuthGuard('session-cookie') {
  constructor(
    private readonly reflector: Reflector,
    private readonly accounts: Accounts,
  ) {
    super();
  }

  override getAuthenticateOptions(): Record<string, unknown> {
    return { session: false, accounts: this.accounts };
  }

  override handleRequest<User>(error: unknown, user: User): User {
    if (error) throw error;
    if (!user) throw new NotSignedIn();
    return user;
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(publicKey, places) === true) return true;
    const request = context.switchToHttp().getRequest<AccessRequest>();
    const name = this.reflector.getAllAndOverride<PermissionName | undefined>(allowKey, places);
    if (name === undefined) throw new Forbidden();
    // A projector's device is nobody: whatever is not its card is not there for it (matrix, PR).
    if (
      projectorHashOf(request.headers.cookie) !== undefined &&
      tokenHashOf(request.headers.cookie) === undefined
    )
      throw new NotFound();
    await super.canActivate(context);
    const { tokenHash, account } = request.user as KnownAccount;
    request.edge.language = account.language;
    request.edge.userId = account.userId;
    const signedIn = {
      tokenHash,
      sessionId: account.sessionId,
      userId: account.userId,
      requestId: request.id,
    };
    const permission: Permission = permissions[name];
    if (permission.seatless === true) {
      request.access = { signedIn };
    } else {
      const seat = await this.seatOf(request, tokenHash);
      request.edge.seatId = seat.id;
      if (!permission.personas.includes(seat.persona)) throw new Forbidden();
      request.access = {
        signedIn,
        viewer: {
          ...signedIn,
          seatId: seat.id,
          persona: seat.persona,
          tableId: seat.tableId,
          agencyId: seat.agencyId,
        },
      };
    }
    if (this.reflector.getAllAndOverride<boolean | undefined>(stepUpKey, places) === true) {
      const now = await this.accounts.freshAccount(tokenHash, request.id);
      if (now === undefined) throw new NotSignedIn();
      if (!now.stepUpHolds) throw new Problem('account.stepUp.needed');
    }
    return true;
  }

  private async seatOf(request: AccessRequest, tokenHash: string): Promise<AccountSeat> {
    const { seat: asked } = request.headers;
    if (asked === undefined) throw new Problem('seat.needed');
    if (isId(asked)) {
      const seat = await this.accounts.seat(tokenHash, asked.toLowerCase(), request.id);
      if (seat !== undefined) return seat;
    }
    throw new Problem('seat.notYours');
  }
}
