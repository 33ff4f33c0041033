import type { Actions } from '../../workflow/workflow.js';
import { staff } from '../roles.js';
import { beforeApproval, type ProjectState } from './states.js';

/** What may befall a project on its way: an expired notice, a standstill, another rule set, its end. */
export const standstillActions: Actions<ProjectState> = {
  'report-notice-expired': {
    vi: 'Ghi nhận thông báo hết hiệu lực',
    en: 'Report the notice expired',
    by: staff,
    to: 'suspended',
    from: [...beforeApproval, 'approved', 'paying'],
    aside: true,
    afterIfStarted: ['notice-validity'],
    stops: ['notice-validity', 'plan-posting', 'dialogue', 'appraisal', 'same-day-decisions'],
  },
  /** The notice goes on running out while a project stands still: no law stops its validity. */
  suspend: {
    vi: 'Tạm dừng dự án',
    en: 'Suspend',
    by: staff,
    to: 'suspended',
    aside: true,
    from: beforeApproval,
    fields: ['reason'],
    may: ['returnOn'],
    stops: ['plan-posting', 'dialogue', 'appraisal'],
  },
  /** The steps done are gone through again on the papers in the file; from 31/01/2026 without a new wait (NĐ 49/2026 Điều 13). */
  'reissue-notice': {
    vi: 'Ban hành lại thông báo thu hồi đất',
    en: 'Re-issue the notice',
    from: ['suspended'],
    to: 'notice_issued',
    by: staff,
    needs: ['reissued-notice'],
    fields: ['landUse'],
    onFile: ['landUse'],
    may: ['decisionNumber'],
    stops: ['notice-validity'],
    starts: ['notice-rewait', 'notice-validity'],
  },
  cancel: {
    vi: 'Hủy dự án, hủy thông báo',
    en: 'Cancel',
    from: ['preparing', 'recovery_planned', 'notice_issued', 'suspended'],
    to: 'cancelled',
    by: ['supervisor'],
    aside: true,
    needs: ['cancellation-decision'],
    fields: ['reason'],
    answered: [],
    stops: 'all',
    outcome: 'cancelled',
  },
  /** A project with some plans approved by 31/01/2026 follows the rules the province selects (NĐ 49/2026 Điều 19 khoản 2). */
  'choose-rule-set': {
    vi: 'Ghi bộ quy định do tỉnh lựa chọn',
    en: 'Record the rule set selected',
    by: staff,
    from: [...beforeApproval, 'approved', 'paying', 'handing_over', 'enforcing', 'suspended'],
    aside: true,
    needs: ['rule-set-selection'],
    fields: ['ruleSet', 'decisionNumber'],
  },
};
