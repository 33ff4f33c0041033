import { Injectable } from '@nestjs/common';
import { recordHistory } from '../audit/record-history.js';
import type { Changed } from '../cases/changed.view.js';
import { findCase, moveCase } from '../cases/find-case.js';
import { DomainError } from '../domain/errors.js';
import { dayOf } from '../domain/plain-date.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';

/** A lawsuit, an inspection or a grave matter keeps a case beyond its time. */
@Injectable()
export class LegalHold {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async run(idOrCode: string, held: boolean, reason: string, officer: Officer): Promise<Changed> {
    const now = this.clock.now();
    return this.transaction.run(async (manager) => {
      const file = await findCase(manager, officer, idOrCode);
      if (file.legalHold === held)
        throw new DomainError('action-not-open', held ? 'Hồ sơ đã có lệnh giữ.' : 'Hồ sơ không có lệnh giữ.');
      await recordHistory(manager, {
        unitId: file.unitId,
        caseId: file.id,
        at: now,
        onDay: dayOf(now),
        accountId: officer.id,
        action: 'legal-hold',
        before: { held: !held },
        after: { held },
        note: reason,
      });
      const { id, code, state, version } = await moveCase(manager, file, { legalHold: held });
      return { id, code, state, version };
    });
  }
}
