import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { reach } from '../access/reach.js';
import { DomainError, type Problem } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { requestInHand } from '../platform/request-context.js';
import { Transaction } from '../platform/transaction.js';
import { withoutPersonalData } from '../platform/without-personal-data.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import { addNote } from './add-to-case.js';
import { assign } from './assign-case.js';
import type { BulkCaseDto, BulkDto } from './bulk.dto.js';
import type { BulkResult, BulkView } from './bulk.view.js';
import { CaseFile } from './case-file.entity.js';
import { takeStep } from './change-state.js';
import type { Written } from './find-case.js';

/** What one row does, inside its transaction. A note leaves its case as it is. */
type Act = (manager: EntityManager) => Promise<Partial<Written>>;

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
    const stand = { id: row.id, code: file?.code };
    try {
      const act = this.actOf(given, row, officer);
      const { changed = file!, planned = [] } = given.preview
        ? await this.transaction.rehearse(act)
        : await this.transaction.run(act);
      if (!given.preview) this.queue.wake(planned);
      return { ...stand, ok: true, state: changed.state, version: changed.version };
    } catch (error) {
      // The whole list belongs to the key: with another list it is refused before any row is touched.
      if (error instanceof DomainError && error.code === 'idempotency-key-reused') throw error;
      const { code, detail, errors } = this.reasonOf(error);
      return { ...stand, ok: false, state: file?.state, version: file?.version, refusal: code, detail, errors };
    }
  }

  private actOf({ action, act, assigneeId, note }: BulkDto, { id, version }: BulkCaseDto, officer: Officer): Act {
    const now = this.clock.now();
    if (action === 'note')
      return async (manager) => {
        await addNote(manager, id, note!, officer, now);
        return {};
      };
    if (action === 'act') {
      const { action: name, ...step } = act!;
      return (manager) => takeStep(manager, id, name, { version, ...step, note }, officer, now);
    }
    const to = action === 'assign' ? assigneeId! : null;
    return (manager) => assign(manager, id, { version, assigneeId: to, note }, officer, now);
  }

  private reasonOf(error: unknown): { code: string; detail: string; errors: Problem[] } {
    if (error instanceof DomainError) return { code: error.code, detail: error.message, errors: error.problems };
    // The rows before it are written and must be told of, so a bug in one row does not answer for all.
    this.log.error(withoutPersonalData(error));
    return { code: 'unexpected', detail: 'Máy chủ gặp lỗi chưa lường trước; hồ sơ này chưa được lưu.', errors: [] };
  }
}
