import { useQuery } from '@tanstack/react-query';
import { everydayWords } from '../../../text/everyday-words.js';
import { day, moment, money } from '../../../text/format.js';
import { defineText, useNames, useText } from '../../../text/language.js';
import { useCaseNames } from '../case-names.js';
import type { FieldValue } from '../step-draft.js';
import { colleaguesQuery, residentialGroupsQuery } from './case-query.js';
import type { CaseView, ContactView, HistoryLine, PersonView, WorkflowView } from './case-types.js';
import { pageText, wordOf } from './page.text.js';

const text = defineText(
  {
    title: 'Tên hồ sơ',
    assignee: 'Người phụ trách',
    nobody: 'chưa có ai',
    residentialGroup: 'Tổ dân phố',
    project: 'Dự án',
    household: 'Hồ sơ hộ',
    firstPetition: 'Đơn lần đầu',
    otherCase: 'hồ sơ khác',
    untied: 'không gắn',
    lastStepOn: 'Ngày của bước cuối',
    closedOn: 'Kết thúc ngày',
    outcome: 'Kết quả',
    restart: 'Tính lại thời hạn',
    nothing: 'không tính lại thời hạn nào',
    into: 'Nhập vào đơn',
    duplicate: 'Đơn trùng',
    main: 'Đơn chính',
    keepsReceipt: 'Giữ ngày nhận của đơn chính',
    receivedAt: 'Thời điểm nhận',
    matter: 'Vận động về việc',
    contact: 'Buổi tiếp xúc',
    takenBack: 'đã rút lại',
    people: 'Người',
    document: 'Giấy tờ',
    file: 'Tệp',
    quoting: 'Gửi kèm đơn',
    recipient: 'Người nhận',
    subject: 'Nội dung nhắc',
    number: (number: string) => `số ${number}`,
    dated: (on: string) => `ngày ${on}`,
    variant: 'Loại đơn',
    letter: 'Văn bản số',
    letterVersion: 'Bản soạn lại',
    how: 'Cách giao',
    to: 'Người nhận',
    by: 'Người giao',
    ways: {
      'handed-over': 'Giao trực tiếp',
      posted: 'Gửi bưu điện',
      'refused-before-witnesses': 'Không nhận, có người làm chứng',
      'left-at-home': 'Để lại nơi ở',
    },
  },
  {
    title: 'Title',
    assignee: 'Assignee',
    nobody: 'nobody',
    residentialGroup: 'Residential group',
    project: 'Project',
    household: 'Household file',
    firstPetition: 'First petition',
    otherCase: 'another case',
    untied: 'not tied',
    lastStepOn: 'Day of the last step',
    closedOn: 'Closed on',
    outcome: 'Outcome',
    restart: 'Clocks started again',
    nothing: 'none',
    into: 'Merged into',
    duplicate: 'Duplicate petition',
    main: 'Main petition',
    keepsReceipt: 'Keeps the receipt of the main petition',
    receivedAt: 'Received at',
    matter: 'Persuasion on',
    contact: 'Contact',
    takenBack: 'taken back',
    people: 'People',
    document: 'Paper',
    file: 'File',
    quoting: 'Came with petition',
    recipient: 'Recipient',
    subject: 'Reminder',
    number: (number: string) => `no. ${number}`,
    dated: (on: string) => `of ${on}`,
    variant: 'Kind of petition',
    letter: 'Letter no.',
    letterVersion: 'Version',
    how: 'How served',
    to: 'To whom',
    by: 'By whom',
    ways: {
      'handed-over': 'Handed over',
      posted: 'Posted',
      'refused-before-witnesses': 'Refused before witnesses',
      'left-at-home': 'Left at home',
    },
  },
);

export interface ChangeInWords {
  label: string;
  before: string;
  after: string;
}
type Words = Readonly<Record<string, string | undefined>>;
type Values = Record<string, unknown>;
interface Paper {
  name?: string;
  number?: string;
  on?: string;
}

/** Before and after of a history line in the officer's words; what has no words is left out, never shown as code. */
export function useHistoryWords(file: CaseView, workflow: WorkflowView) {
  const t = useText(text);
  const p = useText(pageText);
  const c = useText(everydayWords);
  const name = useNames();
  const names = useCaseNames();
  const { data: accounts = [] } = useQuery(colleaguesQuery);
  const { data: groups = [] } = useQuery(residentialGroupsQuery);
  const accountName = (id: unknown) =>
    id === null || id === undefined ? t.nobody : (accounts.find((a) => a.id === id)?.name ?? c.none);
  const paper = ({ name = '', number, on }: Paper) =>
    [
      names.document(name, (workflow.documentNames as Words)[name] ?? ''),
      number && t.number(number),
      on && t.dated(day(on)),
    ]
      .filter(Boolean)
      .join(', ');
  const caseWord = (value: unknown) => (value === null ? t.untied : typeof value === 'string' ? value : t.otherCase);
  const clock = (key: string) => {
    const known = file.clocks.find((each) => each.clock === key);
    return known ? name(known) : ((workflow.clockNames as Words)[key] ?? '');
  };
  const fieldWord = (name: string, value: unknown) =>
    names.value({ field: name, ...workflow.fieldSpecs[name]! }, value as FieldValue);

  const contactWord = ({ type, matter, onDay, amountVnd, reason, note }: Partial<ContactView>) =>
    [
      [wordOf(p.contacts, type), matter && `– ${wordOf(p.matters, matter)}`, t.dated(day(onDay))]
        .filter(Boolean)
        .join(' '),
      money(amountVnd),
      reason && fieldWord('holdoutReason', reason),
      note,
    ]
      .filter(Boolean)
      .join('; ');

  const own: Record<string, { label: string; word(value: unknown): string }> = {
    title: { label: t.title, word: String },
    assigneeId: { label: t.assignee, word: accountName },
    residentialGroupId: { label: t.residentialGroup, word: (id) => groups.find((g) => g.id === id)?.name ?? c.none },
    project: { label: t.project, word: caseWord },
    household: { label: t.household, word: caseWord },
    'first-petition': { label: t.firstPetition, word: caseWord },
    lastStepOn: { label: t.lastStepOn, word: (on) => day(String(on)) },
    closedOn: { label: t.closedOn, word: (on) => day(String(on)) },
    outcome: { label: t.outcome, word: (key) => wordOf(p.outcomes, String(key)) },
    variant: { label: t.variant, word: (key) => wordOf(p.variants, String(key)) },
    restart: { label: t.restart, word: (list) => (list as string[]).map(clock).join(', ') || t.nothing },
    into: { label: t.into, word: String },
    duplicate: { label: t.duplicate, word: String },
    main: { label: t.main, word: String },
    keepsReceipt: { label: t.keepsReceipt, word: (yes) => (yes ? c.yes : c.no) },
    receivedAt: { label: t.receivedAt, word: (at) => moment(String(at)) },
    matter: { label: t.matter, word: (key) => wordOf(p.matters, String(key)) },
    contact: { label: t.contact, word: (contact) => contactWord(contact as Partial<ContactView>) },
    people: {
      label: t.people,
      word: (list) =>
        (list as ({ id: number } & Partial<PersonView>)[])
          .map(({ id, role, name = file.people.find((person) => person.personId === id)?.name, phone, address }) =>
            [name, wordOf(p.roles, role), phone, address].filter(Boolean).join(' – '),
          )
          .join('; '),
    },
    document: { label: t.document, word: (name) => paper({ name: String(name) }) },
    documents: { label: t.document, word: (list) => (list as Paper[]).map(paper).filter(Boolean).join('; ') },
    fileName: { label: t.file, word: String },
    quoting: { label: t.quoting, word: String },
    recipientId: { label: t.recipient, word: accountName },
    subject: { label: t.subject, word: String },
    letter: { label: t.letter, word: String },
    letterVersion: { label: t.letterVersion, word: String },
    how: { label: t.how, word: (key) => wordOf(t.ways, String(key)) },
    to: { label: t.to, word: String },
    by: { label: t.by, word: String },
  };

  return (line: HistoryLine): ChangeInWords[] => {
    const after = line.after ?? {};
    const contact = line.action.startsWith('contact-');
    // What a holder says replaces the reason noted before.
    const before = contact ? { reason: after.reason && line.before?.holdoutReason } : (line.before ?? {});
    if (line.action === 'calendar-change') return movedDates(before, after, clock);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
      // Opening repeats the title the page shows already.
      if (line.action === 'open' && name === 'title') return [];
      const spec = contact && name === 'reason' ? 'holdoutReason' : name;
      const entry =
        own[name] ??
        (workflow.fieldSpecs[spec] && {
          label: names.field(spec, workflow.fieldSpecs[spec].vi),
          word: (value: unknown) => fieldWord(spec, value),
        });
      if (!entry) return [];
      const word = (value: unknown) =>
        value === undefined || (value === null && !untieable.has(name)) ? '' : entry.word(value);
      const [was, is] = [word(before[name]), word(after[name])];
      const gone = name === 'contact' ? t.takenBack : is;
      return was === is ? [] : [{ label: entry.label, before: was, after: gone }];
    });
  };
}

/** Of these, null has a word of its own. */
const untieable = new Set(['assigneeId', 'project', 'household', 'first-petition']);

function movedDates(before: Values, after: Values, clock: (name: string) => string): ChangeInWords[] {
  const dates = (values: Values) =>
    Array.isArray(values.dueOn) ? (values.dueOn as { clock: string; dueOn: string | null }[]) : [];
  const was = dates(before);
  return dates(after).map(({ clock: name, dueOn }, i) => ({
    label: clock(name),
    before: day(was[i]?.dueOn),
    after: day(dueOn),
  }));
}
