import { ApiProperty } from '@nestjs/swagger';
import type { PlainDate } from '../domain/plain-date.js';
import type { DocumentName } from '../domain/workflow/documents.js';
import { Day, OneOf } from '../platform/described.js';

/** The multipart form of a paper, as `read-upload.ts` reads it part by part. `file` is its scan. */
export class UploadDto {
  @OneOf('DocumentName')
  name!: DocumentName;

  number?: string;

  /** The day on the paper. */
  @Day()
  on?: PlainDate;

  @ApiProperty({ type: 'string', format: 'binary' })
  file?: unknown;
}
