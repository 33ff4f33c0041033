import { Module, type DynamicModule } from '@nestjs/common';
import { BackupsModule } from './backups/backups.module.js';
import type { Config } from './platform/config.js';
import { ReminderProcessor, ReminderWatch } from './reminders/reminder.processor.js';
import { RemindersModule } from './reminders/reminders.module.js';

/** The only place where jobs are processed: part of the API process, or alone in `worker.ts`. */
@Module({})
export class WorkerModule {
  static with({ backup }: Pick<Config, 'backup'>): DynamicModule {
    return {
      module: WorkerModule,
      imports: [RemindersModule, ...(backup.at ? [BackupsModule] : [])],
      providers: [ReminderProcessor, ReminderWatch],
    };
  }
}
