import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, IsString, Length, Max, Min } from 'class-validator';
import type { PlainDate } from '../domain/plain-date.js';
import { IfGiven, IsId, IsPlainDate } from '../platform/validation.js';
import { waysOfService, type WayOfService } from './letter.entity.js';

export const signerRanks = ['chair', 'deputy'] as const;
export type SignerRank = (typeof signerRanks)[number];

/** What a letter is made of, beside the case. */
export class LetterDto {
  /** The id of its kind. */
  @IsString()
  @Length(1, 60)
  kind!: string;

  /** The day on the letter. */
  @IsPlainDate()
  on!: PlainDate;

  @IsIn(signerRanks)
  signerRank!: SignerRank;

  @IsString()
  @Length(1, 120)
  signer!: string;

  /** Values typed in by the name of their field; they go before what the case says. */
  @IfGiven()
  @IsObject()
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  values?: Record<string, string>;

  /** Why a protected petition is opened for it. */
  @IfGiven()
  @IsString()
  @Length(5, 500)
  reason?: string;
}

export class WriteLetterDto extends LetterDto {
  /** Set by hand; without it the next of the book. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(99_999)
  number?: number;

  /** The letter this is a new version of: it keeps the number. */
  @IfGiven()
  @IsId()
  replaces?: number;
}

export class ServeLetterDto {
  @IsIn(Object.keys(waysOfService))
  how!: WayOfService;

  @IsPlainDate()
  on!: PlainDate;

  /** Who took it, or for whom it was left. */
  @IsString()
  @Length(1, 200)
  to!: string;

  /** Who brought or posted it. */
  @IsString()
  @Length(1, 200)
  by!: string;

  /** Witnesses, number of the postal receipt. */
  @IfGiven()
  @IsString()
  @Length(0, 1000)
  note?: string;
}

export class LetterBookDto {
  @IsPlainDate()
  from!: PlainDate;

  @IsPlainDate()
  to!: PlainDate;
}
