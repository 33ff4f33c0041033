import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import type { PlainDate } from '../domain/plain-date.js';
import { IsId, IsPlainDate } from '../platform/validation.js';

export class AuditDto {
  /** The author, or whom he stood in for. */
  @IsOptional()
  @Type(() => Number)
  @IsId()
  person?: number;

  /** Code of a case. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  case?: string;

  /** Name of an action; `read` for every kind of reading. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  action?: string;

  /** Written on this day or later. */
  @IsOptional()
  @IsPlainDate()
  from?: PlainDate;

  /** Written on this day or earlier. */
  @IsOptional()
  @IsPlainDate()
  to?: PlainDate;

  /** Only entries with a place in the chain before this one: `next` of the page before. */
  @IsOptional()
  @Type(() => Number)
  @IsId()
  before?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}
