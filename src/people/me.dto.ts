import { IsString, Length } from 'class-validator';

export class ChangePasswordDto {
  @IsString()
  @Length(1, 200)
  current!: string;

  @IsString()
  @Length(12, 200)
  next!: string;
}
