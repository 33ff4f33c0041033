import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven } from '../platform/validation.js';
import { importKinds, type ImportKind } from './import-columns.js';
import { rowStatuses, type RowStatus } from './planned-row.js';

/** The multipart form of a workbook: `kind` before the part `file`. */
export class ImportUploadDto {
  @ApiProperty({ enum: importKinds, enumName: 'ImportKind' })
  kind!: ImportKind;

  @ApiProperty({ type: 'string', format: 'binary' })
  file?: unknown;
}

export class ColumnChoiceDto {
  @IsString()
  @Length(1, 40)
  name!: string;

  /** Which column of the sheet, from 0. */
  @IsInt()
  @Min(0)
  @Max(16_383)
  at!: number;
}

export class CheckImportDto {
  @IsString()
  @Length(1, 100)
  sheet!: string;

  /** As Excel numbers it, from 1. */
  @IsInt()
  @Min(1)
  @Max(1_000)
  headerRow!: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => ColumnChoiceDto)
  columns!: ColumnChoiceDto[];

  /** A blank cell takes the value away. */
  @IfGiven()
  @IsBoolean()
  eraseBlank?: boolean;

  /** Refused as a whole while any row has an error. */
  @IfGiven()
  @IsBoolean()
  whole?: boolean;

  /** Code of the project for rows that name none. */
  @IfGiven()
  @IsString()
  @Length(1, 60)
  project?: string;
}

export class ApplyImportDto {
  /** Rows as Excel numbers them; left out, all of them. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5_000)
  @IsInt({ each: true })
  rows?: number[];
}

export class ImportRowsDto {
  @IfGiven()
  @IsIn(rowStatuses)
  status?: RowStatus;

  /** `next` of the page before. */
  @IfGiven()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  from?: number;
}

export class CurrentFileDto {
  @IsIn(['xlsx', 'csv'])
  as!: 'xlsx' | 'csv';
}

export class ImportKindDto {
  @IsIn(importKinds)
  kind!: ImportKind;
}
