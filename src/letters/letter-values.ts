import type { CaseView } from '../cases/case.view.js';
import { lawPack } from '../deadlines/law-files.js';
import type { ClockFacts } from '../domain/law/law-pack.js';
import type { Rule } from '../domain/law/rule.js';
import { moneyInWords } from '../domain/money-and-area.js';
import { vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { holdoutReasons, valueInWords } from '../domain/workflow/fields.js';
import { datePlaceLine, fullName, overTwoLines } from '../office/paper.js';
import type { LetterValues } from './fill-template.js';
import { nameKey } from './letter-fields.js';
import { clocksOf, type LetterKind } from './letter-kinds.js';
import { writtenNumber } from './letter-number.js';

/** What a letter says of itself, beside what the case says. */
export interface AboutLetter {
  unit: { name: string; parent: string | null };
  on: PlainDate;
  /** Absent in a preview. */
  number?: number;
  signer: { capacity: string; name: string };
  /** Typed in by the officer; they go before what the case says. */
  typed: Readonly<Record<string, string>>;
  clockFacts: ClockFacts;
  /** A term that begins with the letter. */
  term?: { dueOn: PlainDate; rule: Rule };
}

const variants: Record<string, string> = {
  complaint: 'khiếu nại',
  denunciation: 'tố cáo',
  proposal: 'kiến nghị',
  reflection: 'phản ánh',
  request: 'đề nghị',
};
const roles = { holder: 'Người có đất', kin: 'Thân nhân', petitioner: 'Người gửi đơn', signatory: 'Người cùng ký' };
const contacts = { visit: 'Thăm hộ', persuasion: 'Vận động', dialogue: 'Đối thoại', offer: 'Đề nghị giá' };

/** `Lương Sơn` of `UBND phường Lương Sơn`: the place a paper is dated from. */
const placeOf = (unit: string): string =>
  fullName(unit)
    .replace(/^Ủy ban nhân dân\s+/i, '')
    .replace(/^(phường|xã|thị trấn|đặc khu)\s+/i, '');

const grouped = (whole: string) => whole.replace(/\B(?=(\d{3})+$)/g, '.');
/** `7.918,4` of `"7918.4"`. */
const area = (text: string) => {
  const [whole = '', fraction] = text.split('.');
  return grouped(whole) + (fraction ? `,${fraction}` : '');
};
const day = (on: string | null | undefined) => (on ? vietnameseDay(on as PlainDate) : '');

/** `Điều 28 Luật Khiếu nại 2011 (02/2011/QH13)`; an article the law pack is not sure of is left out, the act stays. */
export const citation = ({ article, act }: Pick<Rule, 'article' | 'act'>): string =>
  /^—|cần kiểm lại|chưa xác định|theo ghi nhớ/.test(article) ? act : `${article} ${act}`;

/** The rules the letter rests on: those its clocks follow in this case, or would on that day. */
export function basisRules(
  letter: LetterKind,
  file: CaseView,
  { on, clockFacts }: Pick<AboutLetter, 'on' | 'clockFacts'>,
) {
  const rules = clocksOf(letter.bases, file).flatMap((clock) => {
    const started = file.clocks.filter((each) => each.clock === clock).at(-1);
    return (started ? lawPack.rule(started.rule.id) : lawPack.ruleFor(clock, on, clockFacts)) ?? [];
  });
  // What is custom and no law is no legal basis.
  return [...new Set(rules)].filter(({ article }) => article !== '—');
}

/** The values of every field for one case. Nothing is guessed: what the case does not hold stays empty. */
export function valuesFor(letter: LetterKind, file: CaseView, about: AboutLetter): LetterValues {
  const { unit, on, number, signer, typed } = about;
  const held = new Map(file.fields.map(({ name, value }) => [name, value]));
  const text = (name: (typeof file.fields)[number]['name']) => {
    const value = held.get(name);
    return value === undefined || value === null ? '' : valueInWords(name, value);
  };
  const people = (role: keyof typeof roles) => file.people.filter((person) => person.role === role);
  const [petitioner] = people('petitioner');
  const [holder] = people('holder');
  const [kin] = people('kin');
  const written = /^\d+$/.exec((typed['Số tiền'] ?? '').replace(/[.\s]|đồng$/g, ''));
  const amount = written ? Number(written[0]) : (file.amountVnd ?? (held.get('amountVnd') as number | undefined));
  const term =
    letter.terms
      .map((clock) => file.clocks.filter((each) => each.clock === clock && each.dueOn).at(-1))
      .find((clock) => clock !== undefined) ?? about.term;
  const parcels = text('parcel')
    .split(/\s*[;,]\s*/)
    .filter(Boolean);
  const names: Record<string, string | null | undefined> = {
    'Cơ quan cấp trên': unit.parent ? overTwoLines(unit.parent) : '',
    'Tên đơn vị ở đầu văn bản': overTwoLines(unit.name),
    'Tên đơn vị': fullName(unit.name),
    'Địa danh': placeOf(unit.name),
    'Số văn bản': letter.symbol === null ? '' : number === undefined ? '……' : writtenNumber(number),
    'Ký hiệu': letter.symbol,
    'Địa danh và ngày tháng': datePlaceLine(placeOf(unit.name), on),
    'Ngày văn bản': day(on),
    'Thể thức ký': signer.capacity,
    'Người ký': signer.name,
    'Mã hồ sơ': file.code,
    'Tên hồ sơ': file.title,
    'Tình trạng': file.stateVi,
    'Cán bộ thụ lý': file.assignee?.name,
    'Tổ dân phố': file.residentialGroupName,
    'Ngày mở hồ sơ': day(file.openedOn),
    'Ngày hết hạn': day(term?.dueOn),
    'Căn cứ thời hạn': term && citation(term.rule),
    'Người gửi đơn': petitioner?.name,
    'Địa chỉ người gửi đơn': petitioner?.address,
    'Điện thoại người gửi đơn': petitioner?.phone,
    'Người khiếu nại': file.variant === 'complaint' ? petitioner?.name : '',
    'Loại đơn': file.variant && variants[file.variant],
    'Ngày nhận đơn': day(text('receivedOn')),
    'Nơi nhận đơn': text('channel'),
    'Lĩnh vực': text('field'),
    'Nội dung đơn': text('content').replace(/[.\s]+$/, ''),
    'Cơ quan có thẩm quyền': text('competentBody'),
    'Lý do': text('reason').replace(/[.\s]+$/, ''),
    'Mức độ': text('grade'),
    'Ngày đối thoại': day(text('dialogueOn')),
    'Ngày dự kiến tiếp tục': day(text('returnOn')),
    'Chủ hộ': holder?.name,
    'Địa chỉ chủ hộ': holder?.address,
    'Dự án': file.kind === 'compensation-project' ? file.title : file.links.project?.title,
    'Chủ đầu tư': text('investor'),
    'Tờ - thửa': text('parcel'),
    'Loại đất': text('landUse'),
    'Diện tích': area(text('areaM2')),
    'Diện tích thu hồi': area(text('areaRecoveredM2')),
    'Diện tích hiến': area(text('areaDonatedM2')),
    'Số tiền': amount === undefined ? '' : grouped(String(amount)),
    'Số tiền bằng chữ': amount === undefined ? '' : moneyInWords(amount),
    'Lý do chưa đồng ý': file.holdoutReason && holdoutReasons[file.holdoutReason as keyof typeof holdoutReasons],
    'Diễn giải lý do': text('reasonNote'),
    'Người làm chứng': text('witnesses'),
    'Số mộ': text('graveNumber'),
    'Người dưới mộ': text('deceased'),
    'Loại mộ': text('graveKind'),
    'Thân nhân': kin?.name ?? text('kin'),
    'Địa chỉ thân nhân': kin?.address,
    'Ngày bốc mộ': day(text('plannedMoveOn')),
    'Ngày bốc mộ (âm lịch)': text('plannedMoveLunar'),
    'Vị trí mới': text('newPlot'),
    ...typed,
  };
  return {
    values: keyed(names),
    rows: {
      [nameKey('Căn cứ')]: basisRules(letter, file, about).map((rule) => keyed({ 'Quy định': citation(rule) })),
      [nameKey('Thửa đất')]: parcels.map((parcel) =>
        keyed({ 'Tờ - thửa': parcel, 'Diện tích thửa': parcels.length === 1 ? area(text('areaM2')) : '' }),
      ),
      [nameKey('Những người')]: file.people.map(({ name, role, address, phone }) =>
        keyed({ 'Họ tên': name, 'Vai trò': roles[role], 'Địa chỉ': address, 'Điện thoại': phone }),
      ),
      [nameKey('Thời hạn')]: file.clocks.map(({ vi, triggerOn, dueOn, rule }) =>
        keyed({
          'Tên thời hạn': vi,
          'Tính từ ngày': day(triggerOn),
          'Đến hạn ngày': day(dueOn),
          'Quy định': citation(rule),
        }),
      ),
      [nameKey('Lần tiếp xúc')]: file.contacts.map(({ type, onDay, reason, note }) =>
        keyed({
          'Ngày tiếp xúc': day(onDay),
          'Hình thức': contacts[type],
          'Lý do nêu': reason && holdoutReasons[reason as keyof typeof holdoutReasons],
          'Ghi chú': note,
        }),
      ),
      [nameKey('Giấy tờ')]: file.documents.map(({ nameVi, number, onDay }) =>
        keyed({ 'Tên giấy tờ': nameVi, 'Số giấy tờ': number, 'Ngày giấy tờ': day(onDay) }),
      ),
    },
  };
}

/** Whom the letter goes to, for the book of outgoing letters. */
export function addresseeOf(letter: LetterKind, file: CaseView): string | null {
  const body = file.fields.find(({ name }) => name === 'competentBody')?.value;
  if (letter.id === 'transfer-slip' && body) return String(body);
  const first = file.people.find(({ role }) => role !== 'signatory');
  return first?.name ?? null;
}

const keyed = (names: Record<string, string | null | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).map(([name, value]) => [nameKey(name), value ?? '']));
