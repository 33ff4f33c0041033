import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { daysBetween, vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { ask } from '../platform/ask.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { Account } from './account.entity.js';
import { StandIn } from './stand-in.entity.js';
import type { StandInDto } from './stand-in.dto.js';
import type { StandInView } from './stand-in.view.js';

/** Longer than any leave a person comes back from to the same cases. */
const longestDays = 366;

const mayNameForOthers = ({ role }: Officer) => role === 'admin' || role === 'supervisor';

/** Who does whose work, and until when. */
@Injectable()
export class StandIns {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    @InjectDataSource(READ) private readonly database: DataSource,
  ) {}

  /** Those running and to come, soonest first. Why somebody is away is told to the two, and to who may name for others. */
  async list(officer: Officer): Promise<StandInView[]> {
    const rows = await ask<StandInView>(this.database.manager, current, {
      unitId: officer.unitId,
      today: this.clock.today(),
    });
    return rows.map((row) => {
      const concerned = [row.accountId, row.standInId].includes(officer.id) || mayNameForOthers(officer);
      return { ...row, reason: concerned ? row.reason : null };
    });
  }

  /** Names the stand-in of oneself, or, as an administrator or supervisor, of somebody else. */
  async name(given: StandInDto, officer: Officer): Promise<StandInView> {
    const id = await this.transaction.run(async (manager) => {
      const accountId = given.accountId ?? officer.id;
      if (accountId !== officer.id && !mayNameForOthers(officer))
        throw new DomainError('role-not-allowed', 'Chỉ lãnh đạo hoặc quản trị được cử người thay cho người khác.');
      await this.requireFit(manager, { ...given, accountId }, officer);
      const { standInId, fromDay, toDay, reason = null } = given;
      const row = { unitId: officer.unitId, accountId, standInId, fromDay, toDay, reason, endedAt: null };
      const { identifiers } = await manager.insert(StandIn, row);
      await recordHistory(manager, {
        unitId: officer.unitId,
        accountId: officer.id,
        at: this.clock.now(),
        action: 'name-stand-in',
        after: { accountId, standInId, fromDay, toDay },
      });
      return identifiers[0]!.id as number;
    });
    return (await this.list(officer)).find((row) => row.id === id)!;
  }

  /** Takes it back before its last day: who was away is there again. */
  async end(id: number, officer: Officer): Promise<void> {
    await this.transaction.run(async (manager) => {
      const row = await manager.findOneBy(StandIn, { id, unitId: officer.unitId });
      if (!row) throw new DomainError('not-found', 'Không có lần cử người thay này trong đơn vị.');
      if (row.accountId !== officer.id && !mayNameForOthers(officer))
        throw new DomainError('role-not-allowed', 'Chỉ người nghỉ, lãnh đạo hoặc quản trị được thôi cử người thay.');
      if (row.endedAt !== null) return;
      const at = this.clock.now();
      await manager.update(StandIn, { id }, { endedAt: at });
      const { accountId, standInId } = row;
      const after = { accountId, standInId };
      await recordHistory(manager, { unitId: row.unitId, accountId: officer.id, at, action: 'end-stand-in', after });
    });
  }

  private async requireFit(
    manager: EntityManager,
    { accountId, standInId, fromDay, toDay }: StandInDto & { accountId: number },
    { unitId }: Officer,
  ): Promise<void> {
    requirePeriod(fromDay, toDay, this.clock.today());
    // Locks both: of two namings at once the second sees the first.
    for (const id of [accountId, standInId].sort((a, b) => a - b))
      await manager.query('UPDATE account SET id = id WHERE id = $1', [id]);
    const away = await manager.findOneBy(Account, { id: accountId, unitId, active: true });
    const standIn = await manager.findOneBy(Account, { id: standInId, unitId, active: true });
    if (!away) throw new DomainError('not-found', 'Không có người nghỉ này trong đơn vị.');
    if (!standIn || standIn.id === away.id || standIn.role !== away.role)
      throw refused(
        'stand-in-unfit',
        'standInId',
        'Người thay phải là người khác, đang làm việc, cùng vai trò trong đơn vị.',
      );
    const [met] = await ask<StandInView>(manager, meeting, { accountId, standInId, fromDay, toDay });
    if (!met) return;
    const period = `từ ${vietnameseDay(met.fromDay)} đến ${vietnameseDay(met.toDay)}`;
    if (met.accountId === accountId)
      throw refused(
        'stand-in-overlaps',
        'fromDay',
        `${met.accountName} đã có người thay ${period}: ${met.standInName}.`,
      );
    if (met.accountId === standInId)
      throw refused('stand-in-away', 'standInId', `${met.accountName} cũng nghỉ ${period}; hãy chọn người khác.`);
    throw refused(
      'stand-in-busy',
      'fromDay',
      `${met.standInName} đang thay ${met.accountName} ${period}; hãy cử người khác thay ${met.accountName} trước.`,
    );
  }
}

function requirePeriod(fromDay: PlainDate, toDay: PlainDate, today: PlainDate): void {
  if (toDay < fromDay) throw refused('bad-period', 'toDay', 'Ngày cuối phải bằng hoặc sau ngày đầu.');
  if (toDay < today) throw refused('bad-period', 'toDay', 'Thời gian nghỉ đã qua; hãy chọn ngày cuối từ hôm nay.');
  if (daysBetween(fromDay, toDay) > longestDays)
    throw refused('bad-period', 'toDay', 'Mỗi lần cử người thay dài nhất một năm; hãy chọn ngày cuối sớm hơn.');
}

const refused = (code: string, field: string, detail: string) =>
  new DomainError(code, detail, [{ code, field, detail }]);

const view = `
  SELECT s.id AS id, s.account_id AS "accountId", a.name AS "accountName", s.stand_in_id AS "standInId",
    b.name AS "standInName", s.from_day AS "fromDay", s.to_day AS "toDay", s.reason AS reason
  FROM stand_in s JOIN account a ON a.id = s.account_id JOIN account b ON b.id = s.stand_in_id
  WHERE s.ended_at IS NULL`;

const current = `${view} AND s.unit_id = :unitId AND s.to_day >= :today ORDER BY s.from_day, s.id`;

/** No chains: whoever stands in is there, and whoever is away stands in for nobody. */
const meeting = `${view} AND s.from_day <= :toDay AND s.to_day >= :fromDay
  AND (s.account_id IN (:accountId, :standInId) OR s.stand_in_id = :accountId) ORDER BY s.id LIMIT 1`;
