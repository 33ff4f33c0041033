import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseFile } from '../cases/case-file.entity.js';
import { findCase, mergedInto } from '../cases/find-case.js';
import { DomainError } from '../domain/errors.js';
import { dayOf } from '../domain/plain-date.js';
import { Clock } from '../platform/clock.js';
import { FileStore } from '../platform/file-store.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { isDue } from './due-for-erasure.query.js';
import { eraseCase } from './erase-case.js';
import { retentionRuleFor } from './retention-rules.js';
import type { ErasedView } from './retention.view.js';

/** A supervisor confirms what the rules say is due; each case is a write of its own, and nothing is erased in silence. */
@Injectable()
export class EraseCases {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  /** @throws DomainError `not-due` for a case that is open, on hold or not old enough: then nothing of it is erased */
  async run(ids: readonly number[], reason: string, officer: Officer): Promise<ErasedView> {
    const erased: string[] = [];
    for (const id of ids) {
      const { code, scans } = await this.transaction.run((manager) => this.one(manager, id, reason, officer));
      // After the commit: a file that is gone does not come back with a write that was taken back. What a cut leaves
      // behind is sealed with a key that is gone.
      for (const scan of scans) await this.files.remove(scan);
      erased.push(code);
    }
    return { erased };
  }

  private async one(manager: EntityManager, id: number, reason: string, officer: Officer) {
    const at = this.clock.now();
    const file = await findCase(manager, officer, id, 'list');
    if (!isDue(file, dayOf(at)) || file.mergedIntoId !== null)
      throw new DomainError(
        'not-due',
        `Hồ sơ "${file.code}" chưa đến hạn xóa, đang có lệnh giữ, hoặc đã xóa. Hãy mở lại danh sách.`,
      );
    const note = `${retentionRuleFor(file).id}: ${reason}`;
    const together: CaseFile[] = [file, ...(await mergedInto(manager, file))];
    if (together.some((each) => each.legalHold))
      throw new DomainError('not-due', `Một đơn đã nhập vào "${file.code}" đang có lệnh giữ.`);
    const scans = [];
    for (const each of together) scans.push(...(await eraseCase(manager, each, { at, accountId: officer.id, note })));
    return { code: file.code, scans };
  }
}
