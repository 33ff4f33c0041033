import type { State } from '../../workflow/workflow.js';

export const states = {
  identified: { vi: 'Phát hiện, đánh số mộ', en: 'Identified', phase: 'open' },
  announced: { vi: 'Đã thông báo kê khai', en: 'Announced', phase: 'waiting' },
  declared: { vi: 'Thân nhân đã kê khai', en: 'Declared by kin', phase: 'open' },
  claim_disputed: { vi: 'Nhiều người cùng nhận', en: 'Claim disputed', phase: 'holdout' },
  inventoried: { vi: 'Đã kiểm đếm', en: 'Inventoried', phase: 'open' },
  unclaimed_candidate: { vi: 'Chưa có thân nhân', en: 'No kin found yet', phase: 'open' },
  unclaimed_confirmed: { vi: 'Xác định mộ vô chủ', en: 'Confirmed unclaimed', phase: 'open' },
  plan_approved: { vi: 'Đã duyệt kinh phí', en: 'Plan approved', phase: 'open' },
  paid: { vi: 'Đã chi trả', en: 'Paid', phase: 'open' },
  refuses: { vi: 'Không đồng ý di dời', en: 'Refuses to move', phase: 'holdout' },
  relocating_by_authority: { vi: 'Phường, đơn vị tổ chức di dời', en: 'Relocating by the authority', phase: 'open' },
  exhumed: { vi: 'Đã bốc mộ', en: 'Exhumed', phase: 'open' },
  reburied: { vi: 'Đã cải táng', en: 'Reburied', phase: 'open' },
  confirmed: { vi: 'Đã xác nhận hoàn thành', en: 'Confirmed done', phase: 'open' },
  late_claim: { vi: 'Thân nhân xuất hiện sau', en: 'Late claim by kin', phase: 'open' },
  cancelled: { vi: 'Dừng do hủy dự án', en: 'Project cancelled', phase: 'closed' },
  closed: { vi: 'Đóng hồ sơ', en: 'Closed', phase: 'closed' },
} as const satisfies Record<string, State>;

export type GraveState = keyof typeof states;
