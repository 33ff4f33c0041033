import { MetricsPort } from '../../src/platform/metrics-port.js';
import { ReminderQueue } from '../../src/reminders/reminder-queue.js';
import { SendReminder } from '../../src/reminders/send-reminder.js';
import { makeCase } from '../support/make-case.js';
import { engines } from '../support/services.js';
import { Ward } from '../support/ward.js';

const secret = 'Hộ bà Bí Mật';

describe.each(engines())('figures for Prometheus, %s', (engine) => {
  let ward: Ward;
  const ask = async (path = '/metrics', port = ward.app.get(MetricsPort).port) =>
    fetch(`http://127.0.0.1:${port}${path}`);
  /** The series of a figure: its labels and its value. */
  async function series(name: string): Promise<Record<string, number>> {
    const lines = (await (await ask()).text()).split('\n').filter((line) => new RegExp(`^${name}[ {]`).test(line));
    return Object.fromEntries(
      lines.map((line) => [/\{(.*)\}/.exec(line)?.[1] ?? '', Number(line.slice(line.lastIndexOf(' ')))]),
    );
  }

  beforeAll(async () => {
    ward = await Ward.start({ engine, metricsPort: 0, now: '2023-06-15T08:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  test('requests are counted by the pattern of their route, and nothing of what was asked is told', async () => {
    const officer = ward.as('can-bo');
    const project = (await makeCase(ward.as('lanh-dao'), 'compensation-project')).code;
    const file = await makeCase(ward.as('lanh-dao'), 'household-file', { project, title: secret });
    await officer.get(`/cases/${file.id}`);
    await officer.get(`/cases?q=${encodeURIComponent(secret)}`);
    await officer.get(`/khong-co/${encodeURIComponent(secret)}`);
    await officer.get('/cases/999999');
    const counted = await series('matbang_request_duration_seconds_count');
    expect(counted).toMatchObject({
      'method="GET",route="/api/cases/:id",status="2xx"': 1,
      'method="GET",route="/api/cases/:id",status="4xx"': 1,
      'method="GET",route="/api/cases",status="2xx"': 1,
    });
    const text = await (await ask()).text();
    for (const word of [secret, encodeURIComponent(secret), file.code, 'can-bo', 'khong-co'])
      expect(text).not.toContain(word);
    expect(text).toContain('process_resident_memory_bytes');
    expect((await ask()).headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  });

  test('writes, reminders, the sweep, the queue and listeners have their figures', async () => {
    await ward.sweep();
    expect((await series('matbang_write_duration_seconds_count'))['outcome="committed"']).toBeGreaterThan(3);
    expect((await series('matbang_sweep_duration_seconds_count'))['outcome="done"']).toBeGreaterThanOrEqual(1);
    const [{ at }] = await ward.rows('SELECT MAX(at) AS at FROM sweep');
    expect(await series('matbang_last_sweep_timestamp_seconds')).toEqual({ '': Date.parse(at) / 1000 });
    expect(Object.keys(await series('matbang_queue_jobs')).sort()).toEqual(
      ['active', 'delayed', 'failed', 'waiting'].map((state) => `state="${state}"`),
    );
    expect(await series('matbang_deliveries_open')).toEqual({ 'status="pending"': 0, 'status="dead"': 0 });
    const only = engine === 'sqlite' ? 'matbang_writes_waiting' : 'matbang_database_connections';
    const other = engine === 'sqlite' ? 'matbang_database_connections' : 'matbang_writes_waiting';
    expect(Object.keys(await series(only)).length).toBeGreaterThan(0);
    expect(await series(other)).toEqual({});

    const stream = await ward.as('can-bo').raw('GET', '/events');
    expect(await series('matbang_event_streams')).toEqual({ '': 1 });
    await stream.body!.cancel();
  });

  test('a reminder sent three hours late is told as such', async () => {
    await makeCase(ward.as('lanh-dao'), 'citizen-petition', { assigneeId: ward.officers['can-bo'].id });
    const [first] = await ward.rows(
      "SELECT id, send_at FROM reminder WHERE status = 'planned' AND rung LIKE 'before-%' ORDER BY send_at, id LIMIT 1",
    );
    const sent = (await series('matbang_reminders_total'))['outcome="sent"'] ?? 0;
    ward.moveTo(new Date(Date.parse(first.send_at) + 3 * 3_600_000).toISOString());
    expect((await series('matbang_reminders_due'))['']).toBeGreaterThanOrEqual(1);
    await ward.app.get(SendReminder).run(first.id);
    expect((await series('matbang_reminders_total'))['outcome="sent"']).toBeGreaterThanOrEqual(sent + 1);
    const late = await series('matbang_reminder_delay_seconds_bucket');
    expect(late['le="14400"']! - late['le="3600"']!).toBeGreaterThanOrEqual(1);
  });

  test('a figure that cannot be read just now hides no other', async () => {
    const queue = ward.app.get(ReminderQueue);
    const { counts } = queue;
    queue.counts = () => Promise.reject(new Error('away'));
    try {
      expect(await series('matbang_queue_jobs')).toEqual({});
      expect(Object.keys(await series('matbang_reminders_due'))).toEqual(['']);
    } finally {
      queue.counts = counts;
    }
  });

  test('the port answers nothing else, and the officers’ port knows no /metrics', async () => {
    expect((await ask('/api/me')).status).toBe(404);
    expect((await ask('/metrics/x')).status).toBe(404);
    expect((await fetch(`${ward.url}/metrics`)).status).toBe(404);
  });
});

test('without METRICS_PORT there is no port', async () => {
  const ward = await Ward.start({ jobs: 'separate' });
  try {
    expect(ward.app.get(MetricsPort).port).toBeUndefined();
  } finally {
    await ward.stop();
  }
});
