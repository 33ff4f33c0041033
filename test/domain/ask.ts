import { announcedDays, assumedDays, lawPack } from '../../src/deadlines/law-files.js';
import { WorkCalendar } from '../../src/domain/deadlines/calendar.js';
import { DomainError } from '../../src/domain/errors.js';
import type { ClockName } from '../../src/domain/law/clocks.js';
import { plainDate } from '../../src/domain/plain-date.js';
import type { ClockFact } from '../../src/domain/workflow/clock-fact.js';
import { decide, type CaseFacts, type Request } from '../../src/domain/workflow/decide.js';
import type { Workflow } from '../../src/domain/workflow/workflow.js';

const calendar = new WorkCalendar(announcedDays(), assumedDays);
const today = plainDate('2026-11-25');
export const law = {
  today,
  calendar,
  ruleFor: (clock: ClockName, on: typeof today) => lawPack.ruleFor(clock, on, { landUse: 'agricultural' }),
};

/** A case in `state`, saying no more than the test is about. */
export const facts = (state: string, more: Partial<CaseFacts> = {}): CaseFacts => ({
  state,
  variant: null,
  since: plainDate('2021-01-04'),
  fields: {},
  documents: [],
  persuasions: [],
  clocks: [],
  merged: false,
  ...more,
});
export const clock = (
  name: ClockName,
  kind: ClockFact['kind'],
  due: string,
  status: ClockFact['status'] = 'running',
): ClockFact => ({
  clock: name,
  kind,
  dueOn: plainDate(due),
  stoppedOn: null,
  daysLate: null,
  status,
});
export const persuaded = (on: string, matter: CaseFacts['persuasions'][number]['matter']) => ({
  on: plainDate(on),
  matter,
});

export type Ask = Partial<Omit<Request, 'on'>> & { on?: string };
export const ask = (workflow: Workflow, file: CaseFacts, action: string, { on = '2023-06-15', ...more }: Ask = {}) =>
  decide(workflow, file, { action, role: 'officer', fields: {}, documents: [], ...more, on: plainDate(on) }, law);

/** The refusal, told by its code and the codes of the problems in it; undefined when the step may be taken. */
export function refusal(
  ...args: Parameters<typeof ask>
): { code: string; problems: string[]; error: DomainError } | undefined {
  try {
    ask(...args);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, problems: error.problems.map((p) => p.code), error };
  }
}
export const code = (...args: Parameters<typeof ask>) => refusal(...args)?.code ?? 'allowed';
