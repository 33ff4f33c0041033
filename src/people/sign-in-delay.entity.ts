import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';

/** Failed sign-ins of one login (known or not) or one network address, and until when the next is refused unheard. */
@Entity('sign_in_delay')
export class SignInDelay {
  /** `login:` with the hash of what was typed, which may be a password by mistake; or `address:`. */
  @PrimaryColumn({ name: 'key', type: 'varchar' })
  key!: string;

  @Column({ name: 'failures', type: 'integer' })
  failures!: number;

  @Column({ name: 'last_failed_at', type: 'varchar' })
  lastFailedAt!: Instant;

  @Column({ name: 'until', type: 'varchar', nullable: true })
  until!: Instant | null;
}
