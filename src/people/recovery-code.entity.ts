import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';

/** Takes the place of an authenticator's code, once. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn({ name: 'account_id', type: 'integer' })
  accountId!: number;

  @PrimaryColumn({ name: 'code_hash', type: 'varchar' })
  codeHash!: string;

  @Column({ name: 'used_at', type: 'varchar', nullable: true })
  usedAt!: Instant | null;
}
