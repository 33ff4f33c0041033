import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, PlainDate } from '../domain/plain-date.js';
import type { DocumentName } from '../domain/workflow/documents.js';

/** A paper in a file, with its scan where one was uploaded. */
@Entity('document')
export class CaseDocument {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'case_id', type: 'integer' })
  caseId!: number;

  @Column({ name: 'name', type: 'varchar' })
  name!: DocumentName;

  @Column({ name: 'number', type: 'varchar', nullable: true })
  number!: string | null;

  @Column({ name: 'on_day', type: 'varchar', nullable: true })
  onDay!: PlainDate | null;

  /** As the citizen or officer named it, accents kept. */
  @Column({ name: 'file_name', type: 'varchar', nullable: true })
  fileName!: string | null;

  /** Random name under `files/`; never taken from the upload. */
  @Column({ name: 'stored_as', type: 'varchar', nullable: true })
  storedAs!: string | null;

  /** The file's own key, sealed; absent for a file kept before files were. */
  @Column({ name: 'file_key', type: 'text', nullable: true })
  fileKey!: string | null;

  @Column({ name: 'media_type', type: 'varchar', nullable: true })
  mediaType!: string | null;

  @Column({ name: 'size', type: 'integer', nullable: true })
  size!: number | null;

  @Column({ name: 'account_id', type: 'integer', nullable: true })
  accountId!: number | null;

  @Column({ name: 'at', type: 'varchar' })
  at!: Instant;
}
