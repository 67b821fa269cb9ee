import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { PasswordStrategy, SessionStrategy } from './strategies.js';

/** Puts the guard before every route of the application; a global module must provide `Accounts`. */
@Module({ providers: [SessionStrategy, PasswordStrategy, { provide: APP_GUARD, useClass: AccessGuard }] })
export class AccessModule {}
