import type { Deadline } from '../deadlines/deadline.entity.js';
import { proofInWords } from '../domain/deadlines/due-date.js';
import { clocks } from '../domain/law/clocks.js';
import { isWait } from '../domain/law/rule.js';
import { daysBetween, vietnameseDay, type PlainDate } from '../domain/plain-date.js';

export interface NoticeText {
  subject: string;
  body: string;
}

interface CaseWords {
  code: string;
  title: string;
  stateVi: string;
  ownerless: boolean;
}

const remaining = (due: PlainDate, today: PlainDate): string => {
  const days = daysBetween(today, due);
  if (days > 0) return `Còn ${days} ngày`;
  return days === 0 ? 'Đến hạn hôm nay' : `Quá hạn ${-days} ngày`;
};

/** What one reminder says: the case, the clock, its date and why it is that date. */
export function reminderText(file: CaseWords, deadline: Deadline, today: PlainDate): NoticeText {
  const due = deadline.dueOn!;
  const clock = clocks[deadline.clock].vi;
  const date = vietnameseDay(due);
  const lines = [
    `${file.code} – ${file.title}`,
    `Trạng thái: ${file.stateVi}.`,
    isWait(deadline.kind) && deadline.proof?.lawfulFrom
      ? `${clock}: kết thúc ${date}; bước tiếp theo chỉ hợp pháp từ ngày ${vietnameseDay(deadline.proof.lawfulFrom)}.`
      : `${clock}: hạn ${date}.`,
    ...(deadline.proof ? [`Cách tính: ${proofInWords(deadline.proof)}.`] : []),
    ...(deadline.proof?.rolledFrom
      ? [`Nên xong trước ngày làm việc cuối cùng an toàn: ${vietnameseDay(deadline.proof.lastSafeWorkingDay)}.`]
      : []),
    ...(deadline.proof?.needsReview ? ['Quy định này ghi theo trí nhớ, cần cán bộ pháp chế kiểm lại.'] : []),
    ...(file.ownerless ? ['Hồ sơ không có người đang phụ trách: hãy phân công.'] : []),
  ];
  return {
    subject: `[${file.code}] ${remaining(due, today)}: ${clock}, ${date}${file.ownerless ? ' (chưa có người phụ trách)' : ''}`,
    body: lines.join('\n'),
  };
}

export interface OverdueLine {
  code: string;
  title: string;
  clock: Deadline['clock'];
  dueOn: PlainDate;
}

/** The morning digest while anything is overdue: one notice, all lines, oldest first. */
export function digestText(lines: readonly OverdueLine[], today: PlainDate): NoticeText {
  return {
    subject: `Việc quá hạn đến ngày ${vietnameseDay(today)}: ${lines.length}`,
    body: lines
      .map(
        (l) =>
          `${l.code} – ${l.title}: ${clocks[l.clock].vi}, hạn ${vietnameseDay(l.dueOn)}, quá ${daysBetween(l.dueOn, today)} ngày.`,
      )
      .join('\n'),
  };
}

/** The same words, for whoever stands in for the one they are meant for. */
export const forStandIn = (
  { subject, body }: NoticeText,
  { awayName, toDay }: { awayName: string; toDay: PlainDate },
): NoticeText => ({
  subject: `${subject} (thay ${awayName})`,
  body: `${body}\nBạn đang làm thay ${awayName}, nghỉ đến hết ngày ${vietnameseDay(toDay)}.`,
});
