import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { reach } from '../access/reach.js';
import { DomainError, type Problem } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { FileStore } from '../platform/file-store.js';
import type { Officer } from '../platform/officer.js';
import { requestInHand } from '../platform/request-context.js';
import { Transaction } from '../platform/transaction.js';
import { withoutPersonalData } from '../platform/without-personal-data.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import { AddToCase } from './add-to-case.js';
import { AssignCase } from './assign-case.js';
import type { BulkCaseDto, BulkDto } from './bulk.dto.js';
import type { BulkResult, BulkView } from './bulk.view.js';
import { CaseFile } from './case-file.entity.js';
import { ChangeState } from './change-state.js';

/** Where a row's use case writes: for good, or not at all in a preview. */
type Door = Pick<Transaction, 'run'>;
type Outcome = { state: string; version: number };

/**
 * One act on many cases. Each row is its own transaction through the use case of the single act, so one refused row
 * holds up no other, and asking again under the same key gives every row its first answer.
 */
@Injectable()
export class BulkWork {
  private readonly log = new Logger(BulkWork.name);

  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
    private readonly files: FileStore,
    @InjectDataSource(READ) private readonly database: DataSource,
  ) {}

  async run(given: BulkDto, officer: Officer): Promise<BulkView> {
    const { cases, preview = false } = given;
    const once = requestInHand()?.once;
    if (once) once.keepsRefusals = true;
    const { sql, parameters } = reach(officer, 'work');
    const files = await this.database.manager
      .createQueryBuilder(CaseFile, 'c')
      .where(sql, parameters)
      .andWhere('c.id IN (:...ids)', { ids: cases.map(({ id }) => id) })
      .getMany();
    const known = new Map(files.map((file) => [file.id, file]));
    const results: BulkResult[] = [];
    for (const row of cases) results.push(await this.row(given, row, known.get(row.id), officer));
    return { preview, results };
  }

  private async row(
    given: BulkDto,
    row: BulkCaseDto,
    file: CaseFile | undefined,
    officer: Officer,
  ): Promise<BulkResult> {
    const door = given.preview ? { run: this.transaction.rehearse.bind(this.transaction) } : this.transaction;
    const stand = { id: row.id, code: file?.code };
    try {
      const { state, version } = (await this.act(given, row, officer, door)) ?? file!;
      return { ...stand, ok: true, state, version };
    } catch (error) {
      // The whole list belongs to the key: with another list it is refused before any row is touched.
      if (error instanceof DomainError && error.code === 'idempotency-key-reused') throw error;
      const { code, detail, errors } = this.reasonOf(error);
      return { ...stand, ok: false, state: file?.state, version: file?.version, refusal: code, detail, errors };
    }
  }

  private async act(
    { action, act, assigneeId, note, preview }: BulkDto,
    { id, version }: BulkCaseDto,
    officer: Officer,
    door: Door,
  ): Promise<Outcome | undefined> {
    const transaction = door as Transaction;
    const queue = preview ? ({ wake: () => undefined } as unknown as ReminderQueue) : this.queue;
    if (action === 'act') {
      const { action: name, ...step } = act!;
      return new ChangeState(transaction, this.clock, queue).run(id, name, { version, ...step, note }, officer);
    }
    if (action === 'note') {
      await new AddToCase(transaction, this.clock, this.files).note(String(id), note!, officer);
      return undefined;
    }
    const to = action === 'assign' ? assigneeId! : null;
    return new AssignCase(transaction, this.clock, queue).run(id, version, to, officer, note);
  }

  private reasonOf(error: unknown): { code: string; detail: string; errors: Problem[] } {
    if (error instanceof DomainError) return { code: error.code, detail: error.message, errors: error.problems };
    // The rows before it are written and must be told of, so a bug in one row does not answer for all.
    this.log.error(withoutPersonalData(error));
    return { code: 'unexpected', detail: 'Máy chủ gặp lỗi chưa lường trước; hồ sơ này chưa được lưu.', errors: [] };
  }
}
