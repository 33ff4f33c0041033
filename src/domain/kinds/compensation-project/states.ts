import type { State } from '../../workflow/workflow.js';

export const states = {
  preparing: { vi: 'Chuẩn bị, nhận đề nghị', en: 'Preparing', phase: 'open' },
  recovery_planned: { vi: 'Có kế hoạch thu hồi đất', en: 'Recovery planned', phase: 'open' },
  meeting_held: { vi: 'Họp phổ biến với người dân', en: 'Meeting held', phase: 'open' },
  notice_issued: { vi: 'Đã ra thông báo thu hồi đất', en: 'Notice issued', phase: 'open' },
  inventory: { vi: 'Đang kiểm đếm, xác nhận nguồn gốc', en: 'Inventory', phase: 'open' },
  plan_drafted: { vi: 'Lập phương án', en: 'Plan drafted', phase: 'open' },
  plan_posted: { vi: 'Niêm yết phương án', en: 'Plan posted', phase: 'waiting' },
  consultation: { vi: 'Lấy ý kiến, đối thoại', en: 'Consultation', phase: 'open' },
  plan_adjusting: { vi: 'Điều chỉnh, bổ sung phương án', en: 'Plan being adjusted', phase: 'open' },
  appraisal: { vi: 'Thẩm định', en: 'Appraisal', phase: 'waiting' },
  approved: { vi: 'Đã phê duyệt', en: 'Approved', phase: 'open' },
  paying: { vi: 'Chi trả', en: 'Paying', phase: 'open' },
  handing_over: { vi: 'Thu hồi đất, nhận bàn giao', en: 'Recovery and handover', phase: 'open' },
  enforcing: { vi: 'Cưỡng chế', en: 'Enforcing', phase: 'holdout' },
  completed: { vi: 'Hoàn thành', en: 'Completed', phase: 'closed' },
  suspended: { vi: 'Tạm dừng, thông báo hết hiệu lực', en: 'Suspended', phase: 'waiting' },
  cancelled: { vi: 'Hủy', en: 'Cancelled', phase: 'closed' },
} as const satisfies Record<string, State>;

export type ProjectState = keyof typeof states;

/** From the notice to the approval of the plan. */
export const beforeApproval = [
  'notice_issued',
  'inventory',
  'plan_drafted',
  'plan_posted',
  'consultation',
  'plan_adjusting',
  'appraisal',
] as const satisfies ProjectState[];
