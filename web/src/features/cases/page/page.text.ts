import { defineText } from '../../../text/language.js';

/** Words that several parts of the case page use. */
export const pageText = defineText(
  {
    phases: { open: 'đang làm', holdout: 'chưa đồng ý', waiting: 'đang chờ', closed: 'đã kết thúc' },
    variants: {
      complaint: 'Khiếu nại',
      denunciation: 'Tố cáo',
      proposal: 'Kiến nghị',
      reflection: 'Phản ánh',
      request: 'Đề nghị',
    },
    outcomes: {
      answered: 'đã trả lời',
      cancelled: 'đã hủy',
      completed: 'hoàn thành',
      concluded: 'đã kết luận',
      decided: 'đã giải quyết',
      donated: 'đã hiến đất',
      'project-cancelled': 'dừng do hủy dự án',
      filed: 'lưu đơn',
      guided: 'đã hướng dẫn',
      'not-accepted': 'không thụ lý',
      'not-settled': 'hòa giải không thành',
      'petition-opened': 'đã mở hồ sơ đơn',
      refused: 'từ chối',
      relocated: 'đã di chuyển',
      settled: 'hòa giải thành',
      stopped: 'đình chỉ',
      transferred: 'đã chuyển',
      withdrawn: 'đã rút',
    },
    contacts: { visit: 'Thăm hộ', persuasion: 'Vận động', dialogue: 'Đối thoại', offer: 'Đề nghị giá' },
    matters: { inventory: 'kiểm đếm', plan: 'phương án, nhận tiền', handover: 'bàn giao mặt bằng', grave: 'di dời mộ' },
    roles: { holder: 'Người có đất', kin: 'Thân nhân', petitioner: 'Người gửi đơn', signatory: 'Người cùng ký' },
    ownerless: 'chưa có người phụ trách',
    days: (n: number) => `${n} ngày`,
  },
  {
    phases: { open: 'open', holdout: 'not agreed', waiting: 'waiting', closed: 'closed' },
    variants: {
      complaint: 'Complaint',
      denunciation: 'Denunciation',
      proposal: 'Proposal',
      reflection: 'Reflection',
      request: 'Request',
    },
    outcomes: {
      answered: 'answered',
      cancelled: 'cancelled',
      completed: 'completed',
      concluded: 'concluded',
      decided: 'decided',
      donated: 'land donated',
      'project-cancelled': 'project cancelled',
      filed: 'filed',
      guided: 'guided',
      'not-accepted': 'not accepted',
      'not-settled': 'mediation failed',
      'petition-opened': 'petition opened',
      refused: 'refused',
      relocated: 'relocated',
      settled: 'settled',
      stopped: 'stopped',
      transferred: 'transferred',
      withdrawn: 'withdrawn',
    },
    contacts: { visit: 'Visit', persuasion: 'Persuasion', dialogue: 'Dialogue', offer: 'Offer' },
    matters: { inventory: 'inventory', plan: 'plan and money', handover: 'handover', grave: 'moving the grave' },
    roles: { holder: 'Landholder', kin: 'Kin', petitioner: 'Petitioner', signatory: 'Signatory' },
    ownerless: 'nobody has it',
    days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
  },
);

/** The word for a key of a list, or nothing: a code name is never shown. */
export const wordOf = (words: object, key: string | null | undefined): string =>
  key ? ((words as Record<string, string | undefined>)[key] ?? '') : '';
