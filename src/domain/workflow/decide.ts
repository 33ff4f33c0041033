import { enforcementBarred, type WorkCalendar } from '../deadlines/calendar.js';
import { DomainError, type Problem } from '../errors.js';
import { clocks, followed, type ClockName } from '../law/clocks.js';
import { isDuty, isLegalWait, type Rule } from '../law/rule.js';
import { addDays, vietnameseDay, type PlainDate } from '../plain-date.js';
import { goesOn, type ClockFact } from './clock-fact.js';
import { documentNames, type DocumentName } from './documents.js';
import { fieldSpecs, valueInWords, type FieldName, type Fields } from './fields.js';
import {
  clocksStartedBy,
  stepIn,
  type Action,
  type PersuasionMatter,
  type Role,
  type Variant,
  type Workflow,
} from './workflow.js';

/** All a decision looks at: nothing is read from anywhere else. */
export interface CaseFacts {
  state: string;
  variant: Variant | null;
  /** Day of the step that led to the present state. */
  since: PlainDate;
  fields: Fields;
  documents: readonly DocumentName[];
  persuasions: readonly { on: PlainDate; matter: PersuasionMatter }[];
  clocks: readonly ClockFact[];
  merged: boolean;
}

export interface Request {
  action: string;
  role: Role;
  on: PlainDate;
  fields: Fields;
  documents: readonly DocumentName[];
}

export interface LawToday {
  today: PlainDate;
  calendar: WorkCalendar;
  /** The rule a clock would follow if triggered on the day. */
  ruleFor(clock: ClockName, on: PlainDate): Rule | undefined;
}

/** The action the request follows, or the reason it is refused: everything lacking is told at once. */
export function decide(workflow: Workflow, facts: CaseFacts, request: Request, law: LawToday): Action {
  const named = Object.hasOwn(workflow.actions, request.action) ? workflow.actions[request.action] : undefined;
  if (!named)
    throw new DomainError('unknown-action', `Không có thao tác "${request.action}" trong quy trình ${workflow.vi}.`);
  const action = stepIn(facts.state, named);
  if (!isOpen(action, facts)) {
    const allowed = openActions(workflow, facts).map(([name, { vi }]) => `${vi} (${name})`);
    throw new DomainError(
      'action-not-open',
      `Không thể "${action.vi}" khi hồ sơ đang ở "${workflow.states[facts.state]!.vi}". ${allowed.length > 0 ? `Có thể: ${allowed.join(', ')}.` : 'Hồ sơ đã kết thúc; muốn làm tiếp hãy mở lại.'}`,
    );
  }
  if (!action.by.includes(request.role))
    throw new DomainError('role-not-allowed', `Vai trò của bạn không được phép "${action.vi}".`);
  const problems = lacks(workflow, action, facts, request, law);
  const [first] = problems;
  if (first)
    throw new DomainError(
      problems.length === 1 ? first.code : 'not-ready',
      problems.length === 1
        ? first.detail
        : `Chưa đủ điều kiện để "${action.vi}": ${problems.map((p) => p.detail).join(' ')}`,
      problems,
    );
  return action;
}

const isOpen = (action: Action, facts: CaseFacts): boolean =>
  !facts.merged &&
  !action.unlessFiled?.some((paper) => facts.documents.includes(paper)) &&
  !anyRuns(facts, action.unlessRuns ?? []) &&
  isUnderItsLaw(action, facts) &&
  (action.from.includes(facts.state) || (action.alsoIn?.includes(facts.state) === true && isAwaited(action, facts))) &&
  (!action.for || (facts.variant !== null && action.for.includes(facts.variant)));

/** The duty of the one law under which it is open here; undefined where it is open under any. */
export const dutyOfLaw = ({ underLaw }: Action, { state }: Pick<CaseFacts, 'state'>): ClockName | undefined =>
  underLaw?.in.includes(state) ? underLaw.clock : undefined;

function isUnderItsLaw(action: Action, facts: CaseFacts): boolean {
  const duty = dutyOfLaw(action, facts);
  return duty === undefined || anyRuns(facts, [duty]);
}

/** Whether one of these clocks has not ended. */
const anyRuns = ({ clocks: all }: Pick<CaseFacts, 'clocks'>, names: readonly ClockName[] | 'all'): boolean =>
  all.some((fact) => goesOn(fact) && (names === 'all' || names.includes(fact.clock)));

/** Whether a clock it stops runs. */
const isAwaited = ({ stops = [] }: Action, facts: Pick<CaseFacts, 'clocks'>): boolean => anyRuns(facts, stops);

/** The steps open to a case, those aside last; of a classified petition not the one that says again what it is. */
export function openActions(workflow: Workflow, facts: CaseFacts): [string, Action][] {
  const open = Object.entries(workflow.actions)
    .filter(([, action]) => isOpen(action, facts) && (!action.sets || action.sets !== facts.variant))
    .map(([name, action]): [string, Action] => [name, stepIn(facts.state, action)]);
  return open.sort(([, a], [, b]) => Number(isAside(a, facts)) - Number(isAside(b, facts)));
}

/** Classifying a petition anew is aside too, and what leads nowhere while nothing waits for it or all of it is in the file. */
export const isAside = (action: Action, facts: CaseFacts): boolean =>
  action.aside === true ||
  (action.sets !== undefined && facts.variant !== null) ||
  (action.to === undefined && (action.stops ? !isAwaited(action, facts) : isInFile(action, facts)));

const isInFile = ({ needs = [], fields = [] }: Action, facts: CaseFacts): boolean =>
  needs.length + fields.length > 0 &&
  needs.every((name) => facts.documents.includes(name)) &&
  fields.every((name) => facts.fields[name] !== undefined);

/** What `action` still lacks: days, papers, fields, waits, persuasion, competence, duties. Empty when it may be done. */
export function lacks(
  workflow: Workflow,
  named: Action,
  facts: CaseFacts,
  request: Omit<Request, 'action' | 'role'>,
  law: LawToday,
): Problem[] {
  const { on } = request;
  const action = asAsked(named, facts);
  return [
    ...dayProblems(on, facts, law),
    ...paperProblems(action, facts, request.documents),
    ...fieldProblems(action, facts, request, law.today),
    ...persuasionProblems(action, facts, on),
    ...waitProblems(action, facts, on, law),
    ...lapsedProblems(workflow, action, facts, on),
    ...otherLawProblems(action, facts, on, law),
    ...enforcementProblems(action, on, law),
    ...unansweredProblems(workflow, action, facts),
  ];
}

function dayProblems(on: PlainDate, { since }: CaseFacts, { today }: LawToday): Problem[] {
  const problems: Problem[] = [];
  if (on > today)
    problems.push({
      code: 'on-in-future',
      field: 'on',
      detail: `Ngày việc diễn ra (${vietnameseDay(on)}) ở tương lai; hãy nhập ngày việc đã diễn ra.`,
    });
  if (on < since)
    problems.push({
      code: 'before-last-step',
      field: 'on',
      detail: `Ngày việc diễn ra (${vietnameseDay(on)}) trước bước liền trước (${vietnameseDay(since)}); nếu bước trước nhập sai ngày, hãy đính chính bước đó.`,
    });
  return problems;
}

function paperProblems(action: Action, facts: CaseFacts, given: readonly DocumentName[]): Problem[] {
  return (action.needs ?? []).flatMap((name): Problem[] => {
    const older = facts.documents.includes(name);
    if (given.includes(name) || (older && action.onFile?.includes(name))) return [];
    return [
      {
        code: 'missing-document',
        field: `documents.${name}`,
        document: name,
        detail: `Thiếu ${documentNames[name]}${older ? ' của lần này (bản trong hồ sơ là của bước trước)' : ''}.`,
      },
    ];
  });
}

/** Days of an act that clocks count from: it has taken place, and after the step before. */
const betweenSteps = ['servedOn', 'opinionsOn'] as const;

function fieldProblems(
  action: Action,
  facts: CaseFacts,
  { on, fields: given }: Pick<Request, 'on' | 'fields'>,
  today: PlainDate,
): Problem[] {
  const valueOf = (name: FieldName) => given[name] ?? (action.onFile?.includes(name) ? facts.fields[name] : undefined);
  const problems: Problem[] = [];
  for (const name of action.fields ?? [])
    if (valueOf(name) === undefined)
      problems.push({ code: 'missing-field', field: `fields.${name}`, detail: `Chưa nhập ${fieldSpecs[name].vi}.` });
  for (const [name, only] of Object.entries(action.only ?? {}) as [FieldName, string | number | boolean][]) {
    const value = valueOf(name);
    if (value !== undefined && value !== only)
      problems.push({
        code: 'wrong-field-value',
        field: `fields.${name}`,
        only,
        detail: `"${action.vi}" chỉ dùng khi ${fieldSpecs[name].vi} là "${valueInWords(name, only)}", không dùng khi là "${valueInWords(name, value)}"; hãy chọn bước khác hoặc sửa lại.`,
      });
  }
  for (const name of betweenSteps) {
    const day = given[name] as PlainDate | undefined;
    if (day !== undefined && (day > today || day < facts.since))
      problems.push({
        code: 'bad-day',
        field: `fields.${name}`,
        detail: `${fieldSpecs[name].vi} (${vietnameseDay(day)}) phải từ ngày ${vietnameseDay(facts.since)} của bước trước đến hôm nay.`,
      });
  }
  const issued = given.noticeOn as PlainDate | undefined;
  if (issued !== undefined && issued > on)
    problems.push({
      code: 'bad-day',
      field: 'fields.noticeOn',
      detail: `${fieldSpecs.noticeOn.vi} (${vietnameseDay(issued)}) không thể sau ngày giao (${vietnameseDay(on)}).`,
    });
  // A record that the holder does not sign stands only with witnesses.
  if (action.fields?.includes('holderSigned') && given.holderSigned === false && !given.witnesses)
    problems.push({
      code: 'missing-witnesses',
      field: 'fields.witnesses',
      detail: 'Người có đất không ký thì biên bản phải có người làm chứng; hãy ghi họ tên người làm chứng.',
    });
  for (const [name, reasons] of Object.entries(action.competent ? beyondTheWard : {})) {
    const detail = action.fields?.includes(name as FieldName) && reasons[String(valueOf(name as FieldName))];
    if (detail) problems.push({ code: 'not-within-competence', field: `fields.${name}`, detail });
  }
  return problems;
}

/** What puts a petition outside the ward's competence (Luật Khiếu nại Điều 17; Luật Tố cáo Điều 13). */
const beyondTheWard: Partial<Record<FieldName, Record<string, string>>> = {
  decisionBy: {
    other:
      'Quyết định bị khiếu nại do cơ quan khác ban hành: UBND phường không thụ lý mà hướng dẫn người khiếu nại gửi người đã ký.',
  },
  denounced: {
    'ward-leader':
      'Người bị tố cáo là Chủ tịch, Phó Chủ tịch phường: người đứng đầu cấp trên giải quyết; phường không thụ lý mà chuyển đơn.',
    other: 'Người bị tố cáo do cơ quan khác quản lý: phường không thụ lý mà chuyển đơn tới cơ quan đó.',
  },
};

/** Whether there is a dated persuasion record on the matter by that day: without one no compulsory step is lawful. */
export const isPersuaded = (persuasions: CaseFacts['persuasions'], matter: PersuasionMatter, on: PlainDate): boolean =>
  persuasions.some((p) => p.matter === matter && p.on <= on);

function persuasionProblems({ persuaded }: Action, facts: CaseFacts, on: PlainDate): Problem[] {
  if (!persuaded || isPersuaded(facts.persuasions, persuaded, on)) return [];
  return [
    {
      code: 'missing-persuasion',
      detail: 'Bước bắt buộc cần ít nhất một biên bản vận động có ngày; hãy ghi buổi vận động trước.',
    },
  ];
}

/** Waits after a notice: once it is served they run by the calendar, though its file was closed and opened again. */
const served: readonly ClockName[] = ['notice-wait', 'notice-rewait', 'notice-unreachable'];

/** With what is asked too where a clock was started. */
function asAsked(action: Action, { state, clocks: all }: CaseFacts): Action {
  const more = action.whereStarted;
  if (!more?.in.includes(state) || !all.some((c) => c.clock === more.clock && c.status !== 'replaced')) return action;
  return { ...action, persuaded: more.persuaded, after: [...(action.after ?? []), ...more.after] };
}

/**
 * A wait must have run, or been waived, before the day of the act; days count from its dated start only. One that a step
 * broke off has not run, nor one of an earlier round: the wait after a persuasion begins when that persuasion has ended.
 */
function waitProblems(action: Action, facts: CaseFacts, on: PlainDate, law: LawToday): Problem[] {
  const started = (name: ClockName) => facts.clocks.findLast((c) => c.clock === name && c.status !== 'replaced');
  const hasBegun = (name: ClockName) => {
    const wait = started(name);
    if (!wait) return false;
    const first = followed[name] && started(followed[name]);
    if (first && facts.clocks.indexOf(first) > facts.clocks.indexOf(wait)) return false;
    const brokenOff =
      wait.status === 'stopped' && isLegalWait(wait.kind) && !served.includes(name) && wait.dueOn && wait.stoppedOn;
    return !(brokenOff && wait.stoppedOn! <= wait.dueOn!);
  };
  const neverStarted = (action.after ?? []).flatMap((clock): Problem[] => {
    const rule = hasBegun(clock) ? undefined : law.ruleFor(clock, on);
    // A term that no law sets binds only once a notice has printed it.
    if (!rule || !isLegalWait(rule.kind)) return [];
    return [
      {
        code: 'wait-not-started',
        clock,
        detail: `Chưa bắt đầu tính "${clocks[clock].vi}" (${rule.article}, ${rule.act}); hãy ghi bước trước đó.`,
      },
    ];
  });
  const told = new Set(neverStarted.map(({ clock }) => clock));
  const notEnded = [...(action.after ?? []), ...(action.afterIfStarted ?? [])].flatMap((clock): Problem[] => {
    const wait = told.has(clock) ? undefined : started(clock);
    if (!wait?.dueOn || wait.status === 'waived' || on > wait.dueOn) return [];
    const lawfulFrom = addDays(wait.dueOn, 1);
    return [
      {
        code: 'wait-not-ended',
        clock,
        lawfulFrom,
        field: 'on',
        detail: `"${clocks[clock].vi}" kết thúc ngày ${vietnameseDay(wait.dueOn)}; chỉ được làm từ ngày ${vietnameseDay(lawfulFrom)}.`,
      },
    ];
  });
  return [...neverStarted, ...notEnded];
}

/** An act on what is no longer in force: a recovery decision on a notice that has lapsed. */
function lapsedProblems(workflow: Workflow, { within = [] }: Action, facts: CaseFacts, on: PlainDate): Problem[] {
  return within.flatMap((clock): Problem[] => {
    const term = facts.clocks.findLast((one) => one.clock === clock);
    if (term?.status !== 'running' || !term.dueOn || on <= term.dueOn) return [];
    const anew = openActions(workflow, facts).find(([, action]) => clocksStartedBy(action).includes(clock));
    const mend = anew ? `ghi "${anew[1].vi}"` : 'ghi nhận đã hết rồi ban hành lại';
    return [
      {
        code: 'term-lapsed',
        clock,
        field: 'on',
        detail: `"${clocks[clock].vi}" đã hết ngày ${vietnameseDay(term.dueOn)}; hãy ${mend} trước khi làm bước này.`,
      },
    ];
  });
}

/** The duty began under the earlier law, and the act is of a day on which that is law no more. */
function otherLawProblems(action: Action, facts: CaseFacts, on: PlainDate, law: LawToday): Problem[] {
  const clock = dutyOfLaw(action, facts);
  if (!clock || law.ruleFor(clock, on)) return [];
  return [
    {
      code: 'other-law',
      clock,
      field: 'on',
      detail: `Luật có hiệu lực ngày ${vietnameseDay(on)} không còn cho làm bước này ngay sau khi phê duyệt phương án (bỏ quy định "${clocks[clock].vi}"); hãy nhập đúng ngày ký quyết định, hoặc ghi chi trả hay gửi tiền trước.`,
    },
  ];
}

function enforcementProblems(action: Action, on: PlainDate, law: LawToday): Problem[] {
  const rule = action.enforcement ? law.ruleFor('enforcement-blackout', on) : undefined;
  if (!rule || rule.duration.value === 0) return [];
  const barred = enforcementBarred(on, rule.duration.value, law.calendar);
  if (!barred) return [];
  return [
    {
      code: 'enforcement-barred',
      field: 'on',
      detail: `Không được cưỡng chế: ${barred} (${rule.article}, ${rule.act}).`,
    },
  ];
}

/** A duty the step would end unanswered, though a step open here answers it and leads nowhere else. */
function unansweredProblems(workflow: Workflow, action: Action, facts: CaseFacts): Problem[] {
  if (action.stops !== 'all' && !action.answered) return [];
  const staying = openActions(workflow, facts)
    .map(([, one]) => one)
    .filter(({ to, needs }) => to === undefined && !needs?.every((paper) => action.needs?.includes(paper)));
  const answerOf = (clock: ClockName) => staying.find(({ stops }) => stops !== 'all' && stops?.includes(clock));
  const named = new Set<string>();
  return facts.clocks.flatMap((fact): Problem[] => {
    const { clock, dueOn } = fact;
    const ends = action.answered ? action.answered.includes(clock) : !action.keeps?.includes(clock);
    const answer = ends && goesOn(fact) && isDuty(fact.kind) && answerOf(clock);
    if (!answer || named.has(answer.vi)) return [];
    named.add(answer.vi);
    return [
      {
        code: 'duty-unanswered',
        clock,
        detail: `Còn việc có hạn chưa làm: "${clocks[clock].vi}"${dueOn ? `, hạn ${vietnameseDay(dueOn)}` : ''}; hãy ghi "${answer.vi}" trước.`,
      },
    ];
  });
}
