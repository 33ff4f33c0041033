import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import type { DayKind } from '../domain/deadlines/calendar.js';
import type { PlainDate } from '../domain/plain-date.js';
import { IsPlainDate } from '../platform/validation.js';

class DayDto {
  @IsPlainDate()
  date!: PlainDate;

  @IsIn(['holiday', 'swapped-off', 'swapped-work'])
  kind!: DayKind;

  @IsString()
  @Length(1, 120)
  name!: string;
}

export class CalendarChangeDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => DayDto)
  set: DayDto[] = [];

  @ApiPropertyOptional()
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsPlainDate({ each: true })
  remove: PlainDate[] = [];

  /** The announcement the change rests on. */
  @IsString()
  @Length(3, 1000)
  reason!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  preview: boolean = false;
}
