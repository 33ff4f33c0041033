import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';
import type { ImportKind } from './import-columns.js';
import type { Matching } from './match-headers.js';

export const importStates = [
  'looked',
  'checking',
  'checked',
  'applying',
  'applied',
  'taking-back',
  'taken-back',
] as const;
export type ImportState = (typeof importStates)[number];

/** How the sheet is read, as chosen on the screen. */
export interface Choice {
  /** Name of the sheet, and the row of its headers as Excel numbers it. */
  sheet: string;
  headerRow: number;
  columns: Matching;
  /** A blank cell takes the value away; otherwise it changes nothing. */
  eraseBlank: boolean;
  /** Applied only when no row has an error. */
  whole: boolean;
  /** Code of the project for rows that name none. */
  project?: string;
  /** How far the unit's history had come when the rows were checked. */
  head?: number;
}

export interface Counts {
  new: number;
  changed: number;
  unchanged: number;
  error: number;
}

/** A workbook handed in, and how far it has come. What it says is sealed with a key of its own. */
@Entity('import_file')
export class ImportFile {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'account_id', type: 'integer' })
  accountId!: number;

  @Column({ name: 'kind', type: 'varchar' })
  kind!: ImportKind;

  /** Sealed, like the sheets and the chunks: a name of a file may tell a person's. */
  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  /** Null once forgotten. */
  @Column({ name: 'stored_as', type: 'varchar', nullable: true })
  storedAs!: string | null;

  @Column({ name: 'file_key', type: 'text', nullable: true })
  fileKey!: string | null;

  /** The key that its words are sealed with, itself sealed. Once it is gone nothing of them can be read. */
  @Column({ name: 'sealed_key', type: 'text', nullable: true })
  sealedKey!: string | null;

  /** First rows of every sheet, sealed JSON. */
  @Column({ name: 'sheets', type: 'text', nullable: true })
  sheets!: string | null;

  @Column({ name: 'state', type: 'varchar' })
  state!: ImportState;

  @Column({ name: 'choice', type: 'simple-json', nullable: true })
  choice!: Choice | null;

  @Column({ name: 'counts', type: 'simple-json', nullable: true })
  counts!: Counts | null;

  /** Why the last run came to nothing: code and sentence. */
  @Column({ name: 'refusal', type: 'simple-json', nullable: true })
  refusal!: { code: string; detail: string } | null;

  @Column({ name: 'at', type: 'varchar' })
  at!: Instant;

  /** When it came into its present state. */
  @Column({ name: 'since', type: 'varchar' })
  since!: Instant;
}

/** Some rows of the dry run, sealed. */
@Entity('import_chunk')
export class ImportChunk {
  @PrimaryColumn({ name: 'import_id', type: 'integer' })
  importId!: number;

  @PrimaryColumn({ name: 'seq', type: 'integer' })
  seq!: number;

  @Column({ name: 'sealed', type: 'text' })
  sealed!: string;
}

/** How a unit's headers were matched before; `column` is empty for one that is left out. */
@Entity('import_header')
export class ImportHeader {
  @PrimaryColumn({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @PrimaryColumn({ name: 'kind', type: 'varchar' })
  kind!: ImportKind;

  @PrimaryColumn({ name: 'header', type: 'varchar' })
  header!: string;

  @Column({ name: 'column_name', type: 'varchar' })
  column!: string;
}
