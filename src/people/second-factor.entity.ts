import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';

/** The secret an authenticator shares with the product. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn({ name: 'account_id', type: 'integer' })
  accountId!: number;

  /** Sealed. */
  @Column({ name: 'secret', type: 'text' })
  secret!: string;

  /** Null: shown as a picture and not yet proved by a code. */
  @Column({ name: 'confirmed_at', type: 'varchar', nullable: true })
  confirmedAt!: Instant | null;

  /** The half minute of the last code that was taken: none is taken twice. */
  @Column({ name: 'last_step', type: 'integer' })
  lastStep!: number;
}
