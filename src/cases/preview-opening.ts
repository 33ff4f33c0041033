import { Injectable } from '@nestjs/common';
import { Deadline } from '../deadlines/deadline.entity.js';
import { dayOf } from '../domain/plain-date.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { clockOf } from './clock-of.js';
import { open, type NewCase } from './open-case.js';
import type { OpeningPreview } from './preview.view.js';

/** What would come of opening a case: its clocks with due date and proof. Refused like the opening; nothing is written. */
@Injectable()
export class PreviewOpening {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async run(given: NewCase, officer: Officer): Promise<OpeningPreview> {
    const now = this.clock.now();
    return this.transaction.rehearse(async (manager) => {
      const { file } = await open(manager, given, officer, now);
      const started = await manager.find(Deadline, { where: { caseId: file.id }, order: { dueOn: 'ASC', id: 'ASC' } });
      return { title: file.title, clocks: started.map((deadline) => clockOf(deadline, dayOf(now))) };
    });
  }
}
