import { Controller, Get, HttpCode } from '@nestjs/common';
import { Problem } from '#edge';
import { Readiness } from './readiness.js';

/** For whoever watches over the server: alive, and ready to serve. */
@Controller()
export class ProbesController {
  constructor(private readonly readiness: Readiness) {}

  /** Alive: this process answers. */
  @Get('healthz')
  @HttpCode(200)
  health(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** Ready: the database is reachable and migrated to what this build needs; otherwise 503. */
  @Get('readyz')
  async ready(): Promise<{ status: 'ready' }> {
    if (!(await this.readiness.isReady())) throw new Problem('service.unavailable');
    return { status: 'ready' };
  }
}
