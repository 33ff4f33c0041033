import type { Login, Ward } from '../support/ward.js';
import { act, makeCase, type MadeCase } from '../support/make-case.js';

type Step = [action: string, on: string, fields?: object, login?: Login];

/** The shortest lawful way from a new case to a finished one, for each kind; a case opened on 02/03/2026 is closed by 30/06/2026. */
const roads: Record<string, { given: object; steps: Step[] }> = {
  'compensation-project': {
    given: { on: '2026-03-02' },
    steps: [['cancel', '2026-03-20', { reason: 'Thử' }, 'lanh-dao']],
  },
  'household-file': {
    given: { on: '2026-03-02' },
    steps: [
      ['donate-land', '2026-03-10', { areaDonatedM2: '12.5' }],
      ['close', '2026-03-20'],
    ],
  },
  'grave-relocation': {
    given: { on: '2026-03-02' },
    steps: [
      ['announce', '2026-03-03', { noticeDays: 5 }],
      ['report-no-kin', '2026-03-10'],
      ['confirm-unclaimed', '2026-03-11'],
      ['approve-unclaimed-plan', '2026-03-12'],
      ['relocate-unclaimed', '2026-03-13'],
      ['record-exhumation', '2026-03-16'],
      ['record-reburial', '2026-03-17', { newPlot: 'Lô A, hàng 1, số 1' }],
      ['confirm-relocation', '2026-03-18'],
      ['close', '2026-03-20'],
    ],
  },
  'citizen-petition': {
    given: { on: '2026-03-13' },
    steps: [
      ['start-classification', '2026-03-16'],
      ['find-ineligible', '2026-03-17', { reason: 'Đơn không có chữ ký' }],
      ['file', '2026-03-20'],
    ],
  },
  'reception-session': {
    given: { on: '2026-03-02', fields: { sessionOn: '2026-03-19' } },
    steps: [
      ['post', '2026-03-10'],
      ['hold', '2026-03-19', { host: 'Phó Chủ tịch' }],
      ['record-no-visitor', '2026-03-19'],
      ['close', '2026-03-20'],
    ],
  },
};

export const newCase = (ward: Ward, kind: string, given: object = {}): Promise<MadeCase> =>
  makeCase(ward.as('can-bo'), kind, { ...roads[kind]!.given, ...given });

/** A case of the kind that ended on 20/03/2026. */
export async function closedCase(ward: Ward, kind: string, given: object = {}): Promise<MadeCase> {
  let file = await newCase(ward, kind, given);
  for (const [action, on, fields, login = 'can-bo'] of roads[kind]!.steps)
    file = await act(ward.as(login), kind, file, action, on, fields);
  return file;
}
