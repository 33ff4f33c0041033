import { IsString, Length } from 'class-validator';

export class ChangePasswordDto {
  @IsString()
  @Length(1, 1024)
  current!: string;

  /** How long it may be is the password policy's to say, in its own words. */
  @IsString()
  @Length(1, 1024)
  next!: string;
}

/** The password once more, before something a thief of the session must not do. */
export class ConfirmDto {
  @IsString()
  @Length(1, 1024)
  password!: string;
}

export class FactorCodeDto {
  @IsString()
  @Length(6, 20)
  code!: string;
}
