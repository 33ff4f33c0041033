import type { Variant } from '../../domain/workflow/workflow.js';
import type { PetitionFact } from '../petition-fact.js';
import type { CountColumn } from '../report-table.js';

type Column = CountColumn<PetitionFact>;
type Takes = (fact: PetitionFact) => boolean;

/** A form that counts petitions: its columns, the sums it prints, and which petitions it is about. */
export interface PetitionForm {
  form: string;
  title: string;
  about: Takes;
  columns: Column[];
  sums: string[];
}

/** `đơn` are weighed by the letters of a case, `vụ việc` by its matters. */
const letters =
  (takes: Takes): Column['of'] =>
  (fact) =>
    takes(fact) ? fact.letters : 0;
const matters =
  (takes: Takes): Column['of'] =>
  (fact) =>
    takes(fact) ? fact.matters : 0;
const column = (key: string, vi: string, of: Column['of'], ...under: string[]): Column => ({ key, vi, under, of });

const of =
  (...variants: Variant[]) =>
  (fact: PetitionFact) =>
    variants.includes(fact.variant as Variant);
const informal: Variant[] = ['proposal', 'reflection', 'request'];
const complaint = of('complaint');
const denunciation = of('denunciation');
const suggestion = of(...informal);
const fit: Takes = (fact) => fact.fit;
const inside: Takes = (fact) => fact.fit && fact.competence === 'within';
const outside: Takes = (fact) => fact.fit && fact.competence !== 'within';
const both =
  (a: Takes, b: Takes): Takes =>
  (fact) =>
    a(fact) && b(fact);

const carried = 'Kỳ trước chuyển sang';
const inPeriod = 'Tiếp nhận trong kỳ';
const signedBy = (
  key: string,
  what: 'carriedOver' | 'received',
  signers: PetitionFact['signers'],
  under: string,
): Column =>
  column(
    key,
    { one: 'Đơn có một người đứng tên', several: 'Đơn có nhiều người đứng tên', other: 'Đơn khác' }[signers],
    letters((fact) => fact[what] && fact.signers === signers),
    'Số đơn',
    under,
  );
const total = (key = '1'): Column =>
  column(
    key,
    'Tổng số đơn',
    letters((fact) => fact.carriedOver || fact.received),
    'Số đơn',
  );
const outcome = (key: string, vi: string, state: PetitionFact['state']): Column =>
  column(
    key,
    vi,
    letters((fact) => fact.fit && fact.state === state),
    'Đủ điều kiện xử lý',
    'Theo tình trạng giải quyết',
  );

/** Every letter, whatever its source, from receipt to being routed (Biểu 01/XLD, 27 cột). */
const handling: PetitionForm = {
  form: '01/XLD',
  title: 'Tổng hợp kết quả xử lý đơn',
  about: () => true,
  columns: [
    total(),
    signedBy('2', 'carriedOver', 'one', carried),
    signedBy('3', 'carriedOver', 'several', carried),
    signedBy('4', 'carriedOver', 'other', carried),
    signedBy('5', 'received', 'one', inPeriod),
    signedBy('6', 'received', 'several', inPeriod),
    signedBy('7', 'received', 'other', inPeriod),
    column(
      '8',
      'Số đơn đã xử lý',
      letters((fact) => fact.handled),
    ),
    column('9', 'Số đơn', letters(fit), 'Đủ điều kiện xử lý'),
    column('10', 'Số vụ việc', matters(fit), 'Đủ điều kiện xử lý'),
    column('11', 'Khiếu nại', letters(both(fit, complaint)), 'Đủ điều kiện xử lý', 'Theo nội dung'),
    column('12', 'Tố cáo', letters(both(fit, denunciation)), 'Đủ điều kiện xử lý', 'Theo nội dung'),
    column('13', 'Kiến nghị, phản ánh', letters(both(fit, suggestion)), 'Đủ điều kiện xử lý', 'Theo nội dung'),
    outcome('14', 'Đã giải quyết lần đầu', 'once'),
    outcome('15', 'Đã giải quyết nhiều lần', 'again'),
    outcome('16', 'Đang giải quyết', 'under-way'),
    outcome('17', 'Chưa giải quyết', 'not-yet'),
    column('18', 'Tổng', letters(inside), 'Thuộc thẩm quyền'),
    column('19', 'Khiếu nại', letters(both(inside, complaint)), 'Thuộc thẩm quyền'),
    column('20', 'Tố cáo', letters(both(inside, denunciation)), 'Thuộc thẩm quyền'),
    column('21', 'Kiến nghị, phản ánh', letters(both(inside, suggestion)), 'Thuộc thẩm quyền'),
    column('22', 'Tổng', letters(outside), 'Không thuộc thẩm quyền'),
    ...routed('23', '24', '25'),
    column(
      '26',
      'Số văn bản phúc đáp nhận được do chuyển đơn',
      letters((fact) => fact.replied),
    ),
  ],
  sums: ['1 = 2+3+4+5+6+7', '9 = 11+12+13 = 14+15+16+17 = 18+22', '18 = 19+20+21', '22 = 23+24+25'],
};

function routed(guided: string, forwarded: string, urged: string): Column[] {
  const by = (key: string, vi: string, competence: PetitionFact['competence']) =>
    column(
      key,
      vi,
      letters((fact) => fact.fit && fact.competence === competence),
      'Không thuộc thẩm quyền',
    );
  return [
    by(guided, 'Hướng dẫn', 'guided'),
    by(forwarded, 'Chuyển đơn', 'forwarded'),
    by(urged, 'Đôn đốc giải quyết', 'urged'),
  ];
}

const fields: [string, string | null][] = [
  ['Đất đai', 'land'],
  ['Xây dựng', 'construction'],
  ['Môi trường', 'environment'],
  ['Chế độ, chính sách', 'policy'],
];

/** 02, 03 and 04/XLD: one kind of petition, by field, state and competence. */
function handlingOf(form: string, title: string, variants: Variant[]): PetitionForm {
  const mine = of(...variants);
  const about: Takes = (fact) => mine(fact);
  const byField = (key: number, vi: string, takes: Takes) =>
    column(String(key), vi, letters(both(fit, takes)), 'Đủ điều kiện xử lý', 'Theo lĩnh vực');
  const known = fields.map(([, name]) => name);
  return {
    form,
    title,
    about,
    columns: [
      column(
        '1',
        'Tổng số đơn',
        letters((fact) => fact.carriedOver || fact.received),
        'Số đơn',
      ),
      column(
        '2',
        carried,
        letters((fact) => fact.carriedOver),
        'Số đơn',
      ),
      column(
        '3',
        inPeriod,
        letters((fact) => fact.received),
        'Số đơn',
      ),
      column(
        '4',
        'Số đơn đã xử lý',
        letters((fact) => fact.handled),
      ),
      column('5', 'Số đơn', letters(fit), 'Đủ điều kiện xử lý'),
      column('6', 'Số vụ việc', matters(fit), 'Đủ điều kiện xử lý'),
      ...fields.map(([vi, name], i) => byField(7 + i, vi, (fact) => fact.field === name)),
      byField(11, 'Khác', (fact) => !known.includes(fact.field)),
      outcome('12', 'Đã giải quyết lần đầu', 'once'),
      outcome('13', 'Đã giải quyết nhiều lần', 'again'),
      outcome('14', 'Đang giải quyết', 'under-way'),
      outcome('15', 'Chưa giải quyết', 'not-yet'),
      column('16', 'Tổng', letters(inside), 'Thuộc thẩm quyền'),
      column(
        '17',
        'Lần đầu',
        letters((fact) => inside(fact) && !fact.repeated),
        'Thuộc thẩm quyền',
      ),
      column(
        '18',
        'Lần tiếp theo',
        letters((fact) => inside(fact) && fact.repeated),
        'Thuộc thẩm quyền',
      ),
      column('19', 'Tổng', letters(outside), 'Không thuộc thẩm quyền'),
      ...routed('20', '21', '22'),
      column(
        '23',
        'Số văn bản phúc đáp nhận được',
        letters((fact) => fact.replied),
      ),
    ],
    sums: ['1 = 2+3', '5 = 7+8+9+10+11 = 12+13+14+15 = 16+19', '16 = 17+18', '19 = 20+21+22'],
  };
}

/** Letters that came through reception or were handed in at the office (Biểu 02/TCD). */
const throughReception: PetitionForm = {
  form: '02/TCD',
  title: 'Tổng hợp kết quả phân loại, xử lý đơn qua tiếp công dân',
  about: ({ channel }) => channel === 'reception',
  columns: [
    column(
      '1',
      'Số đơn tiếp nhận',
      letters((fact) => fact.received),
    ),
    column('2', 'Số đơn đủ điều kiện xử lý', letters(fit)),
    column('3', 'Khiếu nại', letters(both(fit, complaint)), 'Theo nội dung'),
    column('4', 'Tố cáo', letters(both(fit, denunciation)), 'Theo nội dung'),
    column('5', 'Kiến nghị, phản ánh', letters(both(fit, suggestion)), 'Theo nội dung'),
    column(
      '6',
      'Chế độ, chính sách',
      letters((fact) => fact.fit && fact.field === 'policy'),
      'Theo lĩnh vực',
      'Hành chính',
    ),
    column(
      '7',
      'Đất đai, nhà cửa',
      letters((fact) => fact.fit && ['land', 'construction'].includes(fact.field ?? '')),
      'Theo lĩnh vực',
      'Hành chính',
    ),
    column(
      '8',
      'Khác',
      letters((fact) => fact.fit && !['policy', 'land', 'construction'].includes(fact.field ?? '')),
      'Theo lĩnh vực',
      'Hành chính',
    ),
    column('9', 'Thuộc thẩm quyền', letters(inside)),
    column(
      '10',
      'Hướng dẫn',
      letters((fact) => fact.fit && fact.competence === 'guided'),
      'Không thuộc thẩm quyền',
    ),
    column(
      '11',
      'Chuyển đơn',
      letters((fact) => fact.fit && fact.competence === 'forwarded'),
      'Không thuộc thẩm quyền',
    ),
    column(
      '12',
      'Đôn đốc giải quyết',
      letters((fact) => fact.fit && fact.competence === 'urged'),
      'Không thuộc thẩm quyền',
    ),
  ],
  sums: ['2 = 3+4+5 = 6+7+8 = 9+10+11+12'],
};

export const handlingForms: PetitionForm[] = [
  throughReception,
  handling,
  handlingOf('02/XLD', 'Tổng hợp kết quả xử lý đơn khiếu nại', ['complaint']),
  handlingOf('03/XLD', 'Tổng hợp kết quả xử lý đơn tố cáo', ['denunciation']),
  handlingOf('04/XLD', 'Tổng hợp kết quả xử lý đơn kiến nghị, phản ánh', informal),
];
