import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Public } from '#access';
import { Answers, AnswersNothing } from '#edge';
import { DigitsResponse, JoinRequest, SetUpRequest, ShowDigitsRequest } from './joining.dto.js';
import { JoiningService } from './joining.service.js';
import { TheSender } from './sender.js';
import type { Sender } from './session.service.js';

/** Coming in for the first time, or again after a reset; then sign in. */
@Controller()
export class JoiningController {
  constructor(private readonly joining: JoiningService) {}

  /** Become one of the two first administrators by a one-time code that the server printed. */
  @Post('set-up')
  @Public()
  @HttpCode(204)
  @AnswersNothing()
  async setUp(@Body() body: SetUpRequest, @TheSender() from: Sender): Promise<void> {
    await this.joining.setUp(body, from);
  }

  /** Use an invitation or a reset: sets the password. */
  @Post('joining')
  @Public()
  @HttpCode(204)
  @AnswersNothing()
  async join(@Body() body: JoinRequest, @TheSender() from: Sender): Promise<void> {
    await this.joining.join(body, from);
  }

  /**
   * Six digits for the screen of whoever has the token: somebody beside types them on a device of their own,
   * within two minutes.
   */
  @Post('joining/digits')
  @Public()
  @HttpCode(200)
  @Answers(DigitsResponse)
  showDigits(@Body() body: ShowDigitsRequest, @TheSender() from: Sender): Promise<DigitsResponse> {
    return this.joining.showDigits(body.token, from);
  }
}
