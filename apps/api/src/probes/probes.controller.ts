import { Controller, Get } from '@nestjs/common';
import { Public } from '#access';
import { Answers, Code, Problem } from '#edge';
import { jobStates, Readiness, type JobState } from './readiness.js';

class ProbeView {
  @Code(['alive', 'ready']) status: 'alive' | 'ready';
}

class ReadyView extends ProbeView {
  @Code(jobStates) jobs: JobState;
}

/** For whoever watches over the server: alive, and ready to serve. */
@Controller()
@Public()
export class ProbesController {
  constructor(private readonly readiness: Readiness) {}

  /** Alive: this process answers. */
  @Get('healthz')
  @Answers(ProbeView)
  health(): ProbeView {
    return { status: 'alive' };
  }

  /**
   * Ready: the database is reachable and migrated to what this build needs; otherwise 503. Failing jobs are
   * told and keep nobody from working.
   */
  @Get('readyz')
  @Answers(ReadyView)
  async ready(): Promise<ReadyView> {
    if (!(await this.readiness.isReady())) throw new Problem('service.unavailable');
    return { status: 'ready', jobs: await this.readiness.jobs() };
  }
}
