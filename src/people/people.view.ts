import type { Role } from '../domain/workflow/workflow.js';
import { OneOf } from '../platform/described.js';

/** Who has signed in. */
export class OfficerView {
  id!: number;
  unitId!: number;
  name!: string;

  @OneOf('Role')
  role!: Role;
}

export class AccountView {
  id!: number;
  login!: string;
  name!: string;

  @OneOf('Role')
  role!: Role;

  /** False: the person left; authorship stays. */
  active!: boolean;
  email!: string | null;
}

/** The ward, without its webhook secret. */
export class UnitView {
  id!: number;
  code!: string;
  name!: string;
  parent!: string | null;
  province!: string | null;
  remoteArea!: boolean;
  /** 0 Sunday … 6 Saturday. */
  receptionWeekday!: number;
  webhookUrl!: string | null;
}

export class ResidentialGroupView {
  id!: number;
  name!: string;
}
