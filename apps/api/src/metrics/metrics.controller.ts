import { Controller, Get, Header, Req } from '@nestjs/common';
import { Public } from '#access';
import { AnswersFile, NotFound, type ApiRequest } from '#edge';
import { expositionType } from './exposition.js';
import { MetricsService } from './metrics.service.js';

@Controller()
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  /** Measurements for Prometheus, to this machine alone or to whoever has the token; everybody else finds nothing. */
  @Get('metrics')
  @Public()
  @AnswersFile('text/plain')
  @Header('content-type', expositionType)
  async read(@Req() request: ApiRequest): Promise<string> {
    if (!this.metrics.isReader(request)) throw new NotFound();
    return this.metrics.text();
  }
}
