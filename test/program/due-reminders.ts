import { CaseFile } from '../../src/cases/case-file.entity.js';
import { Deadline } from '../../src/deadlines/deadline.entity.js';
import type { Instant } from '../../src/domain/plain-date.js';
import { Transaction } from '../../src/platform/transaction.js';
import { Reminder } from '../../src/reminders/reminder.entity.js';
import { makeCase } from '../support/make-case.js';
import type { Ward } from '../support/ward.js';

/** How the made cases are told from those that officers open. */
export const madeCode = 'DA-THU';

/** Cases with one reminder each, the i-th due at `sendAt(i)`; made as rows, because opening them one by one would take minutes. */
export async function fillWithReminders(ward: Ward, count: number, sendAt: (i: number) => Instant): Promise<void> {
  const made = await makeCase(ward.as('can-bo'), 'compensation-project', { on: '2025-03-03', code: madeCode });
  await ward.app.get(Transaction).run(async (manager) => {
    const file = await manager.findOneByOrFail(CaseFile, { id: made.id });
    const deadline = await manager.findOneByOrFail(Deadline, { caseId: made.id });
    await manager.delete(Reminder, { caseId: made.id });
    for (let i = 1; i <= count; i++) {
      const copy = manager.create(CaseFile, { ...file, id: undefined, code: `${madeCode}-${i}` });
      await manager.insert(CaseFile, copy);
      const clock = manager.create(Deadline, { ...deadline, id: undefined, caseId: copy.id });
      await manager.insert(Deadline, clock);
      await manager.insert(Reminder, {
        unitId: copy.unitId,
        key: `case-${copy.id}/clock-${clock.id}/v1/before-5/to-${file.assigneeId}`,
        caseId: copy.id,
        deadlineId: clock.id,
        rung: 'before-5',
        recipientId: file.assigneeId!,
        dueVersion: clock.version,
        dueOn: clock.dueOn,
        sendAt: sendAt(i),
        status: 'planned',
        sentAt: null,
      });
    }
  });
}
