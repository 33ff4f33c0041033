/** One thing to mend, pointed at the field it concerns where there is one. */
export interface Problem {
  code: string;
  field?: string;
  /** A Vietnamese sentence that says what to mend. */
  detail: string;
  /** Machine-readable particulars: a lawful-from day, the open actions, the present version. */
  [more: string]: unknown;
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
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
