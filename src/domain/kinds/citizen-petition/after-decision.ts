import type { Actions } from '../../workflow/workflow.js';
import { chair, desk } from '../roles.js';
import { carriedOut, formal, type PetitionState } from './states.js';

/** What follows a decision on a complaint: sending, a second complaint, a lawsuit, finality. */
export const afterDecisionActions: Actions<PetitionState> = {
  /** Both rights count from the day the decision reaches the complainant; without that day, from the sending. */
  'send-decision': {
    vi: 'Gửi quyết định giải quyết',
    en: 'Send the decision',
    from: ['decided'],
    to: 'sent',
    by: desk,
    for: ['complaint'],
    needs: ['sending-record'],
    may: ['servedOn'],
    stops: ['complaint-sending'],
    starts: [
      { clock: 'second-complaint-window', from: 'servedOn' },
      { clock: 'lawsuit-window', from: 'servedOn' },
    ],
  },
  'record-receipt': {
    vi: 'Ghi ngày người khiếu nại nhận quyết định',
    en: 'Record the receipt',
    from: ['sent'],
    by: desk,
    for: ['complaint'],
    aside: true,
    fields: ['servedOn'],
    starts: [
      { clock: 'second-complaint-window', from: 'servedOn' },
      { clock: 'lawsuit-window', from: 'servedOn' },
    ],
  },
  /** The terms of the second resolution bind the body above, so they are not counted here. */
  'record-second-complaint': {
    vi: 'Ghi nhận khiếu nại lần hai',
    en: 'Record a second complaint',
    from: ['sent'],
    to: 'second_instance',
    by: desk,
    for: ['complaint'],
    aside: true,
    fields: ['competentBody'],
    stops: ['second-complaint-window', 'complaint-final'],
  },
  'record-lawsuit': {
    vi: 'Ghi nhận khởi kiện',
    en: 'Record a lawsuit',
    from: ['sent'],
    to: 'court',
    by: desk,
    for: ['complaint'],
    aside: true,
    needs: ['lawsuit-notice'],
    stops: ['second-complaint-window', 'lawsuit-window'],
  },
  'record-final': {
    vi: 'Ghi quyết định có hiệu lực',
    en: 'Record it final',
    from: ['sent'],
    to: 'final',
    by: chair,
    for: ['complaint'],
    fields: ['servedOn'],
    onFile: ['servedOn'],
    // Nobody complained again while he could (Luật Khiếu nại 2011 Điều 33, Điều 44).
    afterIfStarted: ['complaint-final', 'second-complaint-window'],
    stops: ['second-complaint-window', 'complaint-final'],
  },
  'record-second-decision': {
    vi: 'Ghi quyết định giải quyết lần hai',
    en: 'Record the second decision',
    from: ['second_instance'],
    to: 'final',
    by: desk,
    for: ['complaint'],
    needs: ['second-decision'],
  },
  /** Of a decision in force, or of a conclusion: counted in the tables 02 and 04/KQGQ. */
  'record-carrying-out': {
    vi: 'Ghi kết quả thi hành',
    en: 'Record what was carried out',
    from: ['final', 'sent'],
    by: desk,
    for: formal,
    aside: true,
    may: carriedOut,
  },
  'record-judgment': {
    vi: 'Ghi bản án, quyết định của Tòa án',
    en: 'Record the judgment',
    from: ['court'],
    to: 'final',
    by: desk,
    for: ['complaint'],
    needs: ['judgment'],
  },
};
