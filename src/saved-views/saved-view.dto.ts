import { IsBoolean, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IfGiven } from '../platform/validation.js';

export class SaveViewDto {
  @IsString()
  @Length(1, 80)
  name!: string;

  @Matches(/^[a-z][a-z-]{0,39}$/)
  screen!: string;

  @IsString()
  @MaxLength(2000)
  search!: string;

  @IfGiven()
  @IsBoolean()
  shared?: boolean;

  @IfGiven()
  @IsBoolean()
  pinned?: boolean;
}

export class ChangeViewDto {
  @IfGiven()
  @IsString()
  @Length(1, 80)
  name?: string;

  @IfGiven()
  @IsString()
  @MaxLength(2000)
  search?: string;

  @IfGiven()
  @IsBoolean()
  shared?: boolean;

  @IfGiven()
  @IsBoolean()
  pinned?: boolean;
}
