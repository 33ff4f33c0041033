import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../src/domain/plain-date.js';
import { databaseOptions, openDatabase } from '../../src/platform/database.js';
import { Sealing } from '../../src/platform/sealing.js';
import { eventually, Ward } from '../support/ward.js';
import { BuiltProgram, sameWard } from './built-program.js';
import { fillWithReminders } from './due-reminders.js';
import { halfWrites, lostWrites } from './whole-rows.js';
import { canFailDisks, smallDisk, type SmallDisk } from './small-disk.js';
import { enterOfficers, WritingOfficer, type Desk } from './writing-officers.js';

/** How often each fault comes; `npm run faults` asks for ten. */
const rounds = Number(process.env.FAULT_ROUNDS ?? 1);
const due = 30;
const now = '2025-03-07T08:30:00.000+07:00';
const inSeconds = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString() as Instant;

const faults = [
  ['full', 'storage-full', /Ổ đĩa của máy chủ đã đầy; nội dung chưa được lưu/],
  ['read-only', 'storage-read-only', /Ổ đĩa của máy chủ đang chỉ cho đọc; nội dung chưa được lưu/],
] as const;

(canFailDisks ? describe : describe.skip)('a disk that refuses writes under ten writing officers', () => {
  let disk: SmallDisk;
  let ward: Ward;
  let program: BuiltProgram;
  let writers: WritingOfficer[];
  let working: Promise<unknown>;
  const desk: Desk = { url: '', open: true };
  beforeAll(async () => {
    disk = smallDisk(192);
    ward = await Ward.start({
      dataDir: disk.folder,
      queue: 'embedded',
      jobs: 'separate',
      now,
    });
    // A third falls due while the disk refuses.
    await fillWithReminders(ward, due, inSeconds);
    writers = (await enterOfficers(ward, 10)).map((login) => new WritingOfficer(login, desk));
    await ward.leave();
    program = BuiltProgram.start('main', sameWard(ward, { JOBS: 'here', TODAY: now, ...disk.env }));
    desk.url = await program.url(120);
    working = Promise.all(writers.map((writer) => writer.work()));
  }, 180_000);
  afterEach(() => disk.mend());
  afterAll(async () => {
    desk.open = false;
    await program.stop('SIGKILL');
    await ward.stop();
    disk.remove();
  });

  const answered = () => writers.reduce((sum, { writes }) => sum + writes, 0);
  const refused = (code: string) => writers.reduce((sum, { refusals }) => sum + (refusals.get(code) ?? 0), 0);
  const ready = async () => {
    const response = await fetch(`${desk.url}/health/ready`);
    return { status: response.status, body: await response.json() };
  };
  const goesOn = async () => {
    const before = answered();
    await eventually(() => expect(answered()).toBeGreaterThan(before + 20), 90);
  };

  test.each([...Array(rounds)].flatMap(() => faults))(
    '%s: writes are refused as %s, reads go on, and it mends itself',
    async (fault, code, sentence) => {
      await goesOn();
      if (fault === 'full') disk.fill();
      else disk.makeReadOnly();
      const before = refused(code);
      await eventually(() => expect(refused(code)).toBeGreaterThan(before + 20), 60);
      const { status, body } = await ready();
      expect(status).toBe(503);
      expect(body.checks.storage).toMatchObject({ ok: false, code });
      expect(body.checks.database.ok).toBe(true);
      const reader = writers.find(({ answered }) => answered.length > 0)!;
      const petition = reader.answered[0]!;
      expect((await reader.send('GET', `/cases/${petition.id}`))?.body).toMatchObject({ code: petition.code });
      expect(writers.flatMap(({ lastRefusal }) => lastRefusal ?? [])).toContainEqual(
        expect.objectContaining({ code, detail: expect.stringMatching(sentence) }),
      );

      disk.mend();
      await goesOn();
    },
    240_000,
  );

  test('afterwards: every answered write is there, no half write, no file without its paper', async () => {
    desk.open = false;
    await working;
    // The queue mends itself as well; while one of its calls has failed lately, the program says so.
    await eventually(async () => expect(await ready()).toMatchObject({ status: 200 }), 120);
    const database = await openDatabase(databaseOptions(ward.config, 'read'), new Sealing(ward.config.secretKeyFile));
    const notices = async () => Number((await database.query('SELECT COUNT(*) AS n FROM notice'))[0].n);
    await eventually(async () => expect(await notices()).toBe(due), 120);
    expect((await program.stop()).code).toBe(0);
    const lost = await lostWrites(database, disk.folder, writers);
    const halves = await halfWrites(database, ward.config);
    const [stored] = await database.query('SELECT COUNT(stored_as) AS n FROM document');
    const files = readdirSync(join(disk.folder, 'files'));
    process.stdout.write(
      `disk (${disk.by}), ${rounds} times full and read-only: ${answered()} answered writes, ${faults.map(([, code]) => `${refused(code)} × ${code}`).join(', ')}, ` +
        `${lost.length} lost, ${Object.values(halves).reduce((a, b) => a + b)} half writes, ${files.length - stored.n} files left over, ${due} due reminders: ${await notices()} notices\n`,
    );
    await database.destroy();
    expect(writers.flatMap(({ odd }) => odd)).toEqual([]);
    expect(lost).toEqual([]);
    expect(halves).toEqual(Object.fromEntries(Object.keys(halves).map((name) => [name, 0])));
    expect(files).toHaveLength(stored.n);
  }, 300_000);
});
