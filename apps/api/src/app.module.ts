import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import {
  ClosedQueryInterceptor,
  createValidation,
  Cursors,
  ProblemFilter,
  RequestMeter,
  TaggedInterceptor,
} from '#edge';
import { Data } from '#database/door';
import { Queue } from '#database/queue';
import { CalendarModule } from './calendar/calendar.module.js';
import { CodebookModule } from './codebook/codebook.module.js';
import { AgenciesModule } from './agencies/agencies.module.js';
import { TablesModule } from './tables/tables.module.js';
import { PeopleModule } from './people/people.module.js';
import { SeatsModule } from './seats/seats.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { AuditModule } from './audit/audit.module.js';
import { ApiDocument } from './docs/api-document.js';
import { DocsModule } from './docs/docs.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { Lanes } from './platform/lanes.js';
import { Mailing } from './platform/mail-route.js';
import { MailSeal } from './platform/mail-seal.js';
import { MailModule } from './mail/mail.module.js';
import { Backups, Checkpoints, Keys, type ApiParts } from './platform/parts.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { Meters, MetricsAccess } from './platform/meters.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { ProbesModule } from './probes/probes.module.js';
import { SituationsModule } from './situations/situations.module.js';
import { StatisticsModule } from './statistics/statistics.module.js';
import { ScheduledJobsModule } from './scheduled-jobs/scheduled-jobs.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { LiveModule } from './live/live.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { Webhooking } from './platform/webhook-route.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { YouthModule } from './youth/youth.module.js';
import { Readiness } from './probes/readiness.js';
import { TasksModule } from './tasks/tasks.module.js';
import { WeekModule } from './week/week.module.js';

/** What the features are given; one instance each for the whole process. */
export interface AppParts extends ApiParts {
  readonly cursors: Cursors;
  readonly filter: ProblemFilter;
  readonly meter: RequestMeter;
  readonly metricsAccess: MetricsAccess;
}

/** One line a feature. */
const features: readonly Type[] = [
  IdentityModule,
  AgenciesModule,
  TablesModule,
  PeopleModule,
  SeatsModule,
  OperationsModule,
  ProbesModule,
  MetricsModule,
  DocsModule,
  SituationsModule,
  StatisticsModule,
  ScheduledJobsModule,
  MailModule,
  LiveModule,
  PrivacyModule,
  AuditModule,
  RetentionModule,
  YouthModule,
  CodebookModule,
  CalendarModule,
  WebhooksModule,
  MeetingsModule,
  WeekModule,
  TasksModule,
];

/** What every feature may ask for. */
@Module({})
class PartsModule {
  static with(parts: AppParts): DynamicModule {
    const shared: Provider[] = [
      { provide: Data, useValue: parts.data },
      { provide: Queue, useValue: parts.queue },
      { provide: Webhooking, useValue: parts.webhooks ?? { toLoopback: false } },
      { provide: Mailing, useValue: parts.mail ?? null },
      { provide: MailSeal, useValue: new MailSeal(parts.keys) },
      { provide: Keys, useValue: parts.keys },
      { provide: Backups, useValue: parts.backups ?? null },
      { provide: Checkpoints, useValue: parts.checkpoints ?? null },
      { provide: Cursors, useValue: parts.cursors },
      { provide: RequestMeter, useValue: parts.meter },
      { provide: MetricsAccess, useValue: parts.metricsAccess },
      Lanes,
      Meters,
      ApiDocument,
      { provide: Readiness, useValue: new Readiness(parts.sources, parts.queue) },
    ];
    return {
      module: PartsModule,
      global: true,
      providers: [
        ...shared,
        { provide: APP_FILTER, useValue: parts.filter },
        { provide: APP_PIPE, useValue: createValidation() },
        { provide: APP_INTERCEPTOR, useClass: ClosedQueryInterceptor },
        { provide: APP_INTERCEPTOR, useClass: TaggedInterceptor },
      ],
      exports: shared,
    };
  }
}

/** The whole API: the shared parts and the features. Tests may add modules of their own. */
@Module({})
export class AppModule {
  static with(parts: AppParts, more: readonly Type[] = []): DynamicModule {
    return { module: AppModule, imports: [PartsModule.with(parts), ...features, ...more] };
  }
}
