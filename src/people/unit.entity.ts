import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A ward (phường). Every row that belongs to it carries its id. */
@Entity('unit')
export class Unit {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'code', type: 'varchar' })
  code!: string;

  @Column({ name: 'name', type: 'varchar' })
  name!: string;

  /** The unit above (province, city), which sees this one's counts. */
  @Column({ name: 'parent_id', type: 'integer', nullable: true })
  parentId!: number | null;

  @Column({ name: 'parent', type: 'varchar', nullable: true })
  parent!: string | null;

  @Column({ name: 'province', type: 'varchar', nullable: true })
  province!: string | null;

  /** Remote areas have longer complaint terms (Luật Khiếu nại 2011, Điều 28, 37). */
  @Column({ name: 'remote_area', type: 'boolean' })
  remoteArea!: boolean;

  /** 0 Sunday … 6 Saturday: the fixed weekday of citizen reception. */
  @Column({ name: 'reception_weekday', type: 'integer' })
  receptionWeekday!: number;

  @Column({ name: 'webhook_url', type: 'varchar', nullable: true })
  webhookUrl!: string | null;

  @Column({ name: 'webhook_secret', type: 'varchar', nullable: true })
  webhookSecret!: string | null;

  /** Administrators and supervisors need a second factor to sign in. */
  @Column({ name: 'require_second_factor', type: 'boolean' })
  requireSecondFactor!: boolean;
}
