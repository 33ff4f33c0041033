import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';

/** The subject of an identity server that is this account. */
@Entity('linked_identity')
export class LinkedIdentity {
  @PrimaryColumn({ name: 'issuer', type: 'varchar' })
  issuer!: string;

  @PrimaryColumn({ name: 'subject', type: 'varchar' })
  subject!: string;

  @Column({ name: 'account_id', type: 'integer' })
  accountId!: number;

  @Column({ name: 'at', type: 'varchar' })
  at!: Instant;
}
