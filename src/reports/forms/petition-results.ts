import type { Part } from '../carried-out.js';
import type { PetitionFact } from '../petition-fact.js';
import type { CellType, CountColumn } from '../report-table.js';
import type { PetitionForm } from './petition-handling.js';

type Column = CountColumn<PetitionFact>;

const column = (key: string, vi: string, of: Column['of'], under: string[] = [], type?: CellType): Column => ({
  key,
  vi,
  under,
  of,
  ...(type && { type }),
});
const one = (takes: (fact: PetitionFact) => boolean): Column['of'] => takes;
/** How a matter ended and whether in time: parts of `Số vụ việc`, so weighed as that is. */
const matters =
  (takes: (fact: PetitionFact) => boolean): Column['of'] =>
  (fact) =>
    takes(fact) ? fact.matters : 0;
/** A sum entered with the decisions that were made within the period. */
const asked =
  (name: string): Column['of'] =>
  (fact) =>
    fact.settled === 'decision' ? fact.asked[name]! : 0;
const settled = ['Đã giải quyết'];
const asks = ['Kiến nghị qua giải quyết'];
const inTime = ['Chấp hành thời gian giải quyết'];

const shared: Column[] = [
  column('1', 'Tổng số vụ việc', (fact) => (fact.toSettle ? fact.matters : 0), ['Phải giải quyết']),
  column('2', 'Kỳ trước chuyển sang', (fact) => (fact.toSettle === 'carried' ? fact.matters : 0), ['Phải giải quyết']),
  column('3', 'Phát sinh trong kỳ', (fact) => (fact.toSettle === 'new' ? fact.matters : 0), ['Phải giải quyết']),
  column('4', 'Số đơn', (fact) => (fact.settled ? fact.letters : 0), settled),
  column('5', 'Số vụ việc', (fact) => (fact.settled ? fact.matters : 0), settled),
];
const money: Column[] = [
  column('13', 'Tiền (đồng)', asked('stateMoneyVnd'), [...asks, 'Thu hồi cho Nhà nước'], 'vnd'),
  column('14', 'Đất (m²)', asked('stateLandM2'), [...asks, 'Thu hồi cho Nhà nước'], 'area'),
  column('15', 'Tiền (đồng)', asked('peopleMoneyVnd'), [...asks, 'Trả lại cho tổ chức, cá nhân'], 'vnd'),
  column('16', 'Đất (m²)', asked('peopleLandM2'), [...asks, 'Trả lại cho tổ chức, cá nhân'], 'area'),
  column('17', 'Số người được trả lại quyền lợi', asked('peopleHelped'), asks),
  column('18', 'Lãnh đạo', asked('leadersToDiscipline'), [...asks, 'Xử lý hành chính']),
  column('19', 'Công chức, viên chức', asked('staffToDiscipline'), [...asks, 'Xử lý hành chính']),
  column('20', 'Số vụ', asked('mattersToPolice'), [...asks, 'Chuyển cơ quan điều tra']),
  column('21', 'Số người', asked('personsToPolice'), [...asks, 'Chuyển cơ quan điều tra']),
  column(
    '22',
    'Đúng hạn',
    matters((fact) => fact.settled !== null && !fact.late),
    inTime,
  ),
  column(
    '23',
    'Quá hạn',
    matters((fact) => fact.settled !== null && fact.late),
    inTime,
  ),
];
const found = (finding: string) => matters((fact) => fact.settled === 'decision' && fact.finding === finding);

const complaints: PetitionForm = {
  form: '01/KQGQ',
  title: 'Tổng hợp kết quả giải quyết khiếu nại',
  about: ({ variant }) => variant === 'complaint',
  columns: [
    ...shared,
    column(
      '6',
      'Bằng quyết định',
      matters((fact) => fact.settled === 'decision'),
      settled,
    ),
    column(
      '7',
      'Rút khiếu nại qua giải thích, thuyết phục',
      matters((fact) => fact.settled === 'withdrawn'),
      settled,
    ),
    column(
      '8',
      'Đình chỉ, không thụ lý',
      matters((fact) => fact.settled === 'stopped'),
      settled,
    ),
    column('9', 'Khiếu nại đúng', found('right'), ['Kết quả giải quyết lần đầu']),
    column('10', 'Khiếu nại sai', found('wrong'), ['Kết quả giải quyết lần đầu']),
    column('11', 'Có đúng, có sai', found('partly-right'), ['Kết quả giải quyết lần đầu']),
    column(
      '12',
      'Đã có quyết định giải quyết lần hai',
      matters((fact) => fact.second),
    ),
    ...money,
  ],
  sums: ['1 = 2+3', '5 = 6+7+8 = 22+23', '6 = 9+10+11'],
};

const denunciations: PetitionForm = {
  form: '03/KQGQ',
  title: 'Tổng hợp kết quả giải quyết tố cáo',
  about: ({ variant }) => variant === 'denunciation',
  columns: [
    ...shared,
    column(
      '6',
      'Có kết luận',
      matters((fact) => fact.settled === 'decision'),
      settled,
    ),
    column(
      '7',
      'Rút tố cáo',
      matters((fact) => fact.settled === 'withdrawn'),
      settled,
    ),
    column(
      '8',
      'Đình chỉ, không thụ lý',
      matters((fact) => fact.settled === 'stopped'),
      settled,
    ),
    column('9', 'Tố cáo đúng', found('right'), ['Kết quả giải quyết']),
    column('10', 'Tố cáo sai', found('wrong'), ['Kết quả giải quyết']),
    column('11', 'Có đúng, có sai', found('partly-right'), ['Kết quả giải quyết']),
    column(
      '12',
      'Tố cáo tiếp',
      matters((fact) => fact.settled !== null && fact.repeated),
    ),
    ...money,
  ],
  sums: ['1 = 2+3', '5 = 6+7+8 = 22+23', '6 = 9+10+11'],
};

/** 02 and 04/KQGQ: what decisions and conclusions in force ask for, and what was carried out within the period. */
function carryingOut(form: string, title: string, variant: PetitionFact['variant']): PetitionForm {
  const pair = (key: number, under: string[], part: Part, type?: CellType): Column[] => [
    column(String(key), 'Phải thực hiện', (fact) => (fact.inForce ? fact.left[part] : 0), under, type),
    column(String(key + 1), 'Đã thực hiện', (fact) => fact.done[part], under, type),
  ];
  return {
    form,
    title,
    about: (fact) => fact.variant === variant,
    columns: [
      column(
        '1',
        'Phải tổ chức thực hiện',
        one((fact) => fact.inForce),
        ['Quyết định, kết luận có hiệu lực'],
      ),
      column(
        '2',
        'Đã thực hiện trong kỳ',
        one((fact) => fact.carriedOut),
        ['Quyết định, kết luận có hiệu lực'],
      ),
      ...pair(3, ['Thu hồi cho Nhà nước', 'Tiền (đồng)'], 'stateMoneyDoneVnd', 'vnd'),
      ...pair(5, ['Thu hồi cho Nhà nước', 'Đất (m²)'], 'stateLandDoneM2', 'area'),
      ...pair(7, ['Trả lại cho tổ chức, cá nhân', 'Tiền (đồng)'], 'peopleMoneyDoneVnd', 'vnd'),
      ...pair(9, ['Trả lại cho tổ chức, cá nhân', 'Đất (m²)'], 'peopleLandDoneM2', 'area'),
      column('11', 'Phải xử lý', (fact) => (fact.inForce ? fact.left.officialsHandled : 0), [
        'Cán bộ, công chức bị xử lý',
      ]),
      column('12', 'Đã xử lý', (fact) => fact.done.officialsHandled, ['Cán bộ, công chức bị xử lý']),
    ],
    sums: [],
  };
}

export const resultForms: PetitionForm[] = [
  complaints,
  carryingOut('02/KQGQ', 'Tổng hợp kết quả thi hành quyết định giải quyết khiếu nại có hiệu lực', 'complaint'),
  denunciations,
  carryingOut('04/KQGQ', 'Tổng hợp kết quả thực hiện kết luận nội dung tố cáo', 'denunciation'),
];
