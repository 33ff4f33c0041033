import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { Metrics } from '../platform/metrics.js';
import { lastGoodSweep } from './sweep-reminders.js';

/** What the ledger says of itself, whichever process is asked. */
@Injectable()
export class ReminderFigures {
  constructor(@InjectDataSource(READ) database: DataSource, clock: Clock, metrics: Metrics) {
    metrics.read('matbang_last_sweep_timestamp_seconds', async () => {
      const at = await lastGoodSweep(database.manager, clock.now());
      return at && Date.parse(at) / 1000;
    });
    metrics.read('matbang_reminders_due', async () => {
      const [row] = await database.query<{ n: number }[]>(
        "SELECT COUNT(*) AS n FROM reminder WHERE status = 'planned' AND send_at <= $1",
        [clock.now()],
      );
      return row!.n;
    });
    metrics.read('matbang_deliveries_open', async () => {
      const rows = await database.query<{ status: string; n: number }[]>(
        "SELECT status, COUNT(*) AS n FROM delivery WHERE status IN ('pending', 'dead') GROUP BY status",
      );
      return { pending: 0, dead: 0, ...Object.fromEntries(rows.map(({ status, n }) => [status, n])) };
    });
  }
}
