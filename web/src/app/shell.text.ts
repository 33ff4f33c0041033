import { defineText } from '../text/language.js';

export const shellText = defineText(
  {
    skip: 'Đến nội dung chính',
    nav: 'Các màn hình',
    find: 'Tìm hồ sơ, người, màn hình',
    profile: 'Trang cá nhân',
    notices: (unread: number) => (unread > 0 ? `Thông báo: ${unread} chưa đọc` : 'Thông báo'),
    theme: { light: 'Nền sáng', dark: 'Nền tối' },
    places: {
      work: 'Việc của tôi',
      board: 'Bảng điều hành',
      cases: 'Hồ sơ',
      holdouts: 'Chưa đồng ý',
      projects: 'Dự án',
      graves: 'Di chuyển mộ',
      intake: 'Nhận đơn',
      reception: 'Tiếp công dân',
      calculator: 'Tính hạn',
      admin: 'Quản trị',
    },
  },
  {
    skip: 'Skip to the content',
    nav: 'Screens',
    find: 'Find a case, a person, a screen',
    profile: 'Your page',
    notices: (unread: number) => (unread > 0 ? `Notices: ${unread} unread` : 'Notices'),
    theme: { light: 'Light', dark: 'Dark' },
    places: {
      work: 'My work',
      board: 'Board',
      cases: 'Cases',
      holdouts: 'Holdouts',
      projects: 'Projects',
      graves: 'Graves',
      intake: 'Petition intake',
      reception: 'Reception',
      calculator: 'Date calculator',
      admin: 'Administration',
    },
  },
);
