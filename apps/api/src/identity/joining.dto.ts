import { Code, Instant, Line, Text } from '#edge';

const signInNameForm = /^[a-z0-9][a-z0-9._-]{1,62}$/;

/** The first administrator, by the code that the server printed. */
export class SetUpRequest {
  @Text({ max: 40 }) code: string;
  @Line({ max: 63, min: 2, pattern: signInNameForm, folded: true }) signInName: string;
  @Line({ max: 120 }) displayName: string;
  @Code(['en', 'fr']) language: 'en' | 'fr';
  @Text({ max: 1024 }) password: string;
}

/** The invitee asks for six digits to show to somebody who stands beside. */
export class ShowDigitsRequest {
  @Text({ max: 43, pattern: /^[\w-]{43}$/ }) token: string;
}

export class DigitsResponse {
  @Text({ min: 6, max: 6 }) digits: string;
  @Instant() until: string;
}

/** An invitation or reset: the token from the administrator, the code from the agency's privacy officer. */
export class JoinRequest {
  @Text({ max: 43, pattern: /^[\w-]{43}$/ }) token: string;
  @Text({ max: 40, optional: true }) code?: string;
  @Text({ max: 1024 }) password: string;
}
