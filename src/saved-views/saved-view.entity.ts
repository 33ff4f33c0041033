import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A list as somebody filtered and sorted it, under a name. */
@Entity('saved_view')
export class SavedView {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'account_id', type: 'integer' })
  accountId!: number;

  @Column({ name: 'name', type: 'varchar' })
  name!: string;

  /** The screen it belongs to, as its address names it. */
  @Column({ name: 'screen', type: 'varchar' })
  screen!: string;

  /** The query string of the address. */
  @Column({ name: 'search', type: 'varchar' })
  search!: string;

  @Column({ name: 'shared', type: 'boolean' })
  shared!: boolean;

  @Column({ name: 'pinned', type: 'boolean' })
  pinned!: boolean;
}
