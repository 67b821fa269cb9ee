import { mailAddress, Text, Truth } from '#edge';

export class ProposeAddressRequest {
  @Text({ max: 254, pattern: mailAddress }) address: string;
}

export class ConfirmAddressRequest {
  @Text({ max: 20 }) code: string;
}

const hour = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/**
 * Whether mail is wanted, and the hours at the table in which none comes; the same hour twice means that it
 * may come at any.
 */
export class MailPreferencesRequest {
  @Truth() wanted: boolean;
  @Text({ max: 5, pattern: hour }) quietFrom: string;
  @Text({ max: 5, pattern: hour }) quietUntil: string;
}

/** The own mail address and when mail may come. */
export class MailProfileResponse {
  @Text({ max: 254, nullable: true }) address: string | null;
  @Text({ max: 254, nullable: true, description: 'Waits to be confirmed by its code' }) pendingAddress:
    string | null;
  @Truth() wanted: boolean;
  @Text({ max: 5, pattern: hour }) quietFrom: string;
  @Text({ max: 5, pattern: hour }) quietUntil: string;
}
