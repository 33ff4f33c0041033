/** The case after a write. */
export class Changed {
  id!: number;
  code!: string;
  state!: string;
  /** To be given back with the next write. */
  version!: number;
}

/** A note of a merged petition goes to its main one. */
export class NoteAdded {
  /** Of the case that now holds it. */
  id!: number;
  code!: string;
}

export class DocumentAdded {
  id!: number;
  /** The case that now holds it: a paper of a merged petition goes to its main one. */
  caseId!: number;
  code!: string;
  fileName!: string | null;
}
