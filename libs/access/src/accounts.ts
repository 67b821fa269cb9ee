import type { Persona } from '#domain/visibility';

/** A person with a live session. */
export interface Account {
  readonly sessionId: string;
  readonly userId: string;
  readonly language: 'en' | 'fr';
  /** Whether a proof given lately still opens the acts that want one. */
  readonly stepUpHolds: boolean;
}

/** A seat that its user may act through now. What is said here of a seat never changes while it lives. */
export interface AccountSeat {
  readonly id: string;
  readonly persona: Persona;
  readonly tableId: string | null;
  readonly agencyId: string | null;
}

/** Somebody who tries to sign in, and from where. */
export interface SignInAttempt {
  readonly signInName: string;
  readonly password: string;
  readonly address: string | undefined;
  readonly requestId: string;
  /** SHA-256 (hex) of the tokens that the browser came with. */
  readonly deviceHash: string | undefined;
  readonly sessionHash: string | undefined;
  /** Whether the sender has hung up. */
  readonly isGone: () => boolean;
}

/**
 * What access must know of people and their sessions. The identity feature provides it; the database says it.
 */
export abstract class Accounts {
  /**
   * The live session behind a token's SHA-256 (hex), or undefined; may be some seconds old. @param address
   * where it comes from
   */
  abstract account(
    tokenHash: string,
    requestId: string,
    address: string | undefined,
  ): Promise<Account | undefined>;
  /** The same as the database has it now. */
  abstract freshAccount(tokenHash: string, requestId: string): Promise<Account | undefined>;
  /**
   * One seat of the user of that session, or undefined. Whether it still acts, the database says when it is
   * entered.
   */
  abstract seat(tokenHash: string, seatId: string, requestId: string): Promise<AccountSeat | undefined>;
  /** The user whose password that is, or undefined. @throws Problem `request.tooMany` */
  abstract checkPassword(attempt: SignInAttempt): Promise<string | undefined>;
}
