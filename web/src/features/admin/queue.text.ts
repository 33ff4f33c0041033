import { defineText } from '../../text/language.js';

export const queueText = defineText(
  {
    title: 'Hàng đợi và nhắc việc',
    about: 'Tự kiểm tra lại mỗi 30 giây.',
    good: 'Mọi thứ đang chạy. Không cần làm gì.',
    bad: 'Có chỗ không chạy. Hồ sơ vẫn lưu được nếu cơ sở dữ liệu còn chạy; nhắc việc có thể đến trễ cho đến khi sửa xong.',
    checks: { database: 'Cơ sở dữ liệu', queue: 'Hàng đợi', sweep: 'Lần quét nhắc việc' },
    ok: 'đang chạy',
    failed: 'không chạy',
    lastGood: (at: string) => `lần tốt gần nhất: ${at}`,
    mend: {
      database: 'Kiểm tra máy chủ cơ sở dữ liệu, dung lượng đĩa, rồi khởi động lại chương trình.',
      queue:
        'Kiểm tra hàng đợi (Redis hoặc cơ sở dữ liệu) đã cấu hình; việc đang chờ không mất, sẽ chạy khi hàng đợi trở lại.',
      sweep: 'Quá 26 giờ chưa quét nhắc việc: khởi động lại chương trình, nó quét ngay khi khởi động.',
    },
    verbatim: 'Máy báo',
  },
  {
    title: 'Queue and reminders',
    about: 'Checked again every 30 seconds.',
    good: 'Everything runs. Nothing to do.',
    bad: 'Something does not run. Cases can be saved while the database runs; reminders may be late until this is mended.',
    checks: { database: 'Database', queue: 'Queue', sweep: 'Reminder sweep' },
    ok: 'runs',
    failed: 'does not run',
    lastGood: (at: string) => `last good one: ${at}`,
    mend: {
      database: 'Check the database server and the disk, then restart the program.',
      queue:
        'Check the configured queue (Redis or database); waiting work is not lost, it runs when the queue is back.',
      sweep: 'No sweep for more than 26 hours: restart the program, it sweeps on start.',
    },
    verbatim: 'The machine says',
  },
);
