import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IfGiven, IsId, OrNull } from '../platform/validation.js';

export class UploadTemplateDto {
  @ApiProperty({ type: 'string', format: 'binary' })
  file!: unknown;
}

export class UseTemplateDto {
  /** Null: the built-in template. */
  @OrNull()
  @IsId()
  version!: number | null;
}

export class TemplateFileDto {
  /** Id of one of the ward's own; without it the built-in template. */
  @IfGiven()
  @Type(() => Number)
  @IsId()
  template?: number;
}
