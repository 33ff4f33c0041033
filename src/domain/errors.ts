import type { ClockName } from './law/clocks.js';
import type { PlainDate } from './plain-date.js';
import type { DocumentName } from './workflow/documents.js';

/** One thing to mend, pointed at the field it concerns where there is one, with what a program needs to know. */
export interface Problem {
  code: string;
  field?: string;
  /** A Vietnamese sentence that says what to mend. */
  detail: string;
  document?: DocumentName;
  /** The one value the field may have for this step. */
  only?: string | number | boolean;
  clock?: ClockName;
  /** The first day on which the step is lawful. */
  lawfulFrom?: PlainDate;
  /** The clocks to choose from. */
  clocks?: ClockName[];
  /** Version and state of the case as it is now, and what the other officer did. */
  version?: number;
  state?: string;
  action?: string;
}

/**
 * A refusal the user can mend. `code` is stable (the web client keys on it); `message` is a Vietnamese
 * sentence; `problems` lists everything wrong at once, so that nobody mends one fault to meet the next.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly problems: Problem[] = [],
    /** Seconds after which the same may be tried again. */
    readonly retryAfter?: number,
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** The refusal that names everything wrong, a sentence each. */
export const refusal = (code: string, problems: Problem[]): DomainError =>
  new DomainError(code, problems.map(({ detail }) => detail).join(' '), problems);

/** Refuses where anything is wrong. One problem alone says its own code where none is given. */
export function refuse(problems: Problem[], code?: string): void {
  const [first] = problems;
  if (first) throw refusal(code ?? (problems.length === 1 ? first.code : 'not-ready'), problems);
}
