/** Words of React Aria that a screen reader says; keys as in the library. */
export const ariaVietnamese: Record<string, string> = {
  dismiss: 'Đóng',
  close: 'Đóng',
  clear: 'Xóa',
  selectedCount: 'Đã chọn',
  selectPlaceholder: 'Chọn một mục',
  buttonLabel: 'Hiện các lựa chọn',
  listboxLabel: 'Các lựa chọn',
  longPressMessage: 'Nhấn giữ hoặc nhấn Alt và mũi tên xuống để mở',
  select: 'Chọn',
  selectAll: 'Chọn tất cả',
  removeButtonLabel: 'Bỏ',
  removeDescription: 'Nhấn Delete để bỏ',
};
