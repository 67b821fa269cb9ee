import { Code, Instant, Line, Text } from '#edge';

/** A sign-in name and its password. */
export class SignInRequest {
  @Line({ max: 64, folded: true }) signInName: string;
  @Text({ max: 1024 }) password: string;
}

/** What comes after a right password. */
export class SignInResponse {
  @Code(['session', 'secondFactor'], {
    description: 'session: signed in, the cookie is set. secondFactor: send the challenge with a code.',
  })
  next: 'session' | 'secondFactor';

  @Text({
    max: 43,
    nullable: true,
    description: 'Goes with the code within five minutes; null when signed in',
  })
  challenge: string | null;
}

/** The second factor of a sign-in: a code of the authenticator, or a recovery code. */
export class SecondFactorRequest {
  @Text({ max: 43, pattern: /^[\w-]{43}$/ }) challenge: string;
  @Text({ max: 6, optional: true, pattern: /^\d{6}$/ }) code?: string;
  @Text({ max: 40, optional: true }) recoveryCode?: string;
}

/** A proof that it is still the same person: the authenticator's code where one is set up, else the password. */
export class ProofRequest {
  @Text({ max: 6, optional: true, pattern: /^\d{6}$/ }) code?: string;
  @Text({ max: 1024, optional: true }) password?: string;
}

/** Until when the proof holds. */
export class ProofResponse {
  @Instant() holdsUntil: string;
}
