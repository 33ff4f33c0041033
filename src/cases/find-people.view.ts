import type { PlainDate } from '../domain/plain-date.js';
import type { Phase } from '../domain/workflow/workflow.js';
import { Day, OneOf } from '../platform/described.js';
import type { CaseRole } from './case-person.entity.js';

/** A file somebody is in, and as what. */
export class FileOfPerson {
  id!: number;
  code!: string;
  title!: string;

  @OneOf('Kind')
  kind!: string;

  kindVi!: string;
  kindEn!: string;
  state!: string;
  stateVi!: string;
  stateEn!: string;

  @OneOf('Phase')
  phase!: Phase;

  @Day()
  openedOn!: PlainDate;

  role!: CaseRole;
}

export class PersonFound {
  id!: number;
  name!: string;
  /** CMND or CCCD. */
  idNumber!: string | null;
  phone!: string | null;
  address!: string | null;
  /** Newest first. */
  files!: FileOfPerson[];
}

export class PeopleFound {
  items!: PersonFound[];
}
