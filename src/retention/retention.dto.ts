import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsString, Length, Matches } from 'class-validator';
import { IfGiven, IsId } from '../platform/validation.js';

export class EraseDto {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @IsId({ each: true })
  cases!: number[];

  /** Who decided and by which paper; stays in the history. */
  @IsString()
  @Length(5, 500)
  reason!: string;
}

export class LegalHoldDto {
  @IsBoolean()
  held!: boolean;

  @IsString()
  @Length(5, 500)
  reason!: string;
}

/** Whose data: a person of the directory, or everybody entered under one number, protected petitions among them. */
export class PersonalDataDto {
  @IfGiven()
  @IsId()
  personId?: number;

  @IfGiven()
  @Matches(/^(\d{9}|\d{12})$/)
  idNumber?: string;

  @IsString()
  @Length(5, 500)
  reason!: string;
}
