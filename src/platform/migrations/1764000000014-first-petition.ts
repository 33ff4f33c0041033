import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const index = new TableIndex({ name: 'ix_case_file_first_petition_id', columnNames: ['first_petition_id'] });

/** Every case page asks which petitions follow this one; without the index it would read all cases of the province. */
export class FirstPetition1764000000014 implements MigrationInterface {
  name = 'FirstPetition1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('case_file', index);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('case_file', index);
  }
}
