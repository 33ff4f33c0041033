import type { EntityManager } from 'typeorm';
import { vietnameseDay } from '../../domain/plain-date.js';
import { lettersOfBook } from '../../letters/letter-book.js';
import type { LetterView } from '../../letters/letter.view.js';
import type { Officer } from '../../platform/officer.js';
import type { Period } from '../report-period.js';
import type { ReportTable } from '../report-table.js';
import { registerTable } from './register-entry.js';

/** Sổ văn bản đi (Nghị định 30/2020, Phụ lục IV): every letter with a number, each in its last version. */
export async function letterBook(manager: EntityManager, officer: Officer, period: Period): Promise<ReportTable> {
  const letters = await lettersOfBook(manager, officer, period);
  return registerTable(
    'SO-VB',
    'Sổ văn bản đi',
    [
      { key: '2', vi: 'Số, ký hiệu', type: 'text' },
      { key: '3', vi: 'Ngày văn bản', type: 'day' },
      { key: '4', vi: 'Tên loại, hồ sơ', type: 'text' },
      { key: '5', vi: 'Người ký', type: 'text' },
      { key: '6', vi: 'Nơi nhận', type: 'text' },
      { key: '7', vi: 'Người soạn, giữ bản lưu', type: 'text' },
      { key: '8', vi: 'Ghi chú', type: 'text' },
    ],
    letters.map((letter) => ({
      id: letter.caseId,
      cells: [
        letter.numberText,
        letter.onDay,
        `${letter.kindVi} (hồ sơ ${letter.code})`,
        letter.signer,
        letter.addressee,
        letter.by,
        remarks(letter),
      ],
    })),
  );
}

const remarks = ({ version, service }: LetterView): string | null =>
  [version > 1 && `Bản soạn lại lần ${version}`, service && `${service.howVi} ngày ${vietnameseDay(service.on)}`]
    .filter(Boolean)
    .join('; ') || null;
