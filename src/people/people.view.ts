import type { Role } from '../domain/workflow/workflow.js';
import type { Instant } from '../domain/plain-date.js';
import { Moment, OneOf } from '../platform/described.js';
import type { Scope } from '../platform/officer.js';
import { InvitationView } from './invitation.view.js';

/** Who has signed in. */
export class OfficerView {
  id!: number;
  unitId!: number;
  name!: string;

  @OneOf('Role')
  role!: Role;
}

/** Somebody of the unit, as every colleague knows them: neither sign-in nor address. */
export class ColleagueView {
  id!: number;
  name!: string;

  @OneOf('Role')
  role!: Role;

  /** False: the person left; authorship stays. */
  active!: boolean;
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
  scope!: Scope;
  /** Residential groups of the scope `groups`. */
  groupIds!: number[];
}

/** A new account: the person sets the password with the code. */
export class CreatedAccountView extends AccountView {
  invitation!: InvitationView;
}

/** How somebody signs in, for the administrator. */
export class AccountStateView {
  id!: number;
  /** False: invited, or reset, and no password set since. */
  hasPassword!: boolean;

  /** Until when the open invitation is good; null: there is none. */
  @Moment()
  invitedUntil!: Instant | null;

  secondFactor!: boolean;
  /** Linked to a subject of the identity server. */
  identityLinked!: boolean;

  /** Too many failed sign-ins: until when the next is refused unheard. */
  @Moment()
  delayedUntil!: Instant | null;

  @Moment()
  lastSeenAt!: Instant | null;
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
  /** Administrators and supervisors need a second factor. */
  requireSecondFactor!: boolean;
}

/** A new ward below: its administrator sets a password with the code. */
export class CreatedUnitView extends UnitView {
  invitation!: InvitationView;
}

export class ResidentialGroupView {
  id!: number;
  name!: string;
}
