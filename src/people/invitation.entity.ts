import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';

/** The one open invitation of an account: who has its code sets the password. Gone once used. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn({ name: 'account_id', type: 'integer' })
  accountId!: number;

  @Column({ name: 'code_hash', type: 'varchar' })
  codeHash!: string;

  @Column({ name: 'purpose', type: 'varchar' })
  purpose!: 'invitation' | 'reset';

  @Column({ name: 'created_at', type: 'varchar' })
  createdAt!: Instant;

  @Column({ name: 'expires_at', type: 'varchar' })
  expiresAt!: Instant;
}
