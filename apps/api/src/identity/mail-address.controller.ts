import { Body, Controller, Delete, HttpCode, Post, Put } from '@nestjs/common';
import { Allow, StepUp, TheAccount, type SignedIn } from '#access';
import { AnswersNothing } from '#edge';
import { ConfirmAddressRequest, ProposeAddressRequest } from './mail-address.dto.js';
import { MailAddressService } from './mail-address.service.js';

/** The own mail address; it stands in the profile. */
@Controller('me/mail-address')
export class MailAddressController {
  constructor(private readonly addresses: MailAddressService) {}

  /** Name an address: a code is mailed to it, and until it is confirmed the earlier one stays. */
  @Put()
  @Allow('account:use')
  @StepUp()
  @HttpCode(204)
  @AnswersNothing()
  async propose(@TheAccount() me: SignedIn, @Body() body: ProposeAddressRequest): Promise<void> {
    await this.addresses.propose(me, body.address);
  }

  /** Confirm it with the code. */
  @Post('confirmation')
  @Allow('account:use')
  @HttpCode(204)
  @AnswersNothing()
  async confirm(@TheAccount() me: SignedIn, @Body() body: ConfirmAddressRequest): Promise<void> {
    await this.addresses.confirm(me, body.code);
  }

  /** No mail any more: notices are still there. */
  @Delete()
  @Allow('account:use')
  @HttpCode(204)
  @AnswersNothing()
  async forget(@TheAccount() me: SignedIn): Promise<void> {
    await this.addresses.forget(me);
  }
}
