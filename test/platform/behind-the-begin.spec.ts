import pg from 'pg';
import { inRequest } from '../../src/platform/request-context.js';
import { findRows } from '../../src/platform/rows.js';
import { Transaction } from '../../src/platform/transaction.js';
import { insertRows } from '../../src/platform/write-rows.js';
import { Reminder } from '../../src/reminders/reminder.entity.js';
import { engines } from '../support/services.js';
import { eventually, Ward } from '../support/ward.js';

/** What a write asks first is sent before PostgreSQL has answered that it has begun and has the turn of the unit. */
(engines().includes('postgres') ? describe : describe.skip)('a write that does not wait for its begin', () => {
  let ward: Ward;
  let other: pg.Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine: 'postgres', jobs: 'separate' });
    other = new pg.Client({ connectionString: (ward.database.options as { url: string }).url });
    await other.connect();
  });
  afterAll(async () => {
    await other.end();
    await ward.stop();
  });

  const officer = () => ward.officers['can-bo'];
  const write: Transaction['run'] = (work) =>
    inRequest({ address: '', officer: { ...officer(), groups: [], standsInFor: [] } }, () =>
      ward.app.get(Transaction).run(work),
    );
  const takeTurn = () =>
    other.query(`BEGIN; SELECT 1 FROM history_head WHERE unit_id = ${officer().unitId} FOR UPDATE`);
  /** The line that waits for the turn. */
  const waiting = () =>
    eventually(async () => {
      const { rows } = await other.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      expect(rows).toHaveLength(1);
      return rows[0]!.pid;
    });
  const reminder = (key: string): Partial<Reminder> => ({
    unitId: officer().unitId,
    key,
    rung: 'before-0',
    recipientId: officer().id,
    dueVersion: 1,
    sendAt: '2023-06-15T00:30:00.000Z' as Reminder['sendAt'],
    status: 'planned',
  });
  const keys = async () =>
    (await findRows(ward.database.manager, Reminder, { unitId: officer().unitId })).map(({ key }) => key);

  test('is decided by what the one before it has committed', async () => {
    await takeTurn();
    await other.query('UPDATE unit SET name = $1 WHERE id = $2', ['Phường mới', officer().unitId]);
    const read = write((manager) =>
      manager.query<unknown[]>('SELECT name FROM unit WHERE id = $1', [officer().unitId]),
    );
    await waiting();
    await other.query('COMMIT');
    expect(await read).toEqual([{ name: 'Phường mới' }]);
  });

  test('writes nothing where the turn is refused, and leaves its line as good as new', async () => {
    await takeTurn();
    const refused = write((manager) => insertRows(manager, Reminder, [reminder('refused')])).catch(
      (error: unknown) => error,
    );
    await other.query('SELECT pg_cancel_backend($1)', [await waiting()]);
    expect(await refused).toMatchObject({ code: '57014' });
    await other.query('COMMIT');
    const { rows } = await other.query(
      `SELECT state FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(rows).toEqual([]);
    expect(await keys()).not.toContain('refused');
    await Promise.all(
      [...Array(12).keys()].map((i) => write((manager) => insertRows(manager, Reminder, [reminder(`after-${i}`)]))),
    );
    expect((await keys()).filter((key) => key.startsWith('after-'))).toHaveLength(12);
  });
});
