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

  @Column({ name: 'id_number', type: 'varchar', nullable: true })
  idNumber!: string | null;

  @Column({ name: 'phone', type: 'varchar', nullable: true })
  phone!: string | null;

  @Column({ name: 'address', type: 'varchar', nullable: true })
  address!: string | null;

  @Column({ name: 'search', type: 'varchar' })
  search!: string;
}
