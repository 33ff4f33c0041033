import type { ClockName } from '../../law/clocks.js';
import type { FieldName } from '../../workflow/fields.js';
import type { ClockStart, State, Variant } from '../../workflow/workflow.js';

export const states = {
  received: { vi: 'Tiếp nhận, vào sổ', en: 'Received', phase: 'open' },
  classified: { vi: 'Phân loại', en: 'Classified', phase: 'open' },
  mixed: { vi: 'Đơn nhiều nội dung', en: 'Mixed contents', phase: 'open' },
  ineligible: { vi: 'Không đủ điều kiện xử lý', en: 'Ineligible', phase: 'open' },
  returned_guided: { vi: 'Không thuộc thẩm quyền: đã hướng dẫn', en: 'Returned with guidance', phase: 'open' },
  transferred: { vi: 'Không thuộc thẩm quyền: đã chuyển', en: 'Transferred', phase: 'open' },
  answer_awaited: { vi: 'Chờ cơ quan nhận đơn trả lời', en: 'Awaiting the answer', phase: 'waiting' },
  filed: { vi: 'Lưu đơn', en: 'Filed', phase: 'closed' },
  // Complaint and denunciation
  checking: { vi: 'Kiểm tra điều kiện thụ lý', en: 'Checking', phase: 'open' },
  not_accepted: { vi: 'Không thụ lý', en: 'Not accepted', phase: 'open' },
  accepted: { vi: 'Đã thụ lý', en: 'Accepted', phase: 'open' },
  verifying: { vi: 'Xác minh', en: 'Verifying', phase: 'open' },
  suspended: { vi: 'Tạm đình chỉ', en: 'Suspended', phase: 'waiting' },
  withdrawn: { vi: 'Rút đơn', en: 'Withdrawn', phase: 'open' },
  stopped: { vi: 'Đình chỉ', en: 'Stopped', phase: 'open' },
  sent: { vi: 'Đã gửi kết quả', en: 'Result sent', phase: 'waiting' },
  // Complaint
  dialogue: { vi: 'Đối thoại', en: 'Dialogue', phase: 'open' },
  decided: { vi: 'Đã có quyết định giải quyết', en: 'Decided', phase: 'open' },
  second_instance: { vi: 'Khiếu nại lần hai', en: 'Second complaint', phase: 'waiting' },
  court: { vi: 'Khởi kiện', en: 'In court', phase: 'waiting' },
  final: { vi: 'Có hiệu lực, thi hành', en: 'Final', phase: 'open' },
  // Denunciation
  extended: { vi: 'Gia hạn giải quyết', en: 'Extended', phase: 'open' },
  concluded: { vi: 'Đã có kết luận', en: 'Concluded', phase: 'open' },
  denounced_again: { vi: 'Tố cáo tiếp', en: 'Denounced again', phase: 'open' },
  // Proposal, reflection, request
  assigned: { vi: 'Giao xử lý', en: 'Assigned', phase: 'open' },
  site_check: { vi: 'Kiểm tra thực tế', en: 'Site check', phase: 'open' },
  answered: { vi: 'Đã trả lời', en: 'Answered', phase: 'open' },
  repeated: { vi: 'Lặp lại, không có tình tiết mới', en: 'Repeated', phase: 'open' },
  refused: { vi: 'Từ chối', en: 'Refused', phase: 'open' },
  mediation: { vi: 'Hòa giải đất đai', en: 'Land mediation', phase: 'open' },
  settled: { vi: 'Hòa giải thành', en: 'Settled', phase: 'open' },
  not_settled: { vi: 'Hòa giải không thành', en: 'Not settled', phase: 'open' },
  closed: { vi: 'Đóng hồ sơ', en: 'Closed', phase: 'closed' },
} as const satisfies Record<string, State>;

export type PetitionState = keyof typeof states;

/** Kinds with a procedure set by law, and those without. */
export const formal: readonly Variant[] = ['complaint', 'denunciation'];
export const informal: readonly Variant[] = ['proposal', 'reflection', 'request'];

/** What runs from receipt until the petition is accepted, routed, filed or answered. */
export const intake: readonly ClockName[] = ['petition-processing', 'first-answer', 'petition-alarm'];

/** What runs beside it until a denunciation is accepted, transferred or refused. */
export const denunciationIntake: readonly ClockName[] = ['denunciation-check', 'denunciation-transfer'];

/** Who is told the result: only whoever sent it on and may ask for it (Luật Tiếp công dân 2013 Điều 27 khoản 2). */
export const reportBack: ClockStart = {
  clock: 'result-report-back',
  when: { field: 'channel', is: ['board-or-deputy'] },
};

/** What a decision or conclusion asks for, and what was carried out of it: the tables of results count them. */
export const broughtBy: readonly FieldName[] = [
  'stateMoneyVnd',
  'stateLandM2',
  'peopleMoneyVnd',
  'peopleLandM2',
  'peopleHelped',
  'leadersToDiscipline',
  'staffToDiscipline',
  'mattersToPolice',
  'personsToPolice',
];
export const carriedOut = [
  'stateMoneyDoneVnd',
  'stateLandDoneM2',
  'peopleMoneyDoneVnd',
  'peopleLandDoneM2',
  'officialsHandled',
] as const satisfies FieldName[];
