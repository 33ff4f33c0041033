import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { roles, type Role } from '../domain/workflow/workflow.js';
import { scopes, type Scope } from '../platform/officer.js';
import { IfGiven, IsId } from '../platform/validation.js';

export class CreateAccountDto {
  @Matches(/^[a-z0-9][a-z0-9.-]{1,39}$/)
  login!: string;

  @IsString()
  @Length(1, 120)
  name!: string;

  @IsOptional()
  @IsEmail()
  email?: string;

  @IsIn(roles)
  role!: Role;

  /** Left out: the whole unit. */
  @IfGiven()
  @IsIn(scopes)
  scope?: Scope;

  /** Of the scope `groups`. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @IsId({ each: true })
  groupIds?: number[];
}

export class UpdateAccountDto {
  @IfGiven()
  @IsString()
  @Length(1, 120)
  name?: string;

  @IsOptional()
  @IsEmail()
  email?: string;

  @IfGiven()
  @IsIn(roles)
  role?: Role;

  @IfGiven()
  @IsBoolean()
  active?: boolean;

  @IfGiven()
  @IsIn(scopes)
  scope?: Scope;

  /** Of the scope `groups`; given, they take the place of those before. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @IsId({ each: true })
  groupIds?: number[];
}

/** What a ward's terms and sessions are reckoned by; left out of a new ward, as in the unit above. */
class ReckonedByDto {
  /** Remote areas have longer complaint terms (Luật Khiếu nại 2011, Điều 28, 37). */
  @IfGiven()
  @IsBoolean()
  remoteArea?: boolean;

  /** 0 Sunday … 6 Saturday. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(6)
  receptionWeekday?: number;
}

/** A ward below the own unit; everything else its own administrator fills in. */
export class CreateUnitDto extends ReckonedByDto {
  @Matches(/^[a-z0-9-]{2,40}$/)
  code!: string;

  @IsString()
  @Length(2, 120)
  name!: string;

  @Matches(/^[a-z0-9][a-z0-9.-]{1,39}$/)
  adminLogin!: string;

  @IsString()
  @Length(1, 120)
  adminName!: string;

  @IfGiven()
  @IsEmail()
  adminEmail?: string;
}

export class ChangeUnitDto extends ReckonedByDto {
  @IfGiven()
  @Matches(/^[a-z0-9-]{2,40}$/)
  code?: string;

  @IfGiven()
  @IsString()
  @Length(2, 120)
  name?: string;

  @IsOptional()
  @IsString()
  @Length(2, 120)
  parent?: string;

  @IsOptional()
  @IsString()
  @Length(2, 120)
  province?: string;

  /** Administrators and supervisors need a second factor. */
  @IfGiven()
  @IsBoolean()
  requireSecondFactor?: boolean;

  /** Null turns the webhook off. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  webhookUrl?: string | null;

  @IsOptional()
  @IsString()
  @Length(16, 200)
  webhookSecret?: string;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 80, { each: true })
  @Matches(/\S/, { each: true })
  addResidentialGroups?: string[];
}
