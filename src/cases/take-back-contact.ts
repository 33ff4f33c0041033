import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { dayOf, vietnameseDay } from '../domain/plain-date.js';
import { isPersuaded } from '../domain/workflow/decide.js';
import type { Fields } from '../domain/workflow/fields.js';
import { Account } from '../people/account.entity.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { findRows } from '../platform/rows.js';
import { Transaction } from '../platform/transaction.js';
import type { CaseFile } from './case-file.entity.js';
import { promoted } from './case-facts.js';
import type { Changed } from './changed.view.js';
import { Contact } from './contact.entity.js';
import { changedOf, findCaseAt, moveCase } from './find-case.js';
import { lineOf, reasonHeard, type ContactTakenBack } from './taken-back.js';
import { trueSteps } from './true-steps.js';

/**
 * Takes back a contact recorded by mistake: wrong household, day or words, or typed twice. Its row goes, so that nothing
 * that reads contacts can count it any more; every word of it stays in the history, from where the case shows it struck
 * through (`taken-back.ts`).
 */
@Injectable()
export class TakeBackContact {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * As with a correction, a closed file may be mended too.
   * @throws DomainError `not-found`; `not-own-contact` for whoever neither recorded it nor supervises; `contact-of-step`;
   * `persuasion-relied-on`
   */
  async run(
    idOrCode: string,
    contactId: number,
    { version, reason }: { version: number; reason: string },
    officer: Officer,
  ): Promise<Changed> {
    const now = this.clock.now();
    return this.transaction.run(async (manager) => {
      const file = await findCaseAt(manager, officer, idOrCode, version);
      const contact = await manager.findOneBy(Contact, { id: contactId, caseId: file.id });
      if (!contact)
        throw new DomainError('not-found', 'Hồ sơ không có buổi tiếp xúc này, hoặc buổi này đã được rút lại.');
      await requireRecorder(manager, contact, officer);
      const lines = await findRows(
        manager,
        HistoryEntry,
        { caseId: file.id },
        { order: ['id'], of: ['id', 'at', 'onDay', 'action', 'before', 'after', 'note'] },
      );
      const line = lineOf(contact, lines);
      if (!line) throw await ofStep(manager, file, contact);
      await requireNotReliedOn(manager, file, contact);
      const { unitId: _unit, caseId: _case, ...words } = contact;
      const change = reasonWithout(file, contact, lines, line.id);
      await recordHistory(manager, {
        unitId: file.unitId,
        caseId: file.id,
        at: now,
        onDay: dayOf(now),
        accountId: officer.id,
        action: 'take-back-contact',
        note: reason,
        before: {
          contact: { ...words, line: line.id } satisfies ContactTakenBack,
          ...(change && { holdoutReason: file.holdoutReason }),
        },
        after: change && { holdoutReason: change.holdoutReason ?? null },
      });
      await manager.delete(Contact, { id: contact.id });
      const changed = await moveCase(manager, file, change ? promoted(change) : {});
      return changedOf(changed);
    });
  }
}

async function requireRecorder(manager: EntityManager, contact: Contact, officer: Officer): Promise<void> {
  if (contact.accountId === officer.id || officer.role === 'supervisor') return;
  const recorder = contact.accountId === null ? null : await manager.findOneBy(Account, { id: contact.accountId });
  throw new DomainError(
    'not-own-contact',
    `Buổi này do ${recorder?.name ?? 'người khác'} ghi; chỉ người đã ghi hoặc lãnh đạo được rút lại.`,
  );
}

/** What a step has written stands and falls with the step. */
async function ofStep(manager: EntityManager, { id, kind }: CaseFile, { matter, at }: Contact): Promise<DomainError> {
  const { actions } = workflowOf(kind);
  const steps = Object.keys(actions).filter((name) => actions[name]!.persuades === matter);
  const [step] = await findRows(manager, HistoryEntry, { caseId: id, action: steps, at }, { of: ['action'], limit: 1 });
  const name = step ? ` "${actions[step.action]!.vi}"` : '';
  return new DomainError(
    'contact-of-step',
    `Buổi này do bước${name} ghi vào hồ sơ nên không rút riêng được; nếu sai ngày, hãy đính chính bước đó.`,
  );
}

/** A compulsory step is lawful by a dated persuasion record: the last one it has is not taken from under it. */
async function requireNotReliedOn(manager: EntityManager, file: CaseFile, contact: Contact): Promise<void> {
  const { matter, onDay } = contact;
  if (contact.type !== 'persuasion' || !matter) return;
  const { actions } = workflowOf(file.kind);
  const compulsory = Object.keys(actions).filter((name) => actions[name]!.persuaded === matter);
  const steps = await trueSteps(manager, [file.id], compulsory);
  const others = await findRows(
    manager,
    Contact,
    { caseId: file.id, type: 'persuasion', matter },
    { of: ['onDay'], and: { sql: 'c.id <> :taken', parameters: { taken: contact.id } } },
  );
  const left = others.map((other) => ({ on: other.onDay, matter }));
  const step = steps.find(({ onDay: on }) => on !== null && onDay <= on && !isPersuaded(left, matter, on));
  if (!step) return;
  throw new DomainError(
    'persuasion-relied-on',
    `Bước "${actions[step.action]!.vi}" ngày ${vietnameseDay(step.onDay!)} chỉ dựa vào buổi vận động này. Hãy ghi buổi vận động đúng (không sau ngày đó) hoặc đính chính bước đó trước, rồi mới rút lại.`,
  );
}

/** The fields where what the holder is taken to say was heard at this contact alone; undefined: they stay. */
function reasonWithout(
  file: CaseFile,
  contact: Contact,
  lines: Parameters<typeof reasonHeard>[0],
  line: number,
): Fields | undefined {
  if (!contact.reason || reasonHeard(lines) !== file.holdoutReason) return undefined;
  const holdoutReason = reasonHeard(lines, line);
  if (holdoutReason === file.holdoutReason) return undefined;
  const { holdoutReason: _heard, ...fields } = file.fields;
  return holdoutReason === null ? fields : { ...fields, holdoutReason };
}
