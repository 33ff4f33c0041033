import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';

/** A ward's own version of a template. Earlier ones are kept: letters were written by them. */
@Entity('letter_template')
export class LetterTemplate {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'kind', type: 'varchar' })
  kind!: string;

  @Column({ name: 'version', type: 'integer' })
  version!: number;

  /** At most one of a kind; none: the built-in template is used. */
  @Column({ name: 'in_use', type: 'boolean' })
  inUse!: boolean;

  @Column({ name: 'file_name', type: 'varchar' })
  fileName!: string;

  @Column({ name: 'stored_as', type: 'varchar' })
  storedAs!: string;

  @Column({ name: 'file_key', type: 'text' })
  fileKey!: string;

  @Column({ name: 'size', type: 'integer' })
  size!: number;

  @Column({ name: 'account_id', type: 'integer', nullable: true })
  accountId!: number | null;

  @Column({ name: 'at', type: 'varchar' })
  at!: Instant;
}
