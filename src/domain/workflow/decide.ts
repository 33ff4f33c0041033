import { enforcementBarred, type WorkCalendar } from '../deadlines/calendar.js';
import { DomainError, type Problem } from '../errors.js';
import { clocks, type ClockName } from '../law/clocks.js';
import { isWait, type Rule, type RuleKind } from '../law/rule.js';
import { addDays, vietnameseDay, type PlainDate } from '../plain-date.js';
import { documentNames, type DocumentName } from './documents.js';
import { fieldSpecs, type Fields } from './fields.js';
import type { Action, PersuasionMatter, Role, Variant, Workflow } from './workflow.js';

export interface ClockFact {
  clock: ClockName;
  kind: RuleKind;
  due: PlainDate | null;
  status: 'running' | 'paused' | 'stopped' | 'waived' | 'replaced';
}

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
  const action = Object.hasOwn(workflow.actions, request.action) ? workflow.actions[request.action] : undefined;
  if (!action)
    throw new DomainError('unknown-action', `Không có thao tác "${request.action}" trong quy trình ${workflow.vi}.`);
  if (!isOpen(action, facts)) {
    const allowed = openActions(workflow, facts).map(([name, { vi }]) => `${vi} (${name})`);
    throw new DomainError(
      'action-not-open',
      `Không thể "${action.vi}" khi hồ sơ đang ở "${workflow.states[facts.state]!.vi}". ${allowed.length > 0 ? `Có thể: ${allowed.join(', ')}.` : 'Hồ sơ đã kết thúc; muốn làm tiếp hãy mở lại.'}`,
    );
  }
  if (!action.by.includes(request.role))
    throw new DomainError('role-not-allowed', `Vai trò của bạn không được phép "${action.vi}".`);
  const problems = lacks(action, facts, request, law);
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

export const isOpen = (action: Action, facts: Pick<CaseFacts, 'state' | 'variant' | 'merged'>): boolean =>
  !facts.merged &&
  action.from.includes(facts.state) &&
  (!action.for || (facts.variant !== null && action.for.includes(facts.variant)));

export const openActions = (workflow: Workflow, facts: CaseFacts): [string, Action][] =>
  Object.entries(workflow.actions).filter(([, action]) => isOpen(action, facts));

/** What `action` still lacks: days, papers, fields, waits, persuasion, competence. Empty when it may be done. */
export function lacks(
  action: Action,
  facts: CaseFacts,
  request: Omit<Request, 'action' | 'role'>,
  law: LawToday,
): Problem[] {
  const { on } = request;
  const fields = { ...facts.fields, ...request.fields };
  const papers = new Set([...facts.documents, ...request.documents]);
  const problems: Problem[] = [];
  const refuse = (code: string, detail: string, more: Partial<Problem> = {}) =>
    problems.push({ code, detail, ...more });

  if (on > law.today)
    refuse('on-in-future', `Ngày thực hiện ${vietnameseDay(on)} ở tương lai; hãy nhập ngày việc đã diễn ra.`, {
      field: 'on',
    });
  if (on < facts.since)
    refuse(
      'before-last-step',
      `Ngày thực hiện ${vietnameseDay(on)} trước bước liền trước (${vietnameseDay(facts.since)}); nếu bước trước nhập sai ngày, hãy đính chính bước đó.`,
      { field: 'on' },
    );
  for (const name of action.needs ?? [])
    if (!papers.has(name))
      refuse('missing-document', `Thiếu ${documentNames[name]}.`, { field: `documents.${name}`, document: name });
  for (const name of action.fields ?? [])
    if (fields[name] === undefined)
      refuse('missing-field', `Chưa nhập ${fieldSpecs[name].vi}.`, { field: `fields.${name}` });
  // A record of refusal that the holder does not sign stands only with witnesses.
  if (action.fields?.includes('holderSigned') && fields.holderSigned === false && !fields.witnesses)
    refuse(
      'missing-witnesses',
      'Người có đất không ký thì biên bản phải có người làm chứng; hãy ghi họ tên người làm chứng.',
      { field: 'fields.witnesses' },
    );
  if (action.persuaded) {
    const last = facts.persuasions.filter((p) => p.matter === action.persuaded && p.on <= on).at(-1);
    if (!last)
      refuse(
        'missing-persuasion',
        'Bước bắt buộc cần ít nhất một biên bản vận động có ngày; hãy ghi buổi vận động trước.',
      );
  }
  for (const name of action.after ?? []) {
    const problem = waitProblem(name, facts, on, law);
    if (problem) problems.push(problem);
  }
  if (action.enforcement) {
    const rule = law.ruleFor('enforcement-blackout', on);
    const barred =
      rule && rule.duration.value > 0 ? enforcementBarred(on, rule.duration.value, law.calendar) : undefined;
    if (barred)
      refuse('enforcement-barred', `Không được cưỡng chế: ${barred} (${rule!.article}, ${rule!.act}).`, {
        field: 'on',
      });
  }
  if (action.competent && fields.decisionBy === 'other')
    refuse(
      'not-within-competence',
      'Quyết định bị khiếu nại do cơ quan khác ban hành: UBND phường không thụ lý mà hướng dẫn người khiếu nại gửi người đã ký.',
      { field: 'fields.decisionBy' },
    );
  return problems;
}

/** A wait must have run, or been waived, before the day of the act; days count from its dated start only. */
function waitProblem(name: ClockName, facts: CaseFacts, on: PlainDate, law: LawToday): Problem | undefined {
  const started = facts.clocks.filter((c) => c.clock === name && c.status !== 'replaced').at(-1);
  if (started?.status === 'waived') return undefined;
  if (!started) {
    const rule = law.ruleFor(name, on);
    if (!rule || !isWait(rule.kind)) return undefined;
    return {
      code: 'wait-not-started',
      clock: name,
      detail: `Chưa bắt đầu tính "${clocks[name].vi}" (${rule.article}, ${rule.act}); hãy ghi bước trước đó.`,
    };
  }
  if (started.due === null || !isWait(started.kind) || on > started.due) return undefined;
  const lawfulFrom = addDays(started.due, 1);
  return {
    code: 'wait-not-ended',
    clock: name,
    lawfulFrom,
    field: 'on',
    detail: `"${clocks[name].vi}" kết thúc ngày ${vietnameseDay(started.due)}; chỉ được làm từ ngày ${vietnameseDay(lawfulFrom)}.`,
  };
}
