import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Tổ dân phố. */
@Entity('residential_group')
export class ResidentialGroup {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'name', type: 'varchar' })
  name!: string;
}
