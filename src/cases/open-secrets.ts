import { Injectable } from '@nestjs/common';
import { requireSecrets } from '../access/secrets.js';
import { recordRead, type ReadAction } from '../audit/record-history.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { CaseQuery } from './case.query.js';
import type { CaseView } from './case.view.js';
import { DocumentQuery, type Download } from './document.query.js';
import { findCase } from './find-case.js';

/** Reading what is kept back until a reason is given. The reading is written down before anything is shown. */
@Injectable()
export class OpenSecrets {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly cases: CaseQuery,
    private readonly documents: DocumentQuery,
  ) {}

  /** The case with whole identity numbers, and what is sealed of a protected one. */
  async read(idOrCode: string, reason: string, officer: Officer): Promise<CaseView> {
    await this.writeDown(idOrCode, reason, officer, 'read-secrets');
    return this.cases.show(idOrCode, officer, true);
  }

  /** A paper of a protected case. */
  async download(idOrCode: string, documentId: number, reason: string, officer: Officer): Promise<Download> {
    await this.writeDown(idOrCode, reason, officer, 'read-paper');
    return this.documents.file(idOrCode, documentId, officer, true);
  }

  private writeDown(idOrCode: string, reason: string, officer: Officer, action: ReadAction) {
    return this.transaction.run(async (manager) => {
      const file = await findCase(manager, officer, idOrCode, 'open');
      await requireSecrets(manager, officer, file);
      await recordRead(manager, officer, { action, at: this.clock.now(), caseId: file.id, note: reason });
    });
  }
}
