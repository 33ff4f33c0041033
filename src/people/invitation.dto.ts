import { IsString, Length } from 'class-validator';

export class InvitationCodeDto {
  @IsString()
  @Length(1, 100)
  code!: string;
}

export class AcceptInvitationDto extends InvitationCodeDto {
  /** How long it may be is the password policy's to say, in its own words. */
  @IsString()
  @Length(1, 1024)
  password!: string;
}
