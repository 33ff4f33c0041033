import { defineText } from '../../text/language.js';

export const ladderText = defineText(
  {
    title: 'Bậc nhắc trước hạn',
    about:
      'Người phụ trách được nhắc lúc 07:30 sáng làm việc, trước ngày đến hạn số ngày dưới đây. Quá hạn thì nhắc hằng ngày và báo lãnh đạo, không đặt ở đây.',
    default: 'Mặc định cho mọi quy định',
    find: 'Tìm quy định',
    show: 'Hiện',
    own: 'Có bậc riêng',
    empty: 'Không có quy định nào khớp. Hãy bớt chữ tìm hoặc chọn "Tất cả".',
    emptyOwn:
      'Chưa quy định nào có bậc riêng: tất cả theo mặc định. Chọn "Tất cả" rồi bấm "Đổi bậc" ở quy định cần nhắc khác đi.',
    rule: 'Quy định',
    ladder: 'Nhắc',
    do: 'Thao tác',
    ofDefault: 'mặc định',
    ownBadge: 'bậc riêng',
    change: 'Đổi bậc',
    changeOf: (rule: string) => `Đổi bậc nhắc: ${rule}`,
    days: 'Nhắc trước bao nhiêu ngày',
    daysHint: 'Các số ngày cách nhau bằng dấu phẩy, 0 là đúng ngày đến hạn. Ví dụ: 10, 5, 2, 0. Nhiều nhất 10 bậc.',
    badDays: 'Hãy gõ các số nguyên từ 0 đến 365, cách nhau bằng dấu phẩy, nhiều nhất 10 số.',
    before: (days: string) => `trước ${days} ngày`,
    onDay: 'đúng ngày đến hạn',
    and: ' và ',
    never: 'không nhắc trước hạn',
    says: (words: string) => `Sẽ nhắc: ${words}.`,
    follow: 'Nhắc việc chưa gửi của mọi hồ sơ đang chạy quy định này sẽ theo bậc mới ngay khi lưu.',
    neverAsk:
      'Để trống nghĩa là không ai được nhắc trước hạn của quy định này, chỉ biết khi đã quá hạn. Bấm Lưu lần nữa để xác nhận.',
    toDefault: 'Dùng lại mặc định',
    saved: (words: string) => `Đã lưu. Nhắc: ${words}.`,
  },
  {
    title: 'Reminders before a date',
    about:
      'The handler is reminded at 07:30 on working mornings, this many days before the due date. What is overdue is reminded of daily and told to supervisors; that is not set here.',
    default: 'Default for every rule',
    find: 'Find a rule',
    show: 'Show',
    own: 'With a ladder of its own',
    empty: 'No rule matches. Shorten the search or choose "All".',
    emptyOwn:
      'No rule has a ladder of its own: all follow the default. Choose "All", then "Change" at the rule to be reminded of differently.',
    rule: 'Rule',
    ladder: 'Reminders',
    do: 'Actions',
    ofDefault: 'default',
    ownBadge: 'own ladder',
    change: 'Change',
    changeOf: (rule: string) => `Reminders of: ${rule}`,
    days: 'How many days before',
    daysHint: 'Numbers of days separated by commas, 0 is the due day itself. For example: 10, 5, 2, 0. At most 10.',
    badDays: 'Type whole numbers from 0 to 365, separated by commas, at most 10.',
    before: (days: string) => `${days} days before`,
    onDay: 'on the due day',
    and: ' and ',
    never: 'none before the date',
    says: (words: string) => `Reminders: ${words}.`,
    follow: 'Reminders not yet sent follow the new ladder at once, in every case under this rule.',
    neverAsk: 'Empty means nobody is reminded before this date, only once it is overdue. Press Save again to confirm.',
    toDefault: 'Back to the default',
    saved: (words: string) => `Saved. Reminders: ${words}.`,
  },
);

type Words = typeof ladderText.vi;

/** `[10, 5, 0]` → "trước 10, 5 ngày và đúng ngày đến hạn". */
export function ladderWords(days: readonly number[], t: Words): string {
  const early = days.filter((each) => each > 0);
  const parts = [early.length > 0 && t.before(early.join(', ')), days.includes(0) && t.onDay].filter(Boolean);
  return parts.length > 0 ? parts.join(t.and) : t.never;
}

/** What was typed, each number once, from the earliest reminder; nothing when it cannot be read. */
export function readLadder(typed: string): number[] | undefined {
  const parts = typed.split(/[,;\s]+/).filter(Boolean);
  if (parts.length > 10 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 365)) return undefined;
  return [...new Set(parts.map(Number))].sort((a, b) => b - a);
}
