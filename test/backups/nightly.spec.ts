import { readdir, rm, writeFile } from 'node:fs/promises';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { BackupWatch, BACKUPS } from '../../src/backups/backup-queue.js';
import { NightlyBackup } from '../../src/backups/nightly-backup.js';
import { eventually, Ward } from '../support/ward.js';

describe('the backup of the night', () => {
  let ward: Ward;
  let queue: Queue;
  beforeAll(async () => {
    ward = await Ward.start({ now: '2026-03-10T08:30:00+07:00', backup: { at: '02:30', keep: 2 } });
    queue = ward.app.get<Queue>(getQueueToken(BACKUPS));
    await eventually(async () => expect(await ward.rows('SELECT id FROM sweep')).toHaveLength(1));
  });
  afterAll(() => ward.stop());

  const look = () => ward.app.get(BackupWatch).look();
  const runs = () => ward.rows('SELECT ok, file, why FROM backup_run ORDER BY id');
  const archives = () => readdir(ward.config.backup.dir).catch(() => []);
  const board = async () => (await ward.as('lanh-dao').get('/board')).body.backup;
  const ready = async () => {
    const answer = await fetch(`${ward.url}/health/ready`);
    return { status: answer.status, backup: (await answer.json()).checks.backup };
  };
  /** Nothing waits and nothing runs. */
  const idle = () =>
    eventually(async () => expect(await queue.getJobCountByTypes('waiting', 'active', 'prioritized')).toBe(0));

  test('one schedule, at 02:30 in Viet Nam; a new ward waits for its first night without being warned', async () => {
    const [schedule, ...others] = await eventually(async () => {
      const found = await queue.getJobSchedulers();
      expect(found).not.toEqual([]);
      return found;
    });
    expect(others).toEqual([]);
    expect(schedule).toMatchObject({ pattern: '30 2 * * *', tz: 'Asia/Ho_Chi_Minh' });
    expect(new Date(schedule!.next!).toISOString()).toMatch(/T19:30:00\.000Z$/);
    await look();
    await idle();
    expect(await runs()).toEqual([]);
    expect(await board()).toEqual({ lastGoodAt: null, stale: false, why: null });
    expect(await ready()).toEqual({ status: 200, backup: { ok: true } });
  });

  test('a night the machine was off is caught up, once, in a process of its own', async () => {
    ward.moveTo('2026-03-11T02:35:00+07:00');
    await look(); // the schedule itself has its turn first
    await idle();
    expect(await runs()).toEqual([]);
    ward.moveTo('2026-03-11T07:00:00+07:00');
    await Promise.all([look(), look()]);
    await eventually(async () => expect(await runs()).toHaveLength(1), 40);
    const [{ ok, file }] = await runs();
    expect([ok, await archives()]).toEqual([1, [file]]);
    await look();
    await ward.app.get(NightlyBackup).run(); // what the schedule does, were it late as well
    await idle();
    expect(await runs()).toHaveLength(1);
    expect((await board()).lastGoodAt).toMatch(/^2026-03-11T00:00/);
  });

  test('a folder that cannot be written: recorded, tried again an hour later; after two days the board and health say so', async () => {
    await rm(ward.config.backup.dir, { recursive: true });
    await writeFile(ward.config.backup.dir, 'no folder');
    ward.moveTo('2026-03-12T02:41:00+07:00');
    await look();
    await eventually(async () => expect(await runs()).toHaveLength(2), 40);
    expect((await runs())[1]).toEqual({ ok: 0, file: null, why: expect.stringContaining('BACKUP_DIR') });
    ward.moveTo('2026-03-12T03:30:00+07:00');
    await look();
    await idle();
    expect(await runs()).toHaveLength(2);
    expect(await board()).toMatchObject({ stale: false, why: expect.stringContaining('BACKUP_DIR') });

    ward.moveTo('2026-03-13T07:01:00+07:00');
    expect(await board()).toEqual({
      lastGoodAt: expect.stringMatching(/^2026-03-11T00:00/),
      stale: true,
      why: expect.stringContaining('BACKUP_DIR'),
    });
    expect((await ready()).backup).toEqual({
      ok: false,
      code: 'backup-late',
      why: 'bản sao lưu tốt gần nhất: 11/03/2026',
    });

    // Mended, while the queue is away: the backup is taken all the same.
    await rm(ward.config.backup.dir);
    const add = queue.add.bind(queue);
    queue.add = () => Promise.reject(new Error('away'));
    await look();
    queue.add = add;
    expect(await runs()).toHaveLength(3);
    expect(await board()).toMatchObject({ stale: false, why: null });
  });

  test('told to stop in the middle, it gives up and leaves neither archive nor half of one under its name', async () => {
    const before = await archives();
    ward.moveTo('2026-03-14T07:00:00+07:00');
    const backup = ward.app.get(NightlyBackup);
    const running = backup.run();
    await eventually(() => expect((backup as any).child).toBeDefined());
    backup.beforeApplicationShutdown();
    await running;
    expect((await runs()).at(-1)).toEqual({
      ok: 0,
      file: null,
      why: 'Sao lưu bị dừng giữa chừng: chương trình được dừng.',
    });
    expect((await archives()).filter((name) => !name.endsWith('.part'))).toEqual(before);
  });
});
