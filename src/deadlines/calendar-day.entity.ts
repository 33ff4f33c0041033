import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DayKind } from '../domain/deadlines/calendar.js';
import type { PlainDate } from '../domain/plain-date.js';

/** A day off or a worked Saturday, as announced; an administrator may edit it. */
@Entity('calendar_day')
export class CalendarDayRow {
  @PrimaryColumn({ name: 'date', type: 'varchar' })
  date!: PlainDate;

  @Column({ name: 'kind', type: 'varchar' })
  kind!: DayKind;

  @Column({ name: 'name', type: 'varchar' })
  name!: string;

  @Column({ name: 'confidence', type: 'float' })
  confidence!: number;

  @Column({ name: 'pending', type: 'boolean' })
  pending!: boolean;
}
