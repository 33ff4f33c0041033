/**
 * A clock is a legal time limit a workflow step starts; the law pack says which rule it follows on its trigger day.
 * Several rules under one clock are the same duty under successive laws. Each key of `rules` is one variant.
 */
interface Clock {
  vi: string;
  en: string;
  rules: {
    always?: readonly string[];
    agricultural?: readonly string[];
    nonAgricultural?: readonly string[];
    remote?: readonly string[];
  };
}

const clock = (vi: string, en: string, ...always: string[]): Clock => ({ vi, en, rules: { always } });

export const clocks = {
  // Land
  'recovery-plan': clock('Lập kế hoạch thu hồi đất', 'Draw up the recovery plan', 'nd102-recovery-plan'),
  'notice-wait': {
    vi: 'Thời gian chờ sau thông báo thu hồi đất',
    en: 'Wait after the recovery notice',
    rules: {
      agricultural: ['ld13-notice-agri', 'ld24-notice-agri', 'nq254-notice-agri'],
      nonAgricultural: ['ld13-notice-nonagri', 'ld24-notice-nonagri', 'nq254-notice-nonagri'],
    },
  },
  /** Re-issued after expiry: from 31/01/2026 the 60/120-day wait is not run again (NĐ 49/2026 Điều 13). */
  'notice-rewait': {
    vi: 'Thời gian chờ sau thông báo ban hành lại',
    en: 'Wait after a re-issued notice',
    rules: {
      agricultural: ['ld13-notice-agri', 'ld24-notice-agri', 'nq254-notice-agri', 'nd49-notice-reissue'],
      nonAgricultural: ['ld13-notice-nonagri', 'ld24-notice-nonagri', 'nq254-notice-nonagri', 'nd49-notice-reissue'],
    },
  },
  'notice-validity': clock('Hiệu lực của thông báo thu hồi đất', 'Validity of the notice', 'ld24-notice-validity'),
  'notice-unreachable': clock(
    'Thông báo cho người không liên lạc được',
    'Notice to an unreachable holder',
    'ld24-notice-unreachable',
  ),
  'inventory-persuasion': clock(
    'Vận động kiểm đếm',
    'Persuasion before compulsory inventory',
    'ld13-inventory-persuade',
    'ld24-inventory-persuade',
  ),
  'inventory-after-persuasion': clock(
    'Chờ sau vận động kiểm đếm',
    'Wait after inventory persuasion',
    'ld24-inventory-after-persuade',
  ),
  'inventory-enforcement': clock(
    'Cưỡng chế kiểm đếm',
    'Enforced inventory',
    'ld13-inventory-enforce',
    'ld24-inventory-enforce',
  ),
  'plan-posting': clock(
    'Niêm yết phương án',
    'Posting of the draft plan',
    'nd47-plan-posting',
    'ld24-plan-posting',
    'nq254-plan-posting',
  ),
  dialogue: clock('Đối thoại về phương án', 'Dialogue on the plan', 'ld24-dialogue', 'nq254-dialogue'),
  appraisal: clock('Thẩm định phương án', 'Appraisal of the plan', 'nd88-appraisal'),
  'same-day-decisions': clock(
    'Ban hành hai quyết định cùng ngày',
    'Both decisions on one day',
    'ld13-decisions-same-day',
  ),
  'plan-stale': clock(
    'Rà soát kế hoạch sử dụng đất',
    'Review of a stale land-use plan entry',
    'ld13-plan-stale',
    'ld24-plan-stale',
  ),
  payment: clock('Chi trả tiền bồi thường', 'Payment of compensation', 'ld13-payment', 'ld24-payment'),
  'late-payment': clock('Tiền chậm chi trả', 'Late-payment accrual', 'ld13-late-payment', 'ld24-late-payment'),
  deposit: clock(
    'Gửi tiền người có đất không nhận',
    'Deposit of refused money',
    'ld13-deposit-treasury',
    'ld24-deposit-bank',
  ),
  'plan-persuasion': clock('Vận động chấp hành phương án', 'Persuasion on the plan', 'ld24-plan-persuade'),
  'plan-after-persuasion': clock(
    'Chờ sau vận động phương án',
    'Wait after plan persuasion',
    'ld24-plan-after-persuade',
  ),
  'recovery-decision': clock('Ban hành quyết định thu hồi đất', 'Issue the recovery decision', 'ld24-decision'),
  'handover-persuasion': clock('Vận động bàn giao đất', 'Persuasion to hand over', 'ld24-handover-persuade'),
  'handover-after-persuasion': clock(
    'Chờ sau vận động bàn giao',
    'Wait after handover persuasion',
    'ld24-handover-after-persuade',
  ),
  enforcement: clock('Thi hành quyết định cưỡng chế', 'Carry out the enforcement decision', 'ld24-enforce-within'),
  'enforcement-blackout': clock(
    'Thời gian không được cưỡng chế',
    'No enforcement around Tết',
    'ld13-enforce-hours',
    'ld24-enforce-tet',
  ),
  'handover-after-minutes': clock(
    'Bàn giao sau biên bản chấp hành',
    'Handover after compliance minutes',
    'ld13-handover-after-minutes',
    'ld24-handover-after-minutes',
  ),
  mediation: clock('Hòa giải tranh chấp đất đai', 'Land mediation at the ward', 'ld13-mediation', 'ld24-mediation'),
  // Graves
  'grave-notice': clock(
    'Thời hạn kê khai ghi trong thông báo mộ',
    'Term printed in the grave notice',
    'practice-grave-notice',
  ),
  'grave-compensation': clock('Bồi thường di chuyển mộ', 'Compensation for moving a grave', 'nd47-grave', 'nd88-grave'),
  'grave-unclaimed': clock('Di dời mộ vô chủ', 'Moving an unclaimed grave', 'nd88-grave-unclaimed'),
  'ward-target': clock('Hạn lãnh đạo giao', 'Target set by the leaders', 'ward-target'),
  // Petitions
  'petition-processing': clock('Phân loại, xử lý đơn', 'Classify and route the petition', 'tt05-processing'),
  'first-answer': clock('Trả lời bước đầu', 'First answer', 'tcd-reply'),
  'petition-alarm': clock('Mốc 45 ngày chưa xử lý đơn', '45-day discipline alarm', 'tcd-45-days'),
  'internal-target': clock('Hạn nội bộ giải quyết kiến nghị, phản ánh', 'Internal target', 'kp-no-statutory'),
  'result-report-back': clock('Báo kết quả cho nơi chuyển đơn', 'Report the result back', 'tcd-report-back'),
  'complaint-limitation': clock('Thời hiệu khiếu nại', 'Limitation for complaining', 'kn-limitation'),
  'complaint-acceptance': clock('Thụ lý khiếu nại', 'Acceptance of the complaint', 'kn-accept', 'kn26-accept'),
  'complaint-resolution': {
    vi: 'Giải quyết khiếu nại lần đầu',
    en: 'First resolution of the complaint',
    rules: { always: ['kn-resolve1'], remote: ['kn-resolve1-remote'] },
  },
  'complaint-dialogue-notice': clock('Thông báo đối thoại', 'Notice of dialogue', 'kn26-dialogue-notice'),
  'complaint-suspension-sending': clock(
    'Gửi quyết định tạm đình chỉ, đình chỉ, tiếp tục',
    'Send the suspension decision',
    'kn26-suspend-send',
  ),
  'complaint-resume-window': clock(
    'Thời hạn khiếu nại tiếp sau đình chỉ',
    'Window to resume after stopping',
    'kn-resume-after-stop',
  ),
  'complaint-sending': clock('Gửi quyết định giải quyết khiếu nại', 'Send the decision', 'kn-send1'),
  'second-complaint-window': clock('Thời hạn khiếu nại lần hai', 'Window for a second complaint', 'kn-second-deadline'),
  'complaint-final': clock('Quyết định có hiệu lực pháp luật', 'Decision becomes final', 'kn-final1'),
  'complaint-withdrawal': clock('Xử lý đơn rút khiếu nại', 'Handle the withdrawal', 'kn-withdraw'),
  'lawsuit-window': clock('Thời hiệu khởi kiện', 'Limitation for suing', 'kn-sue'),
  'second-acceptance': clock(
    'Thụ lý khiếu nại lần hai',
    'Acceptance of the second complaint',
    'kn-accept2',
    'kn26-accept',
  ),
  'second-resolution': {
    vi: 'Giải quyết khiếu nại lần hai',
    en: 'Second resolution',
    rules: { always: ['kn-resolve2'], remote: ['kn-resolve2-remote'] },
  },
  'second-sending': clock('Gửi quyết định lần hai', 'Send the second decision', 'kn-send2'),
  'second-publishing': clock('Công khai quyết định lần hai', 'Publish the second decision', 'kn-publish2'),
  'denunciation-check': clock('Kiểm tra điều kiện thụ lý tố cáo', 'Check the denunciation', 'tc-initial'),
  'denunciation-transfer': clock('Chuyển đơn tố cáo', 'Transfer the denunciation', 'tc-transfer'),
  'denunciation-transferred-in': clock(
    'Thông báo kết quả cho nơi chuyển tố cáo',
    'Report on a transferred-in denunciation',
    'tc-transferred-in',
  ),
  'denunciation-notice': clock('Thông báo thụ lý tố cáo', 'Notify of acceptance', 'tc-notify-accept'),
  'denunciation-resolution': clock('Giải quyết tố cáo', 'Resolve the denunciation', 'tc-resolve'),
  'conclusion-sending': clock('Gửi kết luận nội dung tố cáo', 'Send the conclusion', 'tc-send-conclusion'),
  'conclusion-publishing': clock('Công khai kết luận', 'Publish the conclusion', 'tc-publish'),
  'denunciation-again': clock('Xem xét tố cáo tiếp', 'Review a further denunciation', 'tc-again'),
  'denunciation-overdue-demand': clock(
    'Báo cáo việc tố cáo quá hạn',
    'Report on an overdue denunciation',
    'tc-overdue-demand',
  ),
  'denunciation-withdrawal': clock('Xử lý đơn rút tố cáo', 'Handle the withdrawal', 'tc-withdraw'),
  // Reception
  'weekly-reception': clock('Tiếp công dân hằng tuần', 'Weekly reception', 'tcd-weekly'),
  'schedule-posting': clock('Niêm yết lịch tiếp công dân', 'Post the reception schedule', 'tcd-schedule-posting'),
  'online-reception': clock('Chuẩn bị tiếp công dân trực tuyến', 'Prepare an online reception', 'tcd-online'),
  'refusal-notice': clock('Thông báo từ chối tiếp công dân', 'Refusal notice', 'tcd-refuse-notice'),
} as const satisfies Record<string, Clock>;

export type ClockName = keyof typeof clocks;
export const isClockName = (name: string): name is ClockName => Object.hasOwn(clocks, name);

/** The wait after a persuasion, and the persuasion it follows. */
export const followed: Partial<Record<ClockName, ClockName>> = {
  'inventory-after-persuasion': 'inventory-persuasion',
  'plan-after-persuasion': 'plan-persuasion',
  'handover-after-persuasion': 'handover-persuasion',
};
