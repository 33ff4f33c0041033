import { Table, TableColumn, type QueryRunner } from 'typeorm';

const nullable = { isNullable: true };
const id = {
  name: 'id',
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment' as const,
};
const key = (table: string, column: string) => ({
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
});
const text = (name: string, extra: object = {}) => ({ name, type: 'varchar', ...extra });
const instant = (name: string, extra: object = {}) => ({ name, type: 'varchar', length: '24', ...extra });

/** Invitations, sessions that can be looked at, delays, second factors, linked identities, stand-ins. */
export async function addAccounts(runner: QueryRunner): Promise<void> {
  await runner.addColumn(
    'unit',
    new TableColumn({
      name: 'require_second_factor',
      type: 'boolean',
      default: runner.connection.options.type === 'sqlite' ? 0 : false,
    }),
  );
  // Somebody invited has no password yet.
  const known = (await runner.getTable('account'))!.findColumnByName('password_hash')!;
  const optional = known.clone();
  optional.isNullable = true;
  await runner.changeColumn('account', known, optional);

  await runner.addColumns('sign_in_session', [
    new TableColumn(instant('last_seen_at', { default: "''" })),
    new TableColumn(text('address', nullable)),
    new TableColumn(text('browser', nullable)),
    new TableColumn(text('stage', { default: "'whole'" })),
  ]);
  // Nobody is signed out by an upgrade: what is known of a session is when it began.
  await runner.query('UPDATE sign_in_session SET last_seen_at = created_at');
  await runner.createTable(
    new Table({
      name: 'invitation',
      columns: [
        { name: 'account_id', type: 'integer', isPrimary: true },
        text('code_hash'),
        text('purpose'),
        instant('created_at'),
        instant('expires_at'),
      ],
      foreignKeys: [key('account', 'account_id')],
      indices: [{ name: 'uq_invitation_code_hash', columnNames: ['code_hash'], isUnique: true }],
    }),
  );
  await runner.createTable(
    new Table({
      name: 'sign_in_delay',
      columns: [
        text('key', { isPrimary: true }),
        { name: 'failures', type: 'integer' },
        instant('last_failed_at'),
        instant('until', nullable),
      ],
      indices: [{ name: 'ix_sign_in_delay_last_failed_at', columnNames: ['last_failed_at'] }],
    }),
  );
  await runner.createTable(
    new Table({
      name: 'second_factor',
      columns: [
        { name: 'account_id', type: 'integer', isPrimary: true },
        { name: 'secret', type: 'text' },
        instant('confirmed_at', nullable),
        { name: 'last_step', type: 'integer', default: 0 },
      ],
      foreignKeys: [key('account', 'account_id')],
    }),
  );
  await runner.createTable(
    new Table({
      name: 'recovery_code',
      columns: [
        { name: 'account_id', type: 'integer', isPrimary: true },
        text('code_hash', { isPrimary: true }),
        instant('used_at', nullable),
      ],
      foreignKeys: [key('account', 'account_id')],
    }),
  );
  await runner.createTable(
    new Table({
      name: 'linked_identity',
      columns: [
        text('issuer', { isPrimary: true }),
        text('subject', { isPrimary: true }),
        { name: 'account_id', type: 'integer' },
        instant('at'),
      ],
      foreignKeys: [key('account', 'account_id')],
      indices: [{ name: 'uq_linked_identity_account_id', columnNames: ['account_id'], isUnique: true }],
    }),
  );
  await runner.createTable(
    new Table({
      name: 'stand_in',
      columns: [
        id,
        { name: 'unit_id', type: 'integer' },
        { name: 'account_id', type: 'integer' },
        { name: 'stand_in_id', type: 'integer' },
        text('from_day', { length: '10' }),
        text('to_day', { length: '10' }),
        { name: 'reason', type: 'text', ...nullable },
        instant('ended_at', nullable),
      ],
      foreignKeys: [key('account', 'account_id'), key('account', 'stand_in_id')],
      indices: [
        { name: 'ix_stand_in_account_id', columnNames: ['account_id'] },
        { name: 'ix_stand_in_stand_in_id', columnNames: ['stand_in_id'] },
      ],
    }),
  );
}

export async function dropAccounts(runner: QueryRunner): Promise<void> {
  for (const table of ['stand_in', 'linked_identity', 'recovery_code', 'second_factor', 'sign_in_delay', 'invitation'])
    await runner.dropTable(table);
  await runner.dropColumns('sign_in_session', ['last_seen_at', 'address', 'browser', 'stage']);
  await runner.dropColumn('unit', 'require_second_factor');
}
