import { defineText } from '../../text/language.js';

export const webhookEventsText = defineText(
  {
    title: 'Sự kiện gửi sang hệ thống khác',
    about:
      'Mỗi việc đã chọn được gửi ngay sau khi ghi: mã hồ sơ, việc gì, ngày nào, cán bộ nào; không có nội dung hay tên người dân.',
    group: (title: string, on: number, all: number) => `${title}: ${on}/${all}`,
    all: 'Tất cả',
    saved: (n: number) => (n === 0 ? 'Đã lưu. Không gửi sự kiện nào.' : `Đã lưu. Từ nay gửi ${n} loại sự kiện.`),
    failing: (behind: number, why: string, next: string) =>
      `Còn ${behind} mục nhật ký chưa gửi được (${why}). Thử lại lúc ${next}; bấm Lưu để thử ngay.`,
  },
  {
    title: 'Events for another system',
    about:
      'Whatever is chosen is posted once it is written: code of the case, what was done, on which day, by which official; nothing of its content and no citizen by name.',
    group: (title: string, on: number, all: number) => `${title}: ${on}/${all}`,
    all: 'All',
    saved: (n: number) => (n === 0 ? 'Saved. No event is sent.' : `Saved. From now on ${n} kinds of event are sent.`),
    failing: (behind: number, why: string, next: string) =>
      `${behind} entries not sent yet (${why}). Next try at ${next}; press Save to try now.`,
  },
);
