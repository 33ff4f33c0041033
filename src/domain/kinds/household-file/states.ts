import type { ClockName } from '../../law/clocks.js';
import type { State } from '../../workflow/workflow.js';

export const states = {
  listed: { vi: 'Đã lập danh sách', en: 'Listed', phase: 'open' },
  notified: { vi: 'Đã giao thông báo', en: 'Notified', phase: 'open' },
  unreachable: { vi: 'Không liên lạc được', en: 'Unreachable', phase: 'holdout' },
  declared: { vi: 'Đã kê khai', en: 'Declared', phase: 'open' },
  not_consenting: { vi: 'Không đồng ý kê khai, kiểm đếm', en: 'Refuses inventory', phase: 'holdout' },
  persuading_inventory: { vi: 'Đang vận động kiểm đếm', en: 'Persuading on inventory', phase: 'holdout' },
  inventory_compulsory: {
    vi: 'Có quyết định kiểm đếm bắt buộc',
    en: 'Compulsory inventory ordered',
    phase: 'holdout',
  },
  inventory_enforced: { vi: 'Cưỡng chế kiểm đếm', en: 'Inventory enforced', phase: 'holdout' },
  inventoried: { vi: 'Đã kiểm đếm', en: 'Inventoried', phase: 'open' },
  legal_file_problem: { vi: 'Vướng hồ sơ pháp lý', en: 'Legal file problem', phase: 'holdout' },
  disputed: { vi: 'Đang tranh chấp', en: 'Disputed', phase: 'holdout' },
  origin_confirmed: { vi: 'Đã xác nhận nguồn gốc, đủ điều kiện', en: 'Origin confirmed', phase: 'open' },
  plan_proposed: { vi: 'Đã vào phương án, niêm yết', en: 'In the posted plan', phase: 'waiting' },
  plan_objected: { vi: 'Không đồng ý phương án', en: 'Objects to the plan', phase: 'holdout' },
  plan_adjusting: { vi: 'Điều chỉnh phương án', en: 'Plan being adjusted', phase: 'holdout' },
  plan_approved: { vi: 'Đã phê duyệt', en: 'Plan approved', phase: 'open' },
  paid: { vi: 'Đã nhận tiền', en: 'Paid', phase: 'open' },
  refuses_money: { vi: 'Không nhận tiền', en: 'Refuses the money', phase: 'holdout' },
  persuading_plan: {
    vi: 'Đang vận động nhận tiền, chấp hành phương án',
    en: 'Persuading on the plan',
    phase: 'holdout',
  },
  money_deposited: { vi: 'Đã gửi tiền', en: 'Money deposited', phase: 'holdout' },
  recovered: { vi: 'Đã có quyết định thu hồi', en: 'Recovery decided', phase: 'open' },
  refuses_handover: { vi: 'Không bàn giao', en: 'Refuses handover', phase: 'holdout' },
  persuading_handover: { vi: 'Đang vận động bàn giao', en: 'Persuading to hand over', phase: 'holdout' },
  enforcement_decided: { vi: 'Có quyết định cưỡng chế', en: 'Enforcement decided', phase: 'holdout' },
  enforcement_blocked: { vi: 'Chưa thể cưỡng chế', en: 'Enforcement blocked', phase: 'holdout' },
  complied: { vi: 'Chấp hành sau quyết định cưỡng chế', en: 'Complied', phase: 'open' },
  enforced: { vi: 'Đã cưỡng chế', en: 'Enforced', phase: 'open' },
  handed_over: { vi: 'Đã bàn giao mặt bằng', en: 'Handed over', phase: 'open' },
  cancelled: { vi: 'Dừng do hủy dự án', en: 'Project cancelled', phase: 'closed' },
  closed: { vi: 'Đóng hồ sơ', en: 'Closed', phase: 'closed' },
} as const satisfies Record<string, State>;

export type HouseholdState = keyof typeof states;

/** The holder has not been paid, nor the money deposited for him. */
export const beforePayment = [
  ...(['listed', 'notified', 'unreachable', 'declared', 'not_consenting', 'persuading_inventory'] as const),
  ...(['inventory_compulsory', 'inventory_enforced', 'inventoried', 'legal_file_problem', 'disputed'] as const),
  ...(['origin_confirmed', 'plan_proposed', 'plan_objected', 'plan_adjusting', 'plan_approved'] as const),
  ...(['refuses_money', 'persuading_plan'] as const),
] satisfies HouseholdState[];

/** The notice is served, and recovery not yet decided. */
export const noticed: readonly HouseholdState[] = [
  ...beforePayment.filter((state) => state !== 'listed' && state !== 'unreachable'),
  ...(['paid', 'money_deposited'] as const),
];

/** Recovery is decided, and the land still to be handed over. */
export const toHandOver = [
  'recovered',
  'refuses_handover',
  'persuading_handover',
  'enforcement_decided',
  'enforcement_blocked',
  'complied',
  'enforced',
] as const satisfies HouseholdState[];

/** What is handed over stays so when the file is closed. */
export const handedOver = ['handed_over', 'closed'] as const satisfies HouseholdState[];
export const isHandedOver = (state: string): boolean => handedOver.some((name) => name === state);

/** From the recovery decision until the file is closed. */
export const afterRecovery = [...toHandOver, 'handed_over'] as const satisfies HouseholdState[];

/** What ends when the holder is paid, or the money deposited for him. */
export const money: readonly ClockName[] = ['payment', 'late-payment', 'deposit'];

/** What ends with the recovery decision. */
export const recovery: readonly ClockName[] = ['notice-wait', 'notice-rewait', 'notice-validity', 'same-day-decisions'];
