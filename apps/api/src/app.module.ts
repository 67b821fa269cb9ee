import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { createValidation, Cursors, ProblemFilter, TaggedInterceptor } from '#edge';
import { ProbesModule } from './probes/probes.module.js';
import { Readiness } from './probes/readiness.js';

/** What the features are given; one instance each for the whole process. */
export interface AppParts {
  readonly readiness: Readiness;
  readonly cursors: Cursors;
  readonly filter: ProblemFilter;
}

/** One line a feature. */
const features = [ProbesModule];

/** What every feature may ask for by its class. */
@Module({})
class PartsModule {
  static with(parts: AppParts): DynamicModule {
    const shared: Provider[] = [
      { provide: Readiness, useValue: parts.readiness },
      { provide: Cursors, useValue: parts.cursors },
    ];
    return {
      module: PartsModule,
      global: true,
      providers: [
        ...shared,
        { provide: APP_FILTER, useValue: parts.filter },
        { provide: APP_PIPE, useValue: createValidation() },
        { provide: APP_INTERCEPTOR, useClass: TaggedInterceptor },
      ],
      exports: shared,
    };
  }
}

/** The whole API: the shared parts and the features. Tests may add a module of their own. */
@Module({})
export class AppModule {
  static with(parts: AppParts, more: readonly (typeof features)[number][] = []): DynamicModule {
    return { module: AppModule, imports: [PartsModule.with(parts), ...features, ...more] };
  }
}
