import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Allow, TheViewer, type ActingViewer } from '#access';
import { Data, once } from '#database/door';
import { runScheduledJobs } from '#database/jobs';
import { advanceDemoClock } from '#database/operations';
import { Answers, Instant, TheOnceKey, Whole, type OnceKey } from '#edge';

export class AdvanceClockRequest {
  @Whole({ min: 1, max: 527_040, description: 'A minute to a year' }) minutes: number;
}

export class DemoClockResponse {
  @Instant() now: string;
}

const aDay = 1_440;

/** A day at a time: what falls due on the way is done on its day, as it would be. */
function stepsOf(minutes: number): number[] {
  return Array.from({ length: Math.ceil(minutes / aDay) }, (_, i) => Math.min(aDay, minutes - i * aDay));
}

/** The demo's clock: there in a demo alone, and not found elsewhere. */
@Controller('demo-clock')
export class DemoClockController {
  constructor(private readonly data: Data) {}

  /** Move it forwards; what falls due on the way is done day by day, before the answer. */
  @Post('advances')
  @Allow('demoClock:advance')
  @HttpCode(200)
  @Answers(DemoClockResponse)
  async advance(
    @TheViewer() viewer: ActingViewer,
    @TheOnceKey() key: OnceKey,
    @Body() { minutes }: AdvanceClockRequest,
  ): Promise<DemoClockResponse> {
    const [first = 0, ...further] = stepsOf(minutes);
    let isFresh = false;
    const answer = await this.data.as(viewer, viewer.requestId, (session) =>
      once(
        session,
        key,
        () => Promise.resolve(),
        async () => {
          isFresh = true;
          const now = await advanceDemoClock(session, first);
          return { now: new Date(now.getTime() + (minutes - first) * 60_000).toISOString() };
        },
      ),
    );
    await runScheduledJobs(this.data);
    for (const step of isFresh ? further : []) {
      await this.data.as(viewer, viewer.requestId, (session) => advanceDemoClock(session, step));
      await runScheduledJobs(this.data);
    }
    return answer;
  }
}
