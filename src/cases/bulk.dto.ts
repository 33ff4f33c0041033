import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Length,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IfGiven, IsId } from '../platform/validation.js';
import { ActDto } from './case.dto.js';

export const bulkActions = ['assign', 'release', 'note', 'act'] as const;
export type BulkAction = (typeof bulkActions)[number];

export class BulkCaseDto {
  @IsId()
  id!: number;

  /** The version the officer saw; a newer one refuses the row. A note needs none. */
  @IsInt()
  @Min(1)
  version!: number;
}

export class BulkActDto extends OmitType(ActDto, ['version', 'note']) {
  @IsString()
  @Length(1, 60)
  action!: string;
}

const when = (action: BulkAction) => ValidateIf((given: BulkDto) => given.action === action);

export class BulkDto {
  @IsIn(bulkActions)
  action!: BulkAction;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => BulkCaseDto)
  cases!: BulkCaseDto[];

  /** For `assign`. */
  @when('assign')
  @IsId()
  assigneeId?: number;

  /** For `note`; with the others, the reason. */
  @ValidateIf((given: BulkDto) => given.action === 'note' || given.note !== undefined)
  @IsString()
  @Length(1, 4000)
  note?: string;

  /** For `act`. */
  @when('act')
  @IsObject()
  @ValidateNested()
  @Type(() => BulkActDto)
  act?: BulkActDto;

  /** Nothing is written; each row says whether it would pass. */
  @IfGiven()
  @IsBoolean()
  preview?: boolean;
}
