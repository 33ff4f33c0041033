import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { PlainDate } from '../domain/plain-date.js';
import { IfGiven, IsId, IsPlainDate } from '../platform/validation.js';
import { periodKinds, type PeriodKind } from './report-period.js';
import { wardEventKinds, type WardEventKind } from './ward-event.entity.js';

export class PeriodDto {
  @IsPlainDate()
  from!: PlainDate;

  @IsPlainDate()
  to!: PlainDate;
}

export class ReportDto extends PeriodDto {
  @IsString()
  @Length(1, 40)
  form!: string;
}

export class ReportFileDto extends ReportDto {
  @IsIn(['xlsx', 'docx'])
  as!: 'xlsx' | 'docx';
}

export class ReportCellDto extends ReportDto {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000)
  row!: number;

  @IsString()
  @Length(1, 20)
  column!: string;

  @IfGiven()
  @IsIn(['table', 'lastYear', 'adjustments'])
  part?: 'table' | 'lastYear' | 'adjustments';
}

export class PeriodOfDto {
  @IsIn(periodKinds.filter((kind) => kind !== 'custom'))
  kind!: Exclude<PeriodKind, 'custom'>;

  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  /** The quarter. */
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(4)
  part?: number;
}

export class ClosePeriodDto extends PeriodDto {
  @IsIn(periodKinds)
  kind!: PeriodKind;
}

class SectionDto {
  @IsString()
  @Length(1, 300)
  heading!: string;

  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(5000, { each: true })
  paragraphs!: string[];
}

/** The narrative as the officer has edited it. */
export class NarrativeFileDto extends PeriodDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SectionDto)
  sections!: SectionDto[];
}

export class WardEventDto {
  @IsIn(Object.keys(wardEventKinds))
  kind!: WardEventKind;

  @IsPlainDate()
  on!: PlainDate;

  @IfGiven()
  @IsString()
  @Length(1, 80)
  number?: string;

  @IsString()
  @Length(3, 1000)
  about!: string;

  @IfGiven()
  @IsId()
  residentialGroupId?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  attendees?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(100_000)
  wanting?: number;
}
