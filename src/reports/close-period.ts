import { Injectable } from '@nestjs/common';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { takeTurn } from '../platform/unit-turn.js';
import { adjustmentsBefore } from './adjustments.js';
import { ClosedPeriod } from './closed-period.entity.js';
import { allFigures } from './forms.js';
import { narrative } from './narrative.js';
import { periodInWords, type Period, type PeriodKind } from './report-period.js';

/** A period is filed: its figures print the same for ever. */
@Injectable()
export class ClosePeriod {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `period-closed`, or `period-not-over` */
  run(kind: PeriodKind, period: Period, officer: Officer): Promise<ClosedPeriod> {
    return this.transaction.run(async (manager) => {
      const { unitId } = officer;
      await takeTurn(manager, unitId);
      if (period.to >= this.clock.today())
        throw new DomainError('period-not-over', 'Kỳ chưa kết thúc; hãy khóa kỳ sau ngày cuối của kỳ.', [
          { code: 'period-not-over', field: 'to', detail: 'Đến ngày: phải trước hôm nay.' },
        ]);
      const where = { unitId, fromDay: period.from, toDay: period.to };
      if (await manager.existsBy(ClosedPeriod, where))
        throw new DomainError('period-closed', `Kỳ ${periodInWords(period)} đã khóa rồi; số liệu không đổi nữa.`);
      const closed = manager.create(ClosedPeriod, {
        ...where,
        kind,
        figures: {
          tables: await allFigures(manager, unitId, period),
          adjustments: await adjustmentsBefore(manager, unitId, period),
          narrative: await narrative(manager, unitId, period),
        },
        accountId: officer.id,
        closedAt: this.clock.now(),
      });
      await manager.insert(ClosedPeriod, closed);
      await recordHistory(manager, {
        unitId,
        accountId: officer.id,
        at: closed.closedAt,
        action: 'close-period',
        after: { kind, from: period.from, to: period.to },
      });
      return closed;
    });
  }
}
