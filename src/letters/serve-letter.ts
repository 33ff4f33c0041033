import { Injectable } from '@nestjs/common';
import { requireSecrets } from '../access/secrets.js';
import { recordHistory } from '../audit/record-history.js';
import { sealText } from '../audit/seal-content.js';
import { findCase } from '../cases/find-case.js';
import { keyOf } from '../cases/protect-case.js';
import { DomainError } from '../domain/errors.js';
import { dayOf, vietnameseDay } from '../domain/plain-date.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import type { ServeLetterDto } from './letter.dto.js';
import { Letter } from './letter.entity.js';
import { letterKind } from './letter-kinds.js';
import { numberText } from './letter-number.js';

/** Proof of service: how, when, to whom and by whom a letter was brought. Put right by recording it again. */
@Injectable()
export class ServeLetter {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  run(idOrCode: string, letterId: number, given: ServeLetterDto, officer: Officer): Promise<{ id: number }> {
    const at = this.clock.now();
    return this.transaction.run(async (manager) => {
      const file = await findCase(manager, officer, idOrCode);
      await requireSecrets(manager, officer, file);
      const letter = await manager.findOneBy(Letter, { id: letterId, caseId: file.id });
      if (!letter) throw new DomainError('not-found', 'Hồ sơ không có văn bản này.');
      if (await manager.existsBy(Letter, { firstId: letter.firstId ?? letter.id, version: letter.version + 1 }))
        throw new DomainError('letter-replaced', 'Văn bản đã có bản soạn lại; hãy ghi việc giao ở bản mới nhất.');
      const wrong =
        given.on > dayOf(at)
          ? 'ở tương lai'
          : given.on < letter.onDay
            ? `trước ngày văn bản (${vietnameseDay(letter.onDay)})`
            : undefined;
      if (wrong)
        throw new DomainError('bad-day', `Ngày giao ${vietnameseDay(given.on)} ${wrong}.`, [
          { code: 'bad-day', field: 'on', detail: 'Hãy nhập ngày đã giao.' },
        ]);
      const note = given.note?.trim() ?? '';
      if (given.how === 'refused-before-witnesses' && !note)
        throw new DomainError('missing-field', 'Khi người nhận từ chối, hãy ghi tên người làm chứng.', [
          { code: 'missing-field', field: 'note', detail: 'Hãy ghi tên người làm chứng.' },
        ]);
      const key = keyOf(manager, file);
      const sealed = (text: string) => (text && key ? sealText(key, text) : text || null);
      await manager.update(
        Letter,
        { id: letter.id },
        {
          servedHow: given.how,
          servedOn: given.on,
          servedTo: sealed(given.to.trim()),
          servedBy: sealed(given.by.trim()),
          servedNote: sealed(note),
          servedAccountId: officer.id,
          servedAt: at,
        },
      );
      const before = letter.servedHow && { how: letter.servedHow };
      await recordHistory(manager, {
        unitId: file.unitId,
        caseId: file.id,
        at,
        onDay: given.on,
        accountId: officer.id,
        action: 'serve-letter',
        before,
        after: {
          letter: numberText(letter) ?? letterKind(letter.kind).vi,
          how: given.how,
          to: given.to.trim(),
          by: given.by.trim(),
        },
        note: note || null,
      });
      return { id: letter.id };
    });
  }
}
