import { IsInt, IsString, Length, Max, Min } from 'class-validator';
import { IfGiven, IsId } from '../platform/validation.js';

export class FindPeopleDto {
  /** Words of a name, accents ignored, or a whole identity number. */
  @IsString()
  @Length(1, 200)
  q!: string;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(20)
  limit?: number;
}

export class SimilarDto {
  /** The matter as typed so far. */
  @IsString()
  @Length(1, 4000)
  content!: string;

  @IfGiven()
  @IsId()
  personId?: number;
}
