export { type AccessRequest } from './access-request.js';
export { AccessModule } from './access.module.js';
export { Accounts, type Account, type AccountSeat, type SignInAttempt } from './accounts.js';
export { Allow, Public, StepUp, TheAccount, TheViewer } from './decorators.js';
export { type ActingViewer, type SignedIn } from './viewers.js';
export { declaredAccess } from './declared.js';
export {
  clearSessionCookie,
  deviceCookie,
  deviceTokenOf,
  freshToken,
  hashToken,
  projectorCookie,
  projectorCookieName,
  projectorHashOf,
  sessionCookie,
  sessionCookieName,
  tokenHashOf,
} from './session-cookie.js';
export { hashPassword, passwordFault, verifyPassword } from './passwords.js';
export { PasswordGuard } from './password.guard.js';
export { type KnownAccount } from './strategies.js';
export {
  freshCode,
  freshRecoveryCodes,
  hashRecoveryCode,
  newTotpSecret,
  totpAddress,
  totpStep,
} from './second-factor.js';
