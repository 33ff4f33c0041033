import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { prepareDatabase } from '../../src/prepare-database.js';
import { isSealed, Sealing } from '../../src/platform/sealing.js';
import { Transaction } from '../../src/platform/transaction.js';
import { turnKey } from '../../src/platform/turn-key.js';
import { makeCase } from '../support/make-case.js';
import { oneEngine, type Engine } from '../support/services.js';
import { Ward } from '../support/ward.js';
import { Visitor } from './visitor.js';

const number = '001088012345';
const masked = '001*****2345';

describe.each(oneEngine(import.meta.url))('identity numbers on %s', (engine: Engine) => {
  let ward: Ward;
  const people = [{ role: 'petitioner', name: 'Lê Mẫu', idNumber: number }];
  beforeAll(async () => void (ward = await Ward.start({ engine })));
  afterAll(() => ward.stop());

  const everyRow = async () => {
    const tables =
      engine === 'postgres'
        ? await ward.rows("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")
        : await ward.rows("SELECT name FROM sqlite_master WHERE type = 'table'");
    const rows = await Promise.all(tables.map(({ name }) => ward.rows(`SELECT * FROM "${name}"`)));
    return JSON.stringify(rows);
  };

  test('are sealed in the database, shown masked, and found whole', async () => {
    const desk = ward.as('tiep-dan');
    const key = { 'idempotency-key': 'once' };
    const body = {
      kind: 'citizen-petition',
      fields: { content: 'Đề nghị đo lại ranh giới', channel: 'office' },
      people,
    };
    const first = await desk.post('/cases', body, key);
    expect(first.status).toBe(201);
    expect((await desk.post('/cases', body, key)).body).toEqual(first.body);
    expect(
      await desk.post('/cases', { ...body, people: [{ ...people[0], idNumber: '001088012346' }] }, key),
    ).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
    const [row] = await ward.rows('SELECT id_number, search FROM person');
    expect([isSealed(row.id_number), row.search]).toEqual([true, 'le mau']);
    expect(await everyRow()).not.toContain(number);
    const second = await makeCase(desk, 'citizen-petition', { people });
    const shown = [await desk.get(`/cases/${second.code}`), await desk.post('/people/search', { q: number })];
    for (const answer of shown) {
      expect(JSON.stringify(answer.body)).not.toContain(number);
      expect(JSON.stringify(answer.body)).toContain(masked);
    }
    expect(shown[1]!.body.items[0].files).toHaveLength(2);
    expect((await desk.get(`/cases?q=${number}`)).body.total).toBe(2);
  });

  test('typed in before they were sealed, they are sealed at the next start, in old pages of the file too', async () => {
    const plain = '019070005678';
    const file = await makeCase(ward.as('tiep-dan'), 'citizen-petition', {
      people: [{ role: 'petitioner', name: 'Trần Thị Sim' }],
    });
    await ward.rows(
      `UPDATE person SET id_number = '${plain}', search = 'tran thi sim ${plain}' WHERE name = 'Trần Thị Sim'`,
    );
    await ward.rows(`UPDATE case_file SET search = search || ' ${plain}' WHERE id = ${file.id}`);
    await ward.rows(
      `INSERT INTO idempotent_answer (account_id, key, request, at) VALUES (1, 'old', '{"idNumber":"${plain}"}', '2023-06-15T01:00:00.000Z')`,
    );
    expect(await everyRow()).toContain(plain);
    await prepareDatabase(ward.config);
    expect(await everyRow()).not.toContain(plain);
    if (engine === 'sqlite') {
      const folder = ward.config.dataDir;
      const files = readdirSync(folder).filter((name) => name.startsWith('matbang.sqlite'));
      for (const name of files)
        expect({ name, plain: readFileSync(join(folder, name)).includes(plain) }).toEqual({ name, plain: false });
    }
    expect((await ward.as('tiep-dan').post('/people/search', { q: plain })).body.items).toHaveLength(1);
    expect((await ward.as('tiep-dan').get(`/cases?q=${plain}`)).body.items).toMatchObject([{ code: file.code }]);
  });

  test('a new key is put in use while the ward runs; once the old one is forgotten, whatever was sealed still opens', async () => {
    const officer = new Visitor(ward);
    await officer.signIn('can-bo');
    const { secret } = (await officer.post('/me/second-factor', { password: 'demo-mat-bang' })).body as {
      secret: string;
    };
    const telephone = new TOTP({ secret: Secret.fromBase32(secret) });
    const code = (later: number) => ({ code: telephone.generate({ timestamp: Date.now() + later }) });
    expect((await officer.post('/me/second-factor/confirm', code(-30_000))).status).toBe(200);
    const scanned = await makeCase(ward.as('tiep-dan'), 'citizen-petition', {
      fields: { content: 'Tố cáo cán bộ đo đất', channel: 'office', protectSender: true },
      people: [{ role: 'petitioner', name: 'Lý Thị Kín' }],
      assigneeId: ward.officers['can-bo-2'].id,
    });
    const form = new FormData();
    form.append('name', 'petition');
    form.append('file', new Blob(['%PDF-1.4\nlá đơn\n%%EOF']), 'don.pdf');
    const paper = await ward.as('tiep-dan').post(`/cases/${scanned.id}/documents`, form);

    const sealing = new Sealing(ward.config.secretKeyFile);
    const [old] = sealing.keyIds;
    // Two numbers, the keys of four petitions and of one scan, and the telephone's secret.
    expect(await turnKey(ward.app.get(Transaction), ward.database.manager, sealing)).toBe(8);
    expect(await everyRow()).not.toContain(`sealed:${old}`);
    sealing.dropOldKeys();
    const again = new Visitor(ward);
    expect((await again.signIn('can-bo')).body).toMatchObject({ needs: 'code' });
    expect((await again.post('/session/code', code(0))).body).toMatchObject({ role: 'officer' });
    const handler = ward.as('can-bo-2');
    const reason = { reason: 'Làm việc với người tố cáo' };
    const opened = await handler.post(`/cases/${scanned.id}/secrets`, reason);
    expect(opened.body.people).toMatchObject([{ name: 'Lý Thị Kín' }]);
    const scan = await handler.raw('POST', `/cases/${scanned.id}/documents/${paper.body.id}/file`, reason);
    expect(await scan.text()).toContain('lá đơn');
    expect((await ward.as('tiep-dan').post('/people/search', { q: number })).body.items).toMatchObject([
      { idNumber: masked },
    ]);
    expect((await makeCase(ward.as('tiep-dan'), 'citizen-petition', { people })).code).toBeDefined();
    expect((await ward.as('tiep-dan').post('/people/search', { q: number })).body.items[0].files).toHaveLength(3);
  });

  test('with another key file the program does not start', async () => {
    const other = { ...ward.config, secretKeyFile: join(ward.config.dataDir, 'other.key') };
    await expect(prepareDatabase(other)).rejects.toThrow('Hãy đặt SECRET_KEY_FILE');
  });
});
