import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant, PlainDate } from '../domain/plain-date.js';

export const wardEventKinds = {
  guidance: 'Văn bản chỉ đạo, hướng dẫn',
  received: 'Văn bản cấp trên được triển khai',
  class: 'Lớp tập huấn, tuyên truyền',
  inspection: 'Cuộc thanh tra, kiểm tra trách nhiệm',
  dialogue: 'Hội nghị đối thoại với nhân dân',
} as const;
export type WardEventKind = keyof typeof wardEventKinds;

/** What the ward did that is no case, and that its reports count: guidance issued, classes, inspections, dialogues. */
@Entity('ward_event')
export class WardEvent {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'kind', type: 'varchar' })
  kind!: WardEventKind;

  @Column({ name: 'on_day', type: 'varchar' })
  onDay!: PlainDate;

  @Column({ name: 'number', type: 'varchar', nullable: true })
  number!: string | null;

  @Column({ name: 'about', type: 'text' })
  about!: string;

  @Column({ name: 'residential_group_id', type: 'integer', nullable: true })
  residentialGroupId!: number | null;

  /** People who came to a class or dialogue. */
  @Column({ name: 'attendees', type: 'integer', nullable: true })
  attendees!: number | null;

  /** Of an inspection: bodies found wanting. */
  @Column({ name: 'wanting', type: 'integer', nullable: true })
  wanting!: number | null;

  /** Its day is filled in for demonstration. */
  @Column({ name: 'illustrative', type: 'boolean' })
  illustrative!: boolean;

  @Column({ name: 'account_id', type: 'integer', nullable: true })
  accountId!: number | null;

  /** Taken back; the row stays. */
  @Column({ name: 'removed_at', type: 'varchar', nullable: true })
  removedAt!: Instant | null;
}
