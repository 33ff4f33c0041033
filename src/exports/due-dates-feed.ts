import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { DataSource } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { addDays, vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { clocks, type ClockName } from '../domain/law/clocks.js';
import { Account } from '../people/account.entity.js';
import { hashOf } from '../people/passwords.js';
import { ask } from '../platform/ask.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/config-token.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { CalendarFeed } from './calendar-feed.entity.js';

/** One's own due dates for a calendar program, at an address that is as good as a password and can be revoked. */
@Injectable()
export class DueDatesFeed {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    @InjectDataSource(READ) private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async show({ id }: Officer): Promise<{ createdAt: string | null }> {
    const feed = await this.database.manager.findOneBy(CalendarFeed, { accountId: id });
    return { createdAt: feed?.createdAt ?? null };
  }

  /** A new address, shown this once; the one before stops answering. */
  async renew(officer: Officer): Promise<{ path: string; createdAt: string }> {
    const secret = randomBytes(24).toString('base64url');
    const createdAt = this.clock.now();
    await this.transaction.run(async (manager) => {
      await manager.delete(CalendarFeed, { accountId: officer.id });
      await manager.insert(CalendarFeed, { accountId: officer.id, secretHash: hashOf(secret), createdAt });
      await this.write(manager, officer, 'open-calendar-feed');
    });
    return { path: `/api/due-dates/${secret}`, createdAt };
  }

  async revoke(officer: Officer): Promise<{ createdAt: null }> {
    await this.transaction.run(async (manager) => {
      await manager.delete(CalendarFeed, { accountId: officer.id });
      await this.write(manager, officer, 'end-calendar-feed');
    });
    return { createdAt: null };
  }

  /**
   * Due dates that run on the cases of whoever the address belongs to. A calendar program keeps what it reads, so
   * entries name the clock and the case number, never a person.
   * @throws DomainError `not-found` for an address that never was, was revoked, or belongs to somebody who left
   */
  async read(secret: string): Promise<string> {
    const { manager } = this.database;
    const feed = await manager.findOneBy(CalendarFeed, { secretHash: hashOf(secret) });
    const account = feed && (await manager.findOneBy(Account, { id: feed.accountId, active: true }));
    if (!account) throw new DomainError('not-found', 'Địa chỉ lịch này không còn dùng.');
    const rows = await ask<{ id: number; code: string; clock: ClockName; dueOn: PlainDate; version: number }>(
      manager,
      `SELECT d.id AS id, c.code AS code, d.clock AS clock, d.due_on AS "dueOn", d.version AS version
       FROM deadline d INNER JOIN case_file c ON c.id = d.case_id
       WHERE c.assignee_id = :accountId AND c.unit_id = :unitId AND d.status = 'running' AND d.due_on IS NOT NULL
       ORDER BY d.due_on, d.id`,
      { accountId: account.id, unitId: account.unitId },
    );
    const calendar = ical({
      name: 'Mặt Bằng: hạn của tôi',
      method: ICalCalendarMethod.PUBLISH,
      prodId: { company: 'Mặt Bằng', product: 'matbang', language: 'VI' },
      ttl: 3600,
    });
    for (const { id, code, clock, dueOn, version } of rows)
      calendar.createEvent({
        id: `deadline-${id}@matbang`,
        sequence: version,
        allDay: true,
        start: new Date(`${dueOn}T00:00:00Z`),
        end: new Date(`${addDays(dueOn, 1)}T00:00:00Z`),
        stamp: new Date(this.clock.now()),
        summary: `${clocks[clock].vi} · ${code}`,
        description: `Hạn ${vietnameseDay(dueOn)}, hồ sơ ${code}.`,
        ...(this.config.publicUrl && { url: `${this.config.publicUrl}/ho-so/${encodeURIComponent(code)}` }),
      });
    return calendar.toString();
  }

  private write(manager: Parameters<typeof recordHistory>[0], officer: Officer, action: string) {
    return recordHistory(manager, { unitId: officer.unitId, accountId: officer.id, at: this.clock.now(), action });
  }
}
