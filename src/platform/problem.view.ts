import type { ClockName } from '../domain/law/clocks.js';
import type { PlainDate } from '../domain/plain-date.js';
import type { DocumentName } from '../domain/workflow/documents.js';
import { Day, FieldValue, ManyOf, OneOf } from './described.js';

/** One thing to mend, pointed at the field it concerns where there is one. */
export class Fault {
  code!: string;
  field?: string;
  /** A Vietnamese sentence that says what to mend. */
  detail!: string;

  @OneOf('DocumentName')
  document?: DocumentName;

  /** The one value the field may have for this step. */
  @FieldValue()
  only?: string | number | boolean;

  @OneOf('ClockName')
  clock?: ClockName;

  /** The first day on which the step is lawful. */
  @Day()
  lawfulFrom?: PlainDate;

  /** The clocks to choose from. */
  @ManyOf('ClockName')
  clocks?: ClockName[];

  /** The present version of the case. */
  version?: number;
  /** What the other officer did meanwhile. */
  action?: string;
  /** The present state of the case. */
  state?: string;
}

/** Every refusal: `code` is stable, `detail` a Vietnamese sentence, `errors` everything to mend at once. */
export class Problem {
  type!: string;
  title!: string;
  status!: number;
  code!: string;
  detail!: string;
  errors!: Fault[];
  /** What the log calls this request; to be told to the administrator. */
  requestId?: string;
}
