import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../domain/workflow/workflow.js';
import type { Scope } from '../platform/officer.js';

/** A person who signs in. One who left keeps authorship but is not active. */
@Entity('account')
export class Account {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'login', type: 'varchar' })
  login!: string;

  @Column({ name: 'name', type: 'varchar' })
  name!: string;

  @Column({ name: 'email', type: 'varchar', nullable: true })
  email!: string | null;

  @Column({ name: 'role', type: 'varchar' })
  role!: Role;

  /** How far in the unit this person sees. */
  @Column({ name: 'scope', type: 'varchar' })
  scope!: Scope;

  /** Null: invited and not yet come in, or reset. */
  @Column({ name: 'password_hash', type: 'varchar', nullable: true })
  passwordHash!: string | null;

  @Column({ name: 'active', type: 'boolean' })
  active!: boolean;
}
