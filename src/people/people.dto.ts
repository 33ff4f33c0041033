import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { Role } from '../domain/workflow/workflow.js';

const roles: Role[] = ['clerk', 'officer', 'supervisor', 'admin'];

export class SignInDto {
  @IsString()
  @Length(1, 200)
  login!: string;

  @IsString()
  @Length(1, 200)
  password!: string;
}

export class CreateAccountDto {
  @Matches(/^[a-z0-9][a-z0-9.-]{1,39}$/)
  login!: string;

  @IsString()
  @Length(1, 120)
  name!: string;

  @IsOptional()
  @IsEmail()
  email?: string;

  @IsIn(roles)
  role!: Role;

  @IsString()
  @Length(12, 200)
  password!: string;
}

export class UpdateAccountDto {
  @IsOptional()
  @IsString()
  @Length(1, 120)
  name?: string;

  @IsOptional()
  @IsEmail()
  email?: string;

  @IsOptional()
  @IsIn(roles)
  role?: Role;

  @IsOptional()
  @IsBoolean()
  active?: boolean;
}
