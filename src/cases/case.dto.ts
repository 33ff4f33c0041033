import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { kinds } from '../domain/kinds/registry.js';
import type { PlainDate } from '../domain/plain-date.js';
import { holdoutReasons } from '../domain/workflow/fields.js';
import { phases, variants, type PersuasionMatter } from '../domain/workflow/workflow.js';
import { IsPlainDate } from '../platform/validation.js';
import { sortNames, type SortName } from './case-list.query.js';
import { caseRoles, type CaseRole } from './case-person.entity.js';
import { contactTypes, type ContactType } from './contact.entity.js';
import { linkTypes, type LinkType } from './link-case.js';

export class PaperDto {
  @IsString()
  @Length(1, 80)
  name!: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  number?: string;

  @IsOptional()
  @IsPlainDate()
  on?: PlainDate;
}

export class PersonDto {
  @IsIn(caseRoles)
  role!: CaseRole;

  @IsOptional()
  @IsInt()
  personId?: number;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string;

  /** CMND 9 digits or CCCD 12 digits, as text: a leading 0 belongs to it. */
  @IsOptional()
  @Matches(/^(\d{9}|\d{12})$/)
  idNumber?: string;

  @IsOptional()
  @Matches(/^[0-9+ .-]{8,20}$/)
  phone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string;
}

export class OpenCaseDto {
  @IsIn(kinds)
  kind!: string;

  @IsOptional()
  @IsString()
  @Length(1, 300)
  title?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  code?: string;

  @IsOptional()
  @IsPlainDate()
  on?: PlainDate;

  @IsOptional()
  @IsISO8601({ strict: true })
  receivedAt?: string;

  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PaperDto)
  documents?: PaperDto[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => PersonDto)
  people?: PersonDto[];

  /** Code of the project. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  project?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  household?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  firstPetition?: string;

  @IsOptional()
  @IsInt()
  residentialGroupId?: number;

  @IsOptional()
  @IsInt()
  assigneeId?: number;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

class VersionedDto {
  /** The version the officer saw; a newer one refuses the write. */
  @IsInt()
  @Min(1)
  version!: number;
}

export class ActDto extends VersionedDto {
  /** The day the act took place, which may be earlier than today. */
  @IsPlainDate()
  on!: PlainDate;

  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PaperDto)
  documents?: PaperDto[];

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

export class CorrectDto extends VersionedDto {
  @IsString()
  @Length(3, 1000)
  reason!: string;

  @IsOptional()
  @IsString()
  @Length(1, 300)
  title?: string;

  @IsOptional()
  @IsInt()
  residentialGroupId?: number | null;

  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;

  @IsOptional()
  @IsPlainDate()
  lastStepOn?: PlainDate;
}

export class ReopenDto extends VersionedDto {
  @IsPlainDate()
  on!: PlainDate;

  @IsString()
  @Length(3, 1000)
  reason!: string;

  @IsString()
  @Length(1, 60)
  toState!: string;

  /** Clocks to start anew; an empty list is an explicit choice. */
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  restart?: string[];
}

export class AssignDto extends VersionedDto {
  /** Null releases the case. */
  @IsOptional()
  @IsInt()
  assigneeId!: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class LinkDto extends VersionedDto {
  @IsIn(linkTypes)
  type!: LinkType;

  /** Code of the other case; null unties. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  to!: string | null;
}

export class MergeDto extends VersionedDto {
  @IsString()
  @Length(1, 60)
  into!: string;

  /** Why the main petition keeps its own, later, day of receipt. */
  @IsOptional()
  @IsString()
  @Length(3, 1000)
  keepReceivedOn?: string;
}

export class UndoMergeDto extends VersionedDto {
  @IsString()
  @Length(3, 1000)
  reason!: string;
}

export class ContactDto extends VersionedDto {
  @IsIn(contactTypes)
  type!: ContactType;

  @IsOptional()
  @IsIn(['inventory', 'plan', 'handover', 'grave'])
  matter?: PersuasionMatter;

  @IsPlainDate()
  on!: PlainDate;

  @IsOptional()
  @IsIn(Object.keys(holdoutReasons))
  reason?: keyof typeof holdoutReasons;

  /** Whole đồng. */
  @IsOptional()
  @IsInt()
  @Min(0)
  amountVnd?: number;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

export class NoteDto {
  @IsString()
  @Length(1, 4000)
  note!: string;
}

export class AddPeopleDto extends VersionedDto {
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => PersonDto)
  people!: PersonDto[];
}

/** `?kind=a&kind=b` and `?kind=a,b` are the same; an empty value selects nothing rather than everything. */
const List = () =>
  Transform(({ value }: { value: unknown }) =>
    value === undefined
      ? undefined
      : (Array.isArray(value) ? value : [value]).flatMap((v) => String(v).split(',')).filter((v) => v !== ''),
  );

export class CaseListDto {
  @IsOptional()
  @List()
  @IsIn(kinds, { each: true })
  kind?: string[];

  @IsOptional()
  @List()
  @IsString({ each: true })
  state?: string[];

  @IsOptional()
  @List()
  @IsIn(phases, { each: true })
  phase?: string[];

  @IsOptional()
  @List()
  @IsIn(variants, { each: true })
  variant?: string[];

  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;

  @IsOptional()
  @IsPlainDate()
  dueBefore?: PlainDate;

  @IsOptional()
  @IsPlainDate()
  dueAfter?: PlainDate;

  @IsOptional()
  @IsISO8601({ strict: true })
  receivedBefore?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  receivedFrom?: string;

  @IsOptional()
  @IsPlainDate()
  receivedOn?: PlainDate;

  /** Account ids, or `none` for cases without an active handler. */
  @IsOptional()
  @List()
  @Matches(/^(none|\d{1,9})$/, { each: true })
  assignee?: string[];

  @IsOptional()
  @List()
  @Transform(({ value }: { value: string[] | undefined }) => value?.map(Number))
  @IsInt({ each: true })
  residentialGroup?: number[];

  /** Project codes. */
  @IsOptional()
  @List()
  @IsString({ each: true })
  project?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @IsOptional()
  @IsIn(sortNames)
  sort?: SortName;

  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  descending?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(600)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}
