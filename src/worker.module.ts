import { Module } from '@nestjs/common';
import { ReminderProcessor, ReminderWatch } from './reminders/reminder.processor.js';
import { RemindersModule } from './reminders/reminders.module.js';

/** The only place where jobs are processed: part of the API process, or alone in `worker.ts`. */
@Module({ imports: [RemindersModule], providers: [ReminderProcessor, ReminderWatch] })
export class WorkerModule {}
