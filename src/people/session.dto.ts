import { IsOptional, IsString, Length, Matches } from 'class-validator';

export class SignInDto {
  @IsString()
  @Length(1, 200)
  login!: string;

  @IsString()
  @Length(1, 1024)
  password!: string;
}

export class SignInCodeDto {
  /** Six digits of the authenticator, or a recovery code. */
  @IsString()
  @Length(6, 40)
  code!: string;
}

export class OidcStartDto {
  /** The screen to return to: a path of this site. */
  @IsOptional()
  @Matches(/^\/(?![/\\])/)
  @Length(1, 1000)
  screen?: string;
}

export class OidcFinishDto {
  /** What the identity server sent the browser back with: `?code=…&state=…`. */
  @IsString()
  @Length(1, 8000)
  query!: string;
}
