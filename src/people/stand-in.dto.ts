import { IsOptional, IsString, Length } from 'class-validator';
import type { PlainDate } from '../domain/plain-date.js';
import { IfGiven, IsId, IsPlainDate } from '../platform/validation.js';

export class StandInDto {
  /** Who is away; left out: the asker. */
  @IfGiven()
  @IsId()
  accountId?: number;

  @IsId()
  standInId!: number;

  @IsPlainDate()
  fromDay!: PlainDate;

  /** The last day, included. */
  @IsPlainDate()
  toDay!: PlainDate;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  reason?: string;
}
