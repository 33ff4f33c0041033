import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { PlainDate } from '../domain/plain-date.js';
import { IsPlainDate } from '../platform/validation.js';

export class LunarDto {
  @IsPlainDate()
  day!: PlainDate;
}

export class TriggerDto {
  /** The day of the event the term counts from; of the event itself for a notice due before it. */
  @IsPlainDate()
  trigger!: PlainDate;

  /** Days printed in the notice, for rules that leave the length to it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3650)
  days?: number;
}
