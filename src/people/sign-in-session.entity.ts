import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';

/** A signed-in browser. The cookie holds the secret; the row only its hash. */
@Entity('sign_in_session')
export class SignInSession {
  @PrimaryColumn({ name: 'id', type: 'varchar' })
  id!: string;

  @Column({ name: 'account_id', type: 'integer' })
  accountId!: number;

  @Column({ name: 'created_at', type: 'varchar' })
  createdAt!: Instant;

  @Column({ name: 'expires_at', type: 'varchar' })
  expiresAt!: Instant;

  /** Kept to the minute. */
  @Column({ name: 'last_seen_at', type: 'varchar' })
  lastSeenAt!: Instant;

  @Column({ name: 'address', type: 'varchar', nullable: true })
  address!: string | null;

  /** What the browser says it is. */
  @Column({ name: 'browser', type: 'varchar', nullable: true })
  browser!: string | null;

  /** `half`: the password was right and the code of the second factor is still asked for. */
  @Column({ name: 'stage', type: 'varchar' })
  stage!: 'half' | 'whole';
}
