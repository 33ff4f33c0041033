import type { Actions } from '../../workflow/workflow.js';
import { staff } from '../roles.js';
import type { GraveState } from './states.js';

/** Kin who come when the grave counts as unclaimed, or has been moved. */
export const lateClaimActions: Actions<GraveState> = {
  'record-late-claim': {
    vi: 'Nhận đơn của thân nhân xuất hiện sau',
    en: 'Record a late claim',
    from: ['unclaimed_confirmed', 'reburied', 'confirmed'],
    to: 'late_claim',
    by: staff,
    aside: true,
    needs: ['late-claim-petition'],
    fields: ['kin'],
  },
  /** Kin found before the move are kin like any other: the grave is inventoried and paid for, not moved as unclaimed. */
  'accept-late-claim': {
    vi: 'Nhận thân nhân khi mộ chưa di dời',
    en: 'Accept kin before the move',
    from: ['late_claim'],
    unlessFiled: ['exhumation-minutes'],
    to: 'declared',
    by: staff,
    needs: ['grave-declaration', 'kinship-proof'],
    fields: ['kin'],
    onFile: ['kinship-proof', 'kin'],
    stops: ['grave-unclaimed'],
  },
  'hand-over-grave': {
    vi: 'Giao vị trí mộ cho thân nhân',
    en: 'Hand over the grave',
    from: ['late_claim'],
    to: 'confirmed',
    by: staff,
    needs: ['exhumation-minutes', 'reburial-record', 'kinship-proof', 'grave-handover-minutes'],
    onFile: ['exhumation-minutes', 'reburial-record', 'kinship-proof'],
    stops: 'all',
  },
};
