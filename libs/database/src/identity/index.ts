export * from './joining.js';
export * from './mail-address.js';
export * from './own-account.js';
export * from './set-up.js';
export * from './sign-in.js';
