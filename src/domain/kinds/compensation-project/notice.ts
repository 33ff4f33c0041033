import type { Actions } from '../../workflow/workflow.js';
import { staff } from '../roles.js';
import { beforeApproval, type ProjectState } from './states.js';

/** From the request to the notice and the start of the inventory. */
export const noticeActions: Actions<ProjectState> = {
  'adopt-recovery-plan': {
    vi: 'Ghi kế hoạch thu hồi đất',
    en: 'Adopt the recovery plan',
    from: ['preparing'],
    to: 'recovery_planned',
    by: staff,
    needs: ['project-request', 'recovery-plan'],
    onFile: ['project-request'],
    stops: ['recovery-plan'],
  },
  'hold-meeting': {
    vi: 'Họp phổ biến với người dân',
    en: 'Hold the meeting',
    from: ['recovery_planned'],
    to: 'meeting_held',
    by: staff,
    needs: ['meeting-minutes'],
  },
  'issue-notice': {
    vi: 'Ban hành thông báo thu hồi đất',
    en: 'Issue the notice',
    from: ['meeting_held'],
    to: 'notice_issued',
    by: staff,
    needs: ['recovery-notice', 'landholder-list', 'posting-minutes'],
    fields: ['landUse'],
    onFile: ['landholder-list', 'landUse'],
    may: ['areaNotifiedM2', 'decisionNumber'],
    starts: ['notice-wait', 'notice-validity'],
  },
  'start-inventory': {
    vi: 'Bắt đầu kiểm đếm',
    en: 'Start the inventory',
    from: ['notice_issued'],
    to: 'inventory',
    by: staff,
  },
  'waive-notice': {
    vi: 'Ghi văn bản đồng ý thu hồi sớm',
    en: 'Record consent to early recovery',
    by: staff,
    aside: true,
    from: [...beforeApproval, 'approved', 'paying'],
    needs: ['notice-waiver'],
    waives: ['notice-wait', 'notice-rewait'],
  },
};
