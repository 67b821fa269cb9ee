import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { advanceDemoClock, Data, once, workOfTheClock } from '#database';
import { Answers, Instant, TheOnceKey, Whole, type OnceKey } from '#edge';

export class AdvanceClockRequest {
  @Whole({ min: 1, max: 527_040, description: 'A minute to a year' }) minutes: number;
}

export class DemoClockResponse {
  @Instant() now: string;
}

/** The demo's clock: there in a demo alone, and not found elsewhere. */
@Controller('demo-clock')
export class DemoClockController {
  constructor(private readonly data: Data) {}

  /** Move it forwards; what falls due by then is done before the answer. */
  @Post('advances')
  @Allow('demoClock:advance')
  @HttpCode(200)
  @Answers(DemoClockResponse)
  async advance(@TheViewer() viewer: ActingViewer, @TheOnceKey() key: OnceKey, @Body() { minutes }: AdvanceClockRequest): Promise<DemoClockResponse> {
    const answer = await this.data.as(viewer, viewer.requestId, (session) =>
      once(session, key, () => Promise.resolve(), async () => ({ now: (await advanceDemoClock(session, minutes)).toISOString() })));
    await workOfTheClock(this.data);
    return answer;
  }
}
