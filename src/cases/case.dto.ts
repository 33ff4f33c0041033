import { OmitType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
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
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { kinds } from '../domain/kinds/registry.js';
import type { PlainDate } from '../domain/plain-date.js';
import { holdoutReasons } from '../domain/workflow/fields.js';
import { phases, variants, type PersuasionMatter } from '../domain/workflow/workflow.js';
import { Flag, IfGiven, IsId, IsPlainDate, IsVnd, OrNull } from '../platform/validation.js';
import { sortNames, type SortName } from './list-order.js';
import { caseRoles, type CaseRole } from './case-person.entity.js';
import { contactTypes, type ContactType } from './contact.entity.js';
import { linkTypes, type LinkType } from './link-case.js';

export class PaperDto {
  @IsString()
  @Length(1, 80)
  name!: string;

  @IfGiven()
  @IsString()
  @MaxLength(80)
  number?: string;

  @IfGiven()
  @IsPlainDate()
  on?: PlainDate;
}

/** A paper that comes with a step: named, or uploaded to the case since its last step. */
export class StepPaperDto extends OmitType(PaperDto, ['name']) {
  /** Of an uploaded paper; the other fields are then its own. */
  @IfGiven()
  @IsId()
  id?: number;

  @ValidateIf((paper: StepPaperDto) => paper.id === undefined)
  @IsString()
  @Length(1, 80)
  name?: string;
}

export class PersonDto {
  @IsIn(caseRoles)
  role!: CaseRole;

  @IfGiven()
  @IsId()
  personId?: number;

  @IfGiven()
  @IsString()
  @Length(1, 200)
  name?: string;

  /** CMND 9 digits or CCCD 12 digits, as text: a leading 0 belongs to it. */
  @IfGiven()
  @Matches(/^(\d{9}|\d{12})$/)
  idNumber?: string;

  @IfGiven()
  @Matches(/^[0-9+ .-]{8,20}$/)
  phone?: string;

  @IfGiven()
  @IsString()
  @MaxLength(300)
  address?: string;
}

/** Why something kept back is opened; it stays in the history. */
export class ReasonDto {
  @IsString()
  @Length(5, 500)
  reason!: string;
}

export class OpenCaseDto {
  @IsIn(kinds)
  kind!: string;

  @IfGiven()
  @IsString()
  @Length(1, 300)
  title?: string;

  @IfGiven()
  @IsString()
  @Length(1, 60)
  code?: string;

  @IfGiven()
  @IsPlainDate()
  on?: PlainDate;

  @IfGiven()
  @IsISO8601({ strict: true })
  receivedAt?: string;

  @IfGiven()
  @IsObject()
  fields?: Record<string, unknown>;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PaperDto)
  documents?: PaperDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => PersonDto)
  people?: PersonDto[];

  /** Code of the project. */
  @IfGiven()
  @IsString()
  @Length(1, 60)
  project?: string;

  @IfGiven()
  @IsString()
  @Length(1, 60)
  household?: string;

  @IfGiven()
  @IsString()
  @Length(1, 60)
  firstPetition?: string;

  @IfGiven()
  @IsId()
  residentialGroupId?: number;

  @IfGiven()
  @IsId()
  assigneeId?: number;

  @IfGiven()
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

  @IfGiven()
  @IsObject()
  fields?: Record<string, unknown>;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => StepPaperDto)
  documents?: StepPaperDto[];

  @IfGiven()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

/** Of somebody in the case, what was typed in wrongly; null takes a phone or an address away. */
export class CorrectedPersonDto {
  @IsId()
  personId!: number;

  @IfGiven()
  @IsString()
  @Length(1, 200)
  name?: string;

  @IsOptional()
  @Matches(/^[0-9+ .-]{8,20}$/)
  phone?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string | null;
}

export class CorrectDto extends VersionedDto {
  @IsString()
  @Length(3, 1000)
  reason!: string;

  @IfGiven()
  @IsString()
  @Length(1, 300)
  title?: string;

  /** Null: not known any more. */
  @IsOptional()
  @IsId()
  residentialGroupId?: number | null;

  @IfGiven()
  @IsObject()
  fields?: Record<string, unknown>;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => CorrectedPersonDto)
  people?: CorrectedPersonDto[];

  @IfGiven()
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
  @IfGiven()
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(20)
  restart?: string[];
}

export class AssignDto extends VersionedDto {
  /** Null releases the case. */
  @OrNull()
  @IsId()
  assigneeId!: number | null;

  @IfGiven()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class LinkDto extends VersionedDto {
  @IsIn(linkTypes)
  type!: LinkType;

  /** Code of the other case; null unties. */
  @OrNull()
  @IsString()
  @Length(1, 60)
  to!: string | null;
}

export class MergeDto extends VersionedDto {
  @IsString()
  @Length(1, 60)
  into!: string;

  /** Why the main petition keeps its own, later, day of receipt. */
  @IfGiven()
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

  @IfGiven()
  @IsIn(['inventory', 'plan', 'handover', 'grave'])
  matter?: PersuasionMatter;

  @IsPlainDate()
  on!: PlainDate;

  @IfGiven()
  @IsIn(Object.keys(holdoutReasons))
  reason?: keyof typeof holdoutReasons;

  /** Whole đồng. */
  @IfGiven()
  @IsVnd()
  amountVnd?: number;

  @IfGiven()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

export class TakeBackDto extends VersionedDto {
  /** Why it was no such contact; kept in the history beside its words. */
  @IsString()
  @Length(3, 1000)
  reason!: string;
}

export class NoteDto {
  @IsString()
  @Length(1, 4000)
  note!: string;
}

export class AddPeopleDto extends VersionedDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => PersonDto)
  people!: PersonDto[];
}

/** `?kind=a&kind=b` and `?kind=a,b` are the same; an empty value selects nothing rather than everything. */
const List = (of: (text: string) => unknown = String) =>
  Transform(({ value }: { value: unknown }) =>
    value === undefined
      ? undefined
      : (Array.isArray(value) ? value : [value])
          .flatMap((v) => String(v).split(','))
          .filter((v) => v !== '')
          .map((v) => of(v)),
  );

/** To whom: one of the two. */
export class ShareDto {
  @IfGiven()
  @IsInt()
  @Min(1)
  toAccountId?: number;

  @IfGiven()
  @IsInt()
  @Min(1)
  toUnitId?: number;

  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  reason!: string;
}

export class CaseListDto {
  @IfGiven()
  @List()
  @ArrayMaxSize(100)
  @IsIn(kinds, { each: true })
  kind?: string[];

  @IfGiven()
  @List()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  state?: string[];

  @IfGiven()
  @List()
  @ArrayMaxSize(100)
  @IsIn(phases, { each: true })
  phase?: string[];

  @IfGiven()
  @List()
  @ArrayMaxSize(100)
  @IsIn(variants, { each: true })
  variant?: string[];

  @IfGiven()
  @Flag()
  overdue?: boolean;

  /** True: what others show to me or to my unit. */
  @IfGiven()
  @Flag()
  shown?: boolean;

  @IfGiven()
  @IsPlainDate()
  dueBefore?: PlainDate;

  @IfGiven()
  @IsPlainDate()
  dueAfter?: PlainDate;

  /** Days since when it has stood in its state. */
  @IfGiven()
  @IsPlainDate()
  sinceBefore?: PlainDate;

  @IfGiven()
  @IsPlainDate()
  sinceAfter?: PlainDate;

  /** Ids of rules: cases on which a duty under one of them is late. */
  @IfGiven()
  @List()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  overdueBy?: string[];

  @IfGiven()
  @IsISO8601({ strict: true })
  receivedBefore?: string;

  @IfGiven()
  @IsISO8601({ strict: true })
  receivedFrom?: string;

  @IfGiven()
  @IsPlainDate()
  receivedOn?: PlainDate;

  @IfGiven()
  @List(Number)
  @ArrayMaxSize(100)
  @IsId({ each: true })
  unit?: number[];

  /** Account ids; `none` for cases without an active handler, `nobody` for those given to nobody at all. */
  @IfGiven()
  @List()
  @ArrayMaxSize(100)
  @Matches(/^(none|nobody|\d{1,9})$/, { each: true })
  assignee?: string[];

  @IfGiven()
  @List(Number)
  @ArrayMaxSize(100)
  @IsId({ each: true })
  residentialGroup?: number[];

  /** Project codes. */
  @IfGiven()
  @List()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  project?: string[];

  @IfGiven()
  @IsString()
  @MaxLength(200)
  q?: string;

  @IfGiven()
  @IsIn(sortNames)
  sort?: SortName;

  @IfGiven()
  @Flag()
  descending?: boolean;

  @IfGiven()
  @IsString()
  @MaxLength(600)
  cursor?: string;

  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}
