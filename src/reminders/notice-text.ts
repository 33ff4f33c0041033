import type { Deadline } from '../deadlines/deadline.entity.js';
import { proofInWords } from '../domain/deadlines/due-date.js';
import { clocks } from '../domain/law/clocks.js';
import { isDuty, isWait, type RuleKind } from '../domain/law/rule.js';
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

/** Only a duty is late. A wait is over, a time for complaining has ended, and the last day of anything else is past. */
function remaining(kind: RuleKind, due: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, due);
  if (isWait(kind)) {
    if (days > 0) return `Còn chờ ${days} ngày`;
    return days === 0 ? 'Hết thời gian chờ hôm nay' : `Đã hết thời gian chờ từ ${-days} ngày trước`;
  }
  if (days > 0) return `Còn ${days} ngày`;
  if (isDuty(kind)) return days === 0 ? 'Đến hạn hôm nay' : `Quá hạn ${-days} ngày`;
  // Not "hết hiệu lực" for all of them: a decision comes into force as its thirty days end (Luật Khiếu nại 2011, Điều 44).
  if (kind !== 'limitation') return days === 0 ? 'Hôm nay là ngày cuối' : `Ngày cuối đã qua ${-days} ngày`;
  return days === 0 ? 'Hết thời hạn hôm nay' : `Đã hết thời hạn từ ${-days} ngày trước`;
}

const reviews = {
  recalled: 'Quy định này ghi theo trí nhớ, cần cán bộ pháp chế kiểm lại.',
  found: 'Quy định này cần đối chiếu với bản gốc.',
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
    ...(deadline.proof?.rolledFrom && isDuty(deadline.kind)
      ? [`Nên xong trước ngày làm việc cuối cùng an toàn: ${vietnameseDay(deadline.proof.lastSafeWorkingDay)}.`]
      : []),
    ...(deadline.proof?.needsReview ? [reviews[deadline.proof.basis]] : []),
    ...(file.ownerless ? ['Hồ sơ không có người đang phụ trách: hãy phân công.'] : []),
  ];
  return {
    subject: `[${file.code}] ${remaining(deadline.kind, due, today)}: ${clock}, ${date}${file.ownerless ? ' (chưa có người phụ trách)' : ''}`,
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
