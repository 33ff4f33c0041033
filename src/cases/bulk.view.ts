import type { Fault } from '../platform/problem.view.js';

/** How one row went, or would go. */
export class BulkResult {
  id!: number;
  /** Of the case; absent where there is none of that id. */
  code?: string;
  ok!: boolean;
  /** After the write; of a refused row as it stands. */
  state?: string;
  version?: number;
  /** Why it was refused: the code of the refusal, the sentence, and everything to mend. */
  refusal?: string;
  detail?: string;
  errors?: Fault[];
}

export class BulkView {
  preview!: boolean;
  /** In the order asked. */
  results!: BulkResult[];
}
