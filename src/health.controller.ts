import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { backupState } from './backups/backup-state.js';
import { dayOf, vietnameseDay, type Instant } from './domain/plain-date.js';
import { Readiness, type HealthCheck, type Liveness } from './health.view.js';
import { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { CONFIG } from './platform/config-token.js';
import { READ } from './platform/connections.js';
import { OpenToAll } from './platform/officer.js';
import { VirusScan } from './platform/virus-scan.js';
import { ReminderQueue } from './reminders/reminder-queue.js';
import { lastGoodSweep } from './reminders/sweep-reminders.js';

/** A sweep runs every morning and at every start; after this long without one, reminders are not to be trusted. */
const sweepStaleMs = 26 * 3_600_000;

/** What an operator and a load balancer ask. Nothing personal is said here. */
@ApiTags('health')
@Controller('health')
@OpenToAll()
export class HealthController {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly queue: ReminderQueue,
    private readonly clock: Clock,
    private readonly scanner: VirusScan,
  ) {}

  @Get('live')
  checkLive(): Liveness {
    return { status: 'ok' };
  }

  /** 503 while the database or the queue does not answer, or no sweep has succeeded lately. */
  @Get('ready')
  @ApiOkResponse({ type: Readiness })
  @ApiServiceUnavailableResponse({ type: Readiness })
  async checkReady(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const [database, sweep, queue, scanner, backup] = await Promise.all([
      tell(this.database.query('SELECT 1')),
      tell(this.lastSweep()),
      tell(this.queue.ask()),
      this.scanner.configured ? tell(this.scanner.ping()) : undefined,
      this.config.backup.at ? tell(this.lastBackup()) : undefined,
    ]);
    const checks = { database, queue, sweep, ...(scanner && { scanner }) };
    const ok = Object.values(checks).every((check) => check.ok);
    if (!ok) void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: ok ? 'ok' : 'unavailable', checks: { ...checks, ...(backup && { backup }) } };
  }

  private async lastSweep(): Promise<{ lastGoodAt: Instant }> {
    const now = this.clock.now();
    const lastGoodAt = await lastGoodSweep(this.database.manager, now);
    if (!lastGoodAt || Date.parse(now) - Date.parse(lastGoodAt) > sweepStaleMs)
      throw new Error(lastGoodAt ? `lần quét nhắc việc gần nhất: ${lastGoodAt}` : 'chưa quét nhắc việc lần nào');
    return { lastGoodAt };
  }

  private async lastBackup(): Promise<{ lastGoodAt?: Instant }> {
    const { lastGoodAt, stale } = await backupState(this.database.manager, this.clock.now());
    if (stale)
      throw new Error(
        lastGoodAt ? `bản sao lưu tốt gần nhất: ${vietnameseDay(dayOf(lastGoodAt))}` : 'chưa có bản sao lưu tốt nào',
      );
    return lastGoodAt ? { lastGoodAt } : {};
  }
}

async function tell(check: Promise<unknown>): Promise<HealthCheck> {
  try {
    const more = await check;
    return { ok: true, ...(typeof more === 'object' && !Array.isArray(more) && more) };
  } catch (error) {
    return { ok: false, why: (error as Error).message };
  }
}
