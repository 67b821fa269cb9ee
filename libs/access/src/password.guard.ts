import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Problem } from '#edge';
import { Accounts } from './accounts.js';

/**
 * Lets a sign-in pass whose name and password are right; `request.user` is then `{ userId }`. One answer for
 * every other.
 */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  constructor(private readonly accounts: Accounts) {
    super();
  }

  override getAuthenticateOptions(): Record<string, unknown> {
    return { session: false, accounts: this.accounts };
  }

  override handleRequest<User>(error: unknown, user: User): User {
    if (error) throw error;
    if (!user) throw new Problem('account.signIn.refused');
    return user;
  }
}
