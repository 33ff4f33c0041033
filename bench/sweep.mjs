/** The program's own sweep in a process of its own, run whenever the parent asks; the queue is emptied after each. */
import { getQueueToken } from '@nestjs/bullmq';
import { NestFactory } from '@nestjs/core';
import { built } from './data/built.mjs';

const { PlatformModule } = await built('platform/platform.module.js');
const { readConfig } = await built('platform/config.js');
const { RemindersModule } = await built('reminders/reminders.module.js');
const { QUEUE } = await built('reminders/reminder-queue.js');
const { SweepReminders } = await built('reminders/sweep-reminders.js');

const config = readConfig({ ...process.env, JOBS: 'separate' }, false);
const app = await NestFactory.createApplicationContext(
  { module: class SweepProcess {}, imports: [PlatformModule.with(config), RemindersModule] },
  { logger: ['error', 'warn'], abortOnError: false },
);
const sweep = app.get(SweepReminders, { strict: false });
const queue = app.get(getQueueToken(QUEUE), { strict: false });

process.on('message', async () => {
  const begun = performance.now();
  const counts = await sweep.run();
  const ms = performance.now() - begun;
  await queue.obliterate({ force: true });
  process.send({ ms, ...counts, memoryMB: process.resourceUsage().maxRSS / 1024 });
});
process.once('SIGTERM', () => process.exit(0));
process.send('ready');
