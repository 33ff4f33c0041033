import { defineText } from '../../text/language.js';

export const adminText = defineText(
  {
    title: 'Quản trị',
    adminOnly: 'Chỉ người quản trị mở được trang này. Cần đổi gì, hãy báo người quản trị của phường.',
    toWork: 'Về việc của tôi',
    noTab: 'Không có mục này. Hãy chọn một mục ở trên.',
    tabs: {
      'nguoi-dung': 'Người dùng',
      'don-vi': 'Đơn vị',
      lich: 'Lịch nghỉ',
      'quy-dinh': 'Quy định',
      'bac-nhac': 'Bậc nhắc',
      'gui-di': 'Gửi đi',
      'hang-doi': 'Hàng đợi',
    },
  },
  {
    title: 'Administration',
    adminOnly: "Only administrators may open this page. Ask your ward's administrator for changes.",
    toWork: 'Back to my work',
    noTab: 'There is no such tab. Choose one above.',
    tabs: {
      'nguoi-dung': 'Users',
      'don-vi': 'Ward',
      lich: 'Calendar',
      'quy-dinh': 'Rules',
      'bac-nhac': 'Reminder ladders',
      'gui-di': 'Deliveries',
      'hang-doi': 'Queue',
    },
  },
);

export const roleText = defineText(
  {
    names: {
      clerk: 'Công chức tiếp công dân',
      officer: 'Cán bộ địa chính',
      supervisor: 'Lãnh đạo',
      auditor: 'Kiểm tra',
      admin: 'Quản trị',
    },
    may: {
      clerk: 'Nhận đơn, ghi sổ tiếp công dân, phân loại đơn.',
      officer: 'Làm hồ sơ dự án, hộ, mộ và đơn được giao.',
      supervisor: 'Phân công, quyết định, xem bảng điều hành; được báo khi quá hạn.',
      auditor: 'Đọc mọi hồ sơ và nhật ký truy cập của đơn vị; không sửa gì.',
      admin: 'Đặt người dùng, lịch nghỉ, bậc nhắc; không xem hồ sơ.',
    },
  },
  {
    names: {
      clerk: 'Reception clerk',
      officer: 'Land officer',
      supervisor: 'Supervisor',
      auditor: 'Auditor',
      admin: 'Administrator',
    },
    may: {
      clerk: 'Receives petitions, keeps the reception book, classifies.',
      officer: 'Works on the projects, households, graves and petitions assigned.',
      supervisor: 'Assigns, decides, reads the board; hears of what is overdue.',
      auditor: 'Reads every case and the access log of the unit; changes nothing.',
      admin: 'Sets up users, calendar and reminders; sees no case.',
    },
  },
);
export const roleNames = ['clerk', 'officer', 'supervisor', 'auditor', 'admin'] as const;
