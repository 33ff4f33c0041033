import { Controller, Get, HttpStatus, Inject, Logger, Res } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { backupState } from './backups/backup-state.js';
import { DomainError } from './domain/errors.js';
import { dayOf, vietnameseDay, type Instant } from './domain/plain-date.js';
import { Readiness, type HealthCheck, type Liveness } from './health.view.js';
import { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { CONFIG } from './platform/config-token.js';
import { READ } from './platform/connections.js';
import { DatabaseFile } from './platform/database-file.js';
import { tryDisk } from './platform/disk.js';
import { OpenToAll } from './platform/officer.js';
import { outsideFault } from './platform/outside-faults.js';
import { VirusScan } from './platform/virus-scan.js';
import { scrubbed } from './platform/without-personal-data.js';
import { ReminderQueue } from './reminders/reminder-queue.js';
import { lastGoodSweep } from './reminders/sweep-reminders.js';

const log = new Logger('Sẵn sàng');

/** A sweep runs every morning and at every start; after this long without one, reminders are not to be trusted. */
const sweepStaleMs = 26 * 3_600_000;
/** The clocks of several machines differ by a little. */
const clockSlackMs = 60_000;

/** What an operator and a load balancer ask. Nothing personal is said here. */
@ApiTags('health')
@Controller('health')
@OpenToAll()
export class HealthController {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly file: DatabaseFile,
    private readonly queue: ReminderQueue,
    private readonly clock: Clock,
    private readonly scanner: VirusScan,
  ) {}

  @Get('live')
  checkLive(): Liveness {
    return { status: 'ok' };
  }

  /**
   * 503 while the database does not answer or its file was replaced, the disk takes no write, the queue or the virus
   * scanner (where there is one) does not answer, or no sweep has succeeded lately. A clock behind the last line of
   * history is a warning.
   */
  @Get('ready')
  @ApiOkResponse({ type: Readiness })
  @ApiServiceUnavailableResponse({ type: Readiness })
  async checkReady(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const [database, storage, clock, queue, sweep, scanner, backup] = await Promise.all([
      tell(this.askDatabase()),
      tell(tryDisk(this.config.dataDir)),
      tell(this.compareClock()),
      tell(this.queue.ask()),
      tell(this.lastSweep()),
      this.scanner.configured ? tell(this.scanner.ping()) : undefined,
      this.config.backup.at ? tell(this.lastBackup()) : undefined,
    ]);
    const checks = { database, storage, clock, queue, sweep, ...(scanner && { scanner }) };
    const ok = Object.values(checks).every((check) => check.ok);
    if (!ok) void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: ok ? 'ok' : 'unavailable', checks: { ...checks, ...(backup && { backup }) } };
  }

  private async askDatabase(): Promise<void> {
    this.file.checkNoticed();
    await this.database.query('SELECT 1');
  }

  /** A clock set back writes days that are wrong; the order of history does not depend on it. */
  private async compareClock(): Promise<{ warning?: string }> {
    const [last] = await this.database.query<{ at: Instant }[]>('SELECT at FROM history ORDER BY id DESC LIMIT 1');
    const behindMs = last ? Date.parse(last.at) - Date.parse(this.clock.now()) : 0;
    if (behindMs <= clockSlackMs) return {};
    const minutes = Math.round(behindMs / 60_000);
    return {
      warning: `đồng hồ máy chủ chậm ${minutes} phút so với dòng nhật ký mới nhất (${last!.at}); hãy chỉnh lại giờ`,
    };
  }

  private async lastSweep(): Promise<{ lastGoodAt: Instant }> {
    const now = this.clock.now();
    const lastGoodAt = await lastGoodSweep(this.database.manager, now);
    if (!lastGoodAt || Date.parse(now) - Date.parse(lastGoodAt) > sweepStaleMs)
      throw new DomainError(
        'sweep-late',
        lastGoodAt ? `lần quét nhắc việc gần nhất: ${lastGoodAt}` : 'chưa quét nhắc việc lần nào',
      );
    return { lastGoodAt };
  }

  private async lastBackup(): Promise<{ lastGoodAt?: Instant }> {
    const { lastGoodAt, stale } = await backupState(this.database.manager, this.clock.now());
    if (stale)
      throw new DomainError(
        'backup-late',
        lastGoodAt ? `bản sao lưu tốt gần nhất: ${vietnameseDay(dayOf(lastGoodAt))}` : 'chưa có bản sao lưu tốt nào',
      );
    return lastGoodAt ? { lastGoodAt } : {};
  }
}

/** Whoever asks is told what is wrong in our words; what a driver said of it is for the log. */
async function tell(check: Promise<unknown>): Promise<HealthCheck> {
  try {
    const more = await check;
    return { ok: true, ...(typeof more === 'object' && !Array.isArray(more) && more) };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, why: error.message };
    log.warn(scrubbed((error as Error).message));
    const fault = outsideFault(error);
    return {
      ok: false,
      ...(fault && { code: fault.code }),
      why: fault?.state ?? 'có lỗi; hãy xem nhật ký của chương trình',
    };
  }
}
