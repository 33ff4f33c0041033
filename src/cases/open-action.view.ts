import type { DocumentName } from '../domain/workflow/documents.js';
import type { FieldName } from '../domain/workflow/fields.js';
import { FieldValues, OneOf } from '../platform/described.js';
import { Fault } from '../platform/problem.view.js';
import { FieldSpecView } from './workflow.view.js';

class NeededPaper {
  @OneOf('DocumentName')
  document!: DocumentName;

  vi!: string;
  /** The one in the file is enough; otherwise it comes with the step. */
  inFile!: boolean;
}

class AskedField extends FieldSpecView {
  @OneOf('FieldName')
  field!: FieldName;

  required!: boolean;
}

/** A step the reader may take now, with what it asks for and what is still lacking. */
export class OpenAction {
  action!: string;
  vi!: string;
  en!: string;
  /** The state it leads to. */
  to!: string;
  toVi!: string;
  /** Off the usual road, or done already: told last. */
  aside!: boolean;
  needs!: NeededPaper[];
  fields!: AskedField[];

  /** The one value each of these fields may have. */
  @FieldValues()
  only!: Record<string, string | number | boolean>;

  /** What bars it today, papers and fields aside that come with it. Empty: it may be done. */
  lacks!: Fault[];
}
