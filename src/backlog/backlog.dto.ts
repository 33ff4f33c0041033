import { IsOptional, IsString, Length } from 'class-validator';

export class HoldoutsDto {
  /** Code of the project. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  project?: string;
}
