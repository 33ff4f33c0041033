import { workflows } from '../domain/kinds/registry.js';

export interface Names {
  vi: string;
  en: string;
}

/** What is written to history besides the steps of a workflow, in the officer's words. */
const outside: Record<'case' | 'account' | 'unit', Record<string, Names>> = {
  case: {
    open: { vi: 'Mở hồ sơ', en: 'Opened' },
    correct: { vi: 'Đính chính', en: 'Corrected' },
    reopen: { vi: 'Mở lại', en: 'Reopened' },
    assign: { vi: 'Phân công', en: 'Assigned' },
    release: { vi: 'Thôi phụ trách', en: 'Released' },
    link: { vi: 'Gắn hồ sơ', en: 'Tied to a case' },
    unlink: { vi: 'Bỏ gắn hồ sơ', en: 'Untied from a case' },
    merge: { vi: 'Nhập vào đơn khác', en: 'Merged into another petition' },
    'take-in-duplicate': { vi: 'Nhận đơn trùng', en: 'Took in a duplicate' },
    'undo-merge': { vi: 'Bỏ nhập đơn', en: 'Merge undone' },
    note: { vi: 'Ghi chú', en: 'Note' },
    'add-document': { vi: 'Thêm giấy tờ', en: 'Paper added' },
    'write-letter': { vi: 'Soạn văn bản', en: 'Letter written' },
    'serve-letter': { vi: 'Giao văn bản', en: 'Letter served' },
    'add-people': { vi: 'Thêm người', en: 'People added' },
    'reminder-sent': { vi: 'Đã nhắc', en: 'Reminder sent' },
    'show-case': { vi: 'Chia sẻ hồ sơ', en: 'Shown to somebody' },
    'end-show': { vi: 'Thôi chia sẻ hồ sơ', en: 'No longer shown' },
    'contact-visit': { vi: 'Thăm hộ', en: 'Visit' },
    'contact-persuasion': { vi: 'Vận động', en: 'Persuasion' },
    'contact-dialogue': { vi: 'Đối thoại', en: 'Dialogue' },
    'contact-offer': { vi: 'Đề nghị giá', en: 'Offer' },
    'take-back-contact': { vi: 'Rút lại buổi tiếp xúc', en: 'Contact taken back' },
    'read-case': { vi: 'Mở xem hồ sơ', en: 'Case read' },
    'read-secrets': { vi: 'Mở xem phần được bảo vệ', en: 'Protected part read' },
    'read-paper': { vi: 'Mở xem giấy tờ được bảo vệ', en: 'Protected paper read' },
    'read-export': { vi: 'Xuất dữ liệu', en: 'Data exported' },
    erase: { vi: 'Xóa nội dung hết hạn lưu giữ', en: 'Contents erased' },
    'legal-hold': { vi: 'Đổi việc giữ theo yêu cầu pháp lý', en: 'Legal hold changed' },
  },
  account: {
    'sign-in': { vi: 'Đăng nhập', en: 'Signed in' },
    'sign-in-refused': { vi: 'Đăng nhập bị từ chối', en: 'Sign-in refused' },
    'sign-out': { vi: 'Đăng xuất', en: 'Signed out' },
    'end-sessions': { vi: 'Kết thúc phiên đăng nhập', en: 'Sessions ended' },
    'create-account': { vi: 'Thêm tài khoản', en: 'Account created' },
    'change-account': { vi: 'Đổi tài khoản', en: 'Account changed' },
    invite: { vi: 'Mời vào làm việc', en: 'Invited' },
    'reset-password': { vi: 'Đặt lại mật khẩu', en: 'Password reset' },
    'set-password': { vi: 'Đặt mật khẩu', en: 'Password set' },
    'change-password': { vi: 'Đổi mật khẩu', en: 'Password changed' },
    'second-factor-on': { vi: 'Bật xác thực hai lớp', en: 'Second factor on' },
    'second-factor-off': { vi: 'Tắt xác thực hai lớp', en: 'Second factor off' },
    'reset-second-factor': { vi: 'Bỏ xác thực hai lớp của người khác', en: 'Second factor reset' },
    'renew-recovery-codes': { vi: 'Làm mới mã dự phòng', en: 'Recovery codes renewed' },
    'link-identity': { vi: 'Gắn với máy chủ định danh', en: 'Identity linked' },
    'unlink-identity': { vi: 'Gỡ khỏi máy chủ định danh', en: 'Identity unlinked' },
    'lift-delay': { vi: 'Cho thử đăng nhập lại ngay', en: 'Delay lifted' },
    'name-stand-in': { vi: 'Cử người thay', en: 'Stand-in named' },
    'open-calendar-feed': { vi: 'Mở địa chỉ lịch hạn', en: 'Calendar address made' },
    'end-calendar-feed': { vi: 'Hủy địa chỉ lịch hạn', en: 'Calendar address revoked' },
    'end-stand-in': { vi: 'Thôi cử người thay', en: 'Stand-in ended' },
  },
  unit: {
    'first-start': { vi: 'Khởi tạo dữ liệu', en: 'First start' },
    'register-loaded': { vi: 'Nạp sổ của phường', en: 'Register loaded' },
    'create-unit': { vi: 'Thêm đơn vị trực thuộc', en: 'Unit below created' },
    'change-unit': { vi: 'Đổi thông tin đơn vị', en: 'Unit changed' },
    'choose-webhook-events': { vi: 'Chọn sự kiện gửi webhook', en: 'Webhook events chosen' },
    'set-ladder': { vi: 'Đổi bậc nhắc hạn', en: 'Reminder rungs set' },
    'calendar-change': { vi: 'Đổi lịch nghỉ', en: 'Days off changed' },
    'keep-template': { vi: 'Thay mẫu văn bản', en: 'Letter template kept' },
    'built-in-template': { vi: 'Dùng lại mẫu có sẵn', en: 'Built-in template again' },
    import: { vi: 'Nhập từ Excel', en: 'Imported from a workbook' },
    'take-back-import': { vi: 'Rút lại lần nhập Excel', en: 'Import taken back' },
    'send-again': { vi: 'Gửi lại thông báo', en: 'Sent again' },
    'save-view': { vi: 'Lưu danh sách', en: 'List saved' },
    'change-view': { vi: 'Sửa danh sách đã lưu', en: 'Saved list changed' },
    'close-period': { vi: 'Khóa kỳ báo cáo', en: 'Report period closed' },
    'add-ward-event': { vi: 'Ghi việc của phường', en: 'Ward event recorded' },
    'remove-ward-event': { vi: 'Bỏ việc của phường', en: 'Ward event taken back' },
    'remove-view': { vi: 'Xóa danh sách đã lưu', en: 'Saved list removed' },
  },
};

const steps = new Map(workflows.map(({ kind, actions }) => [kind, actions as Record<string, Names>]));
const others = new Map(Object.values(outside).flatMap((names) => Object.entries(names)));

/** What an action is called; a step of a workflow has its name there, which depends on the kind of the case. */
export function namesOfAction(action: string, kind: string | null): Names {
  const { vi, en } = (kind === null ? undefined : steps.get(kind)?.[action]) ??
    others.get(action) ?? { vi: action, en: action };
  return { vi, en };
}

/** Every action there is, for a list to choose from. A name that several kinds share appears once, under the first. */
export function everyAction(): { name: string; group: string; vi: string; en: string }[] {
  const groups = [...Object.entries(outside), ...steps];
  const all = groups.flatMap(([group, names]) =>
    Object.entries(names).map(([name, { vi, en }]) => ({ name, group, vi, en })),
  );
  return all.filter(({ name }, i) => all.findIndex((each) => each.name === name) === i);
}
