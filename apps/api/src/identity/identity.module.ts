import { Global, Module } from '@nestjs/common';
import { AccessModule, Accounts, PasswordGuard } from '#access';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { JoiningController } from './joining.controller.js';
import { JoiningService } from './joining.service.js';
import { KnownAccounts } from './known-accounts.js';
import { MailAddressController } from './mail-address.controller.js';
import { MailAddressService } from './mail-address.service.js';
import { Proofs } from './proofs.js';
import { Pseudonyms } from './pseudonyms.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

/** Who people are; global, since the guard before every route asks it. */
@Global()
@Module({
  imports: [AccessModule],
  controllers: [SessionController, AccountController, MailAddressController, JoiningController],
  providers: [
    SessionService,
    AccountService,
    MailAddressService,
    JoiningService,
    KnownAccounts,
    { provide: Accounts, useExisting: KnownAccounts },
    Proofs,
    Pseudonyms,
    PasswordGuard,
  ],
  exports: [Accounts, KnownAccounts, JoiningService],
})
export class IdentityModule {}
