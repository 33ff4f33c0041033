import { defineText } from '../../../text/language.js';

export const shortcutsText = defineText(
  {
    title: 'Phím tắt của danh sách',
    key: 'Phím',
    does: 'Việc',
    or: 'hoặc',
    rows: {
      next: 'Xuống một dòng',
      previous: 'Lên một dòng',
      select: 'Chọn hoặc bỏ chọn dòng; giữ Shift để chọn cả đoạn',
      open: 'Mở hồ sơ',
      act: 'Mở hồ sơ ở bước làm được đầu tiên',
      assign: 'Phân công dòng này hoặc các hồ sơ đã chọn',
      search: 'Tìm trong danh sách',
      find: 'Tìm hồ sơ, người, màn hình ở bất cứ đâu',
      help: 'Bảng phím tắt này',
    },
  },
  {
    title: 'Keyboard shortcuts of the list',
    key: 'Key',
    does: 'What it does',
    or: 'or',
    rows: {
      next: 'One row down',
      previous: 'One row up',
      select: 'Choose the row or not; hold Shift for a range',
      open: 'Open the case',
      act: 'Open the case at the first step open to you',
      assign: 'Assign this row or the chosen cases',
      search: 'Search the list',
      find: 'Find a case, a person, a screen from anywhere',
      help: 'This table',
    },
  },
);
