import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.controller.js';
import { WebhooksModule } from '../webhooks/webhooks.controller.js';
import { DeliverNotice } from './deliver-notice.js';
import { ReminderFigures } from './reminder-figures.js';
import { ReminderQueue, QUEUE } from './reminder-queue.js';
import { RemindersController } from './reminders.controller.js';
import { MindNotices } from './mind-notices.js';
import { QueueHealthQuery } from './queue-health.query.js';
import { RemindersQuery } from './reminders.query.js';
import { SendReminder } from './send-reminder.js';
import { SetLadder } from './set-ladder.js';
import { SweepReminders } from './sweep-reminders.js';

@Module({
  imports: [AuditModule, WebhooksModule, BullModule.registerQueue({ name: QUEUE })],
  controllers: [RemindersController],
  providers: [
    ReminderQueue,
    SendReminder,
    SweepReminders,
    DeliverNotice,
    RemindersQuery,
    QueueHealthQuery,
    ReminderFigures,
    MindNotices,
    SetLadder,
  ],
  exports: [WebhooksModule, ReminderQueue, SendReminder, SweepReminders, DeliverNotice],
})
export class RemindersModule {}
