import { PickType } from '@nestjs/swagger';
import type { CaseRole } from './case-person.entity.js';
import { CaseSummary } from './case-summary.view.js';

const shown = [
  'id',
  'code',
  'title',
  'kind',
  'kindVi',
  'kindEn',
  'state',
  'stateVi',
  'stateEn',
  'phase',
  'openedOn',
] as const;

/** A file somebody is in, and as what. */
export class FileOfPerson extends PickType(CaseSummary, shown) {
  role!: CaseRole;
}

export class PersonFound {
  id!: number;
  name!: string;
  /** CMND or CCCD. */
  /** Masked: `001*****1234`. */
  idNumber!: string | null;
  phone!: string | null;
  address!: string | null;
  /** Newest first. */
  files!: FileOfPerson[];
}

export class PeopleFound {
  items!: PersonFound[];
}
