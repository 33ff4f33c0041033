import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';
import { wholeNumber } from '../platform/whole-number.js';

/** One attempt at a backup. */
@Entity('backup_run')
export class BackupRun {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'at', type: 'varchar' })
  at!: Instant;

  /** Name of the archive; null: none came of it. */
  @Column({ name: 'file', type: 'varchar', nullable: true })
  file!: string | null;

  /** Bytes. */
  @Column({ name: 'size', type: 'bigint', nullable: true, transformer: wholeNumber })
  size!: number | null;

  @Column({ name: 'ok', type: 'boolean' })
  ok!: boolean;

  /** Why it failed, or what a good one lacks. */
  @Column({ name: 'why', type: 'text', nullable: true })
  why!: string | null;
}
