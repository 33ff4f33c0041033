import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A citizen: holder, kin, petitioner or signatory. */
@Entity('person')
export class Person {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'name', type: 'varchar' })
  name!: string;

  /** Sealed; `id-number.ts` opens, masks and finds it. */
  @Column({ name: 'id_number', type: 'varchar', nullable: true })
  idNumber!: string | null;

  @Column({ name: 'id_hash', type: 'varchar', nullable: true })
  idHash!: string | null;

  @Column({ name: 'phone', type: 'varchar', nullable: true })
  phone!: string | null;

  @Column({ name: 'address', type: 'varchar', nullable: true })
  address!: string | null;

  @Column({ name: 'search', type: 'varchar' })
  search!: string;

  /** Belongs to one protected case: name, phone and address are sealed too, and no search finds them. */
  @Column({ name: 'protected', type: 'boolean' })
  protected!: boolean;
}
