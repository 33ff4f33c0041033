import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const caseRoles = ['holder', 'kin', 'petitioner', 'signatory'] as const;
export type CaseRole = (typeof caseRoles)[number];

/** What a citizen is in a case. */
@Entity('case_person')
export class CasePerson {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ name: 'unit_id', type: 'integer' })
  unitId!: number;

  @Column({ name: 'case_id', type: 'integer' })
  caseId!: number;

  @Column({ name: 'person_id', type: 'integer' })
  personId!: number;

  @Column({ name: 'role', type: 'varchar' })
  role!: CaseRole;
}
