import { Table, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

type Extra = Partial<TableColumnOptions>;
const column = (name: string, type: string, extra: Extra = {}): TableColumnOptions => ({ name, type, ...extra });
const nullable: Extra = { isNullable: true };
const id = column('id', 'integer', { isPrimary: true, isGenerated: true, generationStrategy: 'increment' });
const unit = column('unit_id', 'integer');
const day = (name: string, extra: Extra = {}) => column(name, 'varchar', { length: '10', ...extra });
const instant = (name: string, extra: Extra = {}) => column(name, 'varchar', { length: '24', ...extra });
const key = (table: string, columnName: string, extra: { onDelete?: string } = {}) => ({
  columnNames: [columnName],
  referencedTableName: table,
  referencedColumnNames: ['id'],
  ...extra,
});
const index = (table: string, columns: string[], isUnique = false) => ({
  name: `${isUnique ? 'uq' : 'ix'}_${table}_${columns.join('_')}`,
  columnNames: columns,
  isUnique,
});

/** The tables of the first release. Days are `YYYY-MM-DD` text and instants UTC text: one order on both databases. */
export class FirstSchema1764000000001 implements MigrationInterface {
  name = 'FirstSchema1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    // Sorting by a locale would differ between the two databases; code points do not.
    const sorted: Extra = runner.connection.options.type === 'postgres' ? { collation: 'C' } : {};
    const text = (name: string, extra: Extra = {}) => column(name, 'varchar', { ...sorted, ...extra });
    const table = (
      name: string,
      columns: TableColumnOptions[],
      foreignKeys: ReturnType<typeof key>[] = [],
      indices: ReturnType<typeof index>[] = [],
    ) => runner.createTable(new Table({ name, columns, foreignKeys, indices }));

    await table(
      'unit',
      [
        id,
        text('code'),
        text('name'),
        text('parent', nullable),
        text('province', nullable),
        column('remote_area', 'boolean', { default: false }),
        column('reception_weekday', 'integer', { default: 4 }),
        text('webhook_url', nullable),
        text('webhook_secret', nullable),
      ],
      [],
      [index('unit', ['code'], true)],
    );
    await table(
      'residential_group',
      [id, unit, text('name')],
      [key('unit', 'unit_id')],
      [index('residential_group', ['unit_id', 'name'], true)],
    );
    await table(
      'account',
      [
        id,
        unit,
        text('login'),
        text('name'),
        text('email', nullable),
        text('role'),
        text('password_hash'),
        column('active', 'boolean', { default: true }),
      ],
      [key('unit', 'unit_id')],
      [index('account', ['login'], true), index('account', ['unit_id', 'role'])],
    );
    await table(
      'sign_in_session',
      [text('id', { isPrimary: true }), column('account_id', 'integer'), instant('created_at'), instant('expires_at')],
      [key('account', 'account_id')],
      [index('sign_in_session', ['account_id'])],
    );
    await table(
      'person',
      [
        id,
        unit,
        text('name'),
        text('id_number', nullable),
        text('phone', nullable),
        text('address', nullable),
        text('search'),
      ],
      [key('unit', 'unit_id')],
      [index('person', ['unit_id', 'search']), index('person', ['unit_id', 'id_number'])],
    );
    await table('case_counter', [
      column('unit_id', 'integer', { isPrimary: true }),
      text('prefix', { isPrimary: true }),
      column('year', 'integer', { isPrimary: true }),
      column('last', 'integer'),
    ]);
    await table(
      'case_file',
      [
        id,
        unit,
        text('kind'),
        text('code'),
        text('title'),
        text('variant', nullable),
        text('state'),
        text('phase'),
        text('outcome', nullable),
        day('state_since'),
        day('opened_on'),
        instant('received_at'),
        day('closed_on', nullable),
        column('version', 'integer'),
        column('assignee_id', 'integer', nullable),
        column('residential_group_id', 'integer', nullable),
        column('project_id', 'integer', nullable),
        column('household_id', 'integer', nullable),
        column('first_petition_id', 'integer', nullable),
        column('merged_into_id', 'integer', nullable),
        text('holdout_reason', nullable),
        column('area_recovered', 'bigint', nullable),
        column('area_donated', 'bigint', nullable),
        column('area_notified', 'bigint', nullable),
        column('amount_vnd', 'bigint', nullable),
        column('fields', 'text'),
        column('illustrative', 'text'),
        text('search'),
        day('next_due_on', nullable),
        instant('created_at'),
      ],
      [
        key('unit', 'unit_id'),
        key('account', 'assignee_id'),
        key('residential_group', 'residential_group_id'),
        key('case_file', 'project_id'),
        key('case_file', 'household_id'),
        key('case_file', 'first_petition_id'),
        key('case_file', 'merged_into_id'),
      ],
      [
        index('case_file', ['unit_id', 'code'], true),
        index('case_file', ['unit_id', 'kind', 'state']),
        index('case_file', ['unit_id', 'phase', 'next_due_on']),
        index('case_file', ['assignee_id', 'phase', 'next_due_on']),
        index('case_file', ['project_id']),
        index('case_file', ['household_id']),
        index('case_file', ['merged_into_id']),
        index('case_file', ['unit_id', 'received_at']),
      ],
    );
    await table(
      'case_person',
      [id, unit, column('case_id', 'integer'), column('person_id', 'integer'), text('role')],
      [key('case_file', 'case_id', { onDelete: 'CASCADE' }), key('person', 'person_id')],
      [index('case_person', ['case_id', 'person_id', 'role'], true), index('case_person', ['person_id'])],
    );
    await table(
      'history',
      [
        id,
        unit,
        column('case_id', 'integer', nullable),
        instant('at'),
        day('on_day', nullable),
        column('account_id', 'integer', nullable),
        text('action'),
        text('from_state', nullable),
        text('to_state', nullable),
        column('before', 'text', nullable),
        column('after', 'text', nullable),
        column('note', 'text', nullable),
        column('illustrative', 'boolean', { default: false }),
      ],
      [key('case_file', 'case_id'), key('account', 'account_id')],
      [index('history', ['case_id', 'id']), index('history', ['unit_id', 'at'])],
    );
    await table(
      'contact',
      [
        id,
        unit,
        column('case_id', 'integer'),
        text('type'),
        text('matter', nullable),
        day('on_day'),
        text('reason', nullable),
        column('amount_vnd', 'bigint', nullable),
        column('note', 'text', nullable),
        column('account_id', 'integer', nullable),
        instant('at'),
      ],
      [key('case_file', 'case_id', { onDelete: 'CASCADE' })],
      [index('contact', ['case_id', 'on_day'])],
    );
    await table(
      'document',
      [
        id,
        unit,
        column('case_id', 'integer'),
        text('name'),
        text('number', nullable),
        day('on_day', nullable),
        text('file_name', nullable),
        text('stored_as', nullable),
        text('media_type', nullable),
        column('size', 'integer', nullable),
        column('account_id', 'integer', nullable),
        instant('at'),
      ],
      [key('case_file', 'case_id', { onDelete: 'CASCADE' })],
      [index('document', ['case_id'])],
    );
    await table(
      'deadline',
      [
        id,
        unit,
        column('case_id', 'integer'),
        text('clock'),
        text('rule_id'),
        text('kind'),
        day('trigger_on'),
        day('due_on', nullable),
        text('status'),
        column('pauses', 'text'),
        column('extensions', 'text'),
        column('term', 'text', nullable),
        column('proof', 'text', nullable),
        column('version', 'integer'),
        column('started_by', 'integer', nullable),
        column('trigger_field', 'varchar', nullable),
        column('stopped_by', 'integer', nullable),
        day('stopped_on', nullable),
        column('days_used', 'integer', nullable),
        column('days_late', 'integer', nullable),
      ],
      [key('case_file', 'case_id', { onDelete: 'CASCADE' })],
      [index('deadline', ['case_id', 'status']), index('deadline', ['status', 'due_on'])],
    );
    await table(
      'reminder',
      [
        id,
        unit,
        text('key'),
        column('case_id', 'integer', nullable),
        column('deadline_id', 'integer', nullable),
        text('rung'),
        column('recipient_id', 'integer'),
        column('due_version', 'integer'),
        day('due_on', nullable),
        instant('send_at'),
        text('status'),
        instant('sent_at', nullable),
      ],
      [
        key('case_file', 'case_id', { onDelete: 'CASCADE' }),
        key('deadline', 'deadline_id', { onDelete: 'CASCADE' }),
        key('account', 'recipient_id'),
      ],
      [
        index('reminder', ['key'], true),
        index('reminder', ['status', 'send_at']),
        index('reminder', ['case_id', 'status']),
      ],
    );
    await table(
      'notice',
      [
        id,
        unit,
        column('reminder_id', 'integer'),
        column('recipient_id', 'integer'),
        column('case_id', 'integer', nullable),
        text('subject'),
        column('body', 'text'),
        instant('at'),
        instant('read_at', nullable),
      ],
      [key('reminder', 'reminder_id', { onDelete: 'CASCADE' }), key('account', 'recipient_id')],
      [index('notice', ['reminder_id'], true), index('notice', ['recipient_id', 'at'])],
    );
    await table(
      'delivery',
      [
        id,
        unit,
        column('notice_id', 'integer'),
        text('channel'),
        text('target'),
        text('status'),
        column('attempts', 'integer'),
        instant('next_attempt_at'),
        instant('claimed_until', nullable),
        instant('sent_at', nullable),
        column('last_error', 'text', nullable),
      ],
      [key('notice', 'notice_id', { onDelete: 'CASCADE' })],
      [index('delivery', ['notice_id', 'channel'], true), index('delivery', ['status', 'next_attempt_at'])],
    );
    await table('reminder_ladder', [
      column('unit_id', 'integer', { isPrimary: true }),
      text('rule_id', { isPrimary: true }),
      column('days', 'text'),
    ]);
    await table('sweep', [id, instant('at'), column('planned', 'integer'), column('woken', 'integer')]);
    await table('calendar_day', [
      day('date', { isPrimary: true }),
      text('kind'),
      text('name'),
      column('confidence', 'float'),
      column('pending', 'boolean', { default: false }),
    ]);
    await table('calendar_revision', [column('id', 'integer', { isPrimary: true }), column('revision', 'integer')]);
    await table('idempotent_answer', [
      column('account_id', 'integer', { isPrimary: true }),
      text('key', { isPrimary: true }),
      text('request'),
      column('answer', 'text', nullable),
      instant('at'),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [
      'idempotent_answer',
      'calendar_revision',
      'calendar_day',
      'sweep',
      'reminder_ladder',
      'delivery',
      'notice',
      'reminder',
      'deadline',
      'document',
      'contact',
      'history',
      'case_person',
      'case_file',
      'case_counter',
      'person',
      'sign_in_session',
      'account',
      'residential_group',
      'unit',
    ])
      await runner.dropTable(name);
  }
}
