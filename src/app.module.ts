import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AuditModule } from './audit/audit.controller.js';
import { backupQueue } from './backups/backup-queue.js';
import { BacklogModule } from './backlog/backlog.controller.js';
import { CalendarModule } from './calendar/calendar.controller.js';
import { CasesModule } from './cases/cases.module.js';
import { LawModule } from './deadlines/law.controller.js';
import { ExportsModule } from './exports/exports.controller.js';
import { HealthController } from './health.controller.js';
import { LettersModule } from './letters/letters.module.js';
import { ImportsModule } from './imports/imports.controller.js';
import { LiveModule } from './live/live.controller.js';
import { PeopleModule } from './people/people.module.js';
import type { Config } from './platform/config.js';
import { ErrorFilter } from './platform/error.filter.js';
import { PlatformModule } from './platform/platform.module.js';
import { validation } from './platform/validation.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { WakeEvents } from './reminders/wake-events.js';
import { ReportsModule } from './reports/reports.controller.js';
import { RetentionModule } from './retention/retention.controller.js';
import { SavedViewsModule } from './saved-views/saved-views.controller.js';
import { WorkerModule } from './worker.module.js';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config),
        AuditModule,
        PeopleModule,
        CasesModule,
        RemindersModule,
        LawModule,
        CalendarModule,
        BacklogModule,
        LiveModule,
        SavedViewsModule,
        RetentionModule,
        ReportsModule,
        ExportsModule,
        LettersModule,
        ImportsModule,
        ...(config.backup.at ? [backupQueue] : []),
        ...(config.jobs === 'here' ? [WorkerModule.with(config)] : []),
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_PIPE, useValue: validation },
        WakeEvents,
      ],
    };
  }
}
