import type { CaseRole } from '../cases/case-person.entity.js';
import { CaseFieldView } from '../cases/case.view.js';
import { CaseDocumentView, ContactView } from '../cases/case-record.view.js';
import type { Instant, PlainDate } from '../domain/plain-date.js';
import { Day, Moment } from '../platform/described.js';

class HeldPerson {
  /** The file it stands in. */
  code!: string;
  name!: string;
  idNumber!: string | null;
  phone!: string | null;
  address!: string | null;
  role!: CaseRole;
}

class HeldLine {
  @Moment()
  at!: Instant;

  @Day()
  onDay!: PlainDate | null;

  actionVi!: string;
  by!: string | null;
  note!: string | null;
}

class HeldCase {
  code!: string;
  kindVi!: string;
  title!: string;
  stateVi!: string;

  @Day()
  openedOn!: PlainDate;

  @Day()
  closedOn!: PlainDate | null;

  fields!: CaseFieldView[];
  documents!: CaseDocumentView[];
  contacts!: ContactView[];
  history!: HeldLine[];
}

/** Everything the ward holds on one citizen. */
export class PersonalDataView {
  @Moment()
  at!: Instant;

  people!: HeldPerson[];
  cases!: HeldCase[];
}
