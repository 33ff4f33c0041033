import { IsString, Length } from 'class-validator';
import type { PlainDate } from '../domain/plain-date.js';
import { IfGiven, IsPlainDate } from '../platform/validation.js';

export class GravesDto {
  /** Code of the project. */
  @IfGiven()
  @IsString()
  @Length(1, 60)
  project?: string;
}

export class ReceptionDto {
  @IfGiven()
  @IsPlainDate()
  from?: PlainDate;

  @IfGiven()
  @IsPlainDate()
  to?: PlainDate;
}
