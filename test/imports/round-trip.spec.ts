import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { columnsOf, importKinds, type ImportKind } from '../../src/imports/import-columns.js';
import { act, makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';
import { applied, approvedHousehold, checked, rowsOf } from './importing.js';
import { workbook, type Given } from './sheets.js';

type As = 'xlsx' | 'csv';
const tables = [
  ...['case_file', 'person', 'case_person', 'document', 'deadline', 'reminder', 'contact', 'case_counter'],
  ...['account', 'account_group', 'history', 'history_head'],
];
const vi = (kind: ImportKind) => columnsOf[kind].map((column) => column.vi);
/** A sheet in the import's own layout. */
const sheet = (kind: ImportKind, rows: Record<string, Given>[]) =>
  workbook([vi(kind), ...rows.map((row) => columnsOf[kind].map(({ name }) => row[name] ?? null))]);
const decomposed = 'Nguyễn Thị Ưởng'.normalize('NFD');

const households = (project: string): Record<string, Given>[] => [
  {
    ...{ project, name: 'Bùi Văn Ánh', idNumber: '001088012345', phone: '0912345678', address: 'Tổ dân phố Soi' },
    ...{ group: 'TDP Soi', parcel: '12-5', areaM2: '7.918,4', areaRecoveredM2: '1.355,9', landUse: 'Đất nông nghiệp' },
    ...{ zone: 'Khu 1', amountVnd: '465.479.000', openedOn: '15/06/2023' },
  },
  {
    project,
    name: 'Bùi Văn Ánh',
    idNumber: '001088012345',
    parcel: '12-6; 13-1',
    areaM2: '0,5',
    openedOn: '14/06/2023',
  },
  { project, name: '=SUM(A1)', address: '+84 là đầu số', zone: "'=đã có dấu nháy", parcel: '-7', amountVnd: '0' },
  { project, name: decomposed, phone: '02183852123', parcel: '12-7', areaM2: '1.355', amountVnd: '950', group: 'Xốp' },
  { project, name: 'Trần Văn Bình', idNumber: '012345678', phone: '0987654321' },
];
const graves = (project: string): Record<string, Given>[] => [
  { project, graveNumber: 'M-1', deceased: 'Bùi Văn Cổ', diedOn: 1968, graveKind: 'Mộ đất', amountVnd: '12.500.000' },
  { project, graveNumber: 'M-2', diedOn: '12 tháng Chạp 1968', buriedOn: 'rằm tháng Bảy năm Mậu Thân' },
  { project, graveNumber: '=M-3', kin: '@thân nhân', group: 'Soi', zone: 'Khu 2', graveKind: 'Mộ xây' },
];
const petitions: Record<string, Given>[] = [
  {
    ...{ receivedOn: '14/06/2023', name: 'Lê Thị Kiến', idNumber: '001088099999', phone: '0912000111' },
    ...{ content: '+ Đề nghị đo lại;\n"ranh giới" thửa đất', variant: 'Kiến nghị', field: 'Đất đai', group: 'Soi' },
  },
  { receivedOn: '14/06/2023', name: 'Trần Văn Kín', content: 'Tố cáo ông Bất Chính', variant: 'Tố cáo', group: 'Xốp' },
  { receivedOn: '13/06/2023', content: 'Đơn không ghi tên', anonymous: 'có', channel: 'Bưu điện' },
];
const accounts: Record<string, Given>[] = [
  {
    login: 'nguyen.an',
    name: 'Nguyễn Thị An',
    email: 'an@phuong.example',
    role: 'Cán bộ địa chính',
    scope: 'Cả đơn vị',
  },
  { login: 'bui.binh', name: '=Bùi Bình', role: 'Kiểm tra', scope: 'Chỉ hồ sơ được giao' },
];

describe.each(oneEngine(import.meta.url))('what stands, as a workbook of the import, on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let project: string;
  const rowsThere: Record<ImportKind, number> = { households: 9, graves: 3, petitions: 4, payments: 2, accounts: 9 };

  beforeAll(async () => {
    ward = await Ward.start({ engine, jobs: 'separate', now: '2023-06-15T09:00:00+07:00' });
    officer = ward.as('can-bo');
    project = (await makeCase(officer, 'compensation-project')).code;
    await imported('households', households(project));
    await imported('graves', graves(project));
    await imported('petitions', petitions);
    await imported('accounts', accounts);
    // What comes from screens is written more loosely than an import would take it.
    await makeCase(officer, 'household-file', { project, title: 'Hộ chưa rõ chủ' });
    const loose = [{ role: 'holder', name: 'Phạm Thị Lỏng', phone: '+84 912.345.678', address: ' Xóm Chùa ' }];
    await makeCase(officer, 'household-file', { project, people: loose, fields: { zone: ' Khu 3\r\nphía sau ' } });
    const short = [{ role: 'petitioner', name: 'Vũ Văn Gọi', phone: '38521234' }];
    await makeCase(officer, 'citizen-petition', { people: short, fields: { content: `${decomposed} xin đo lại ` } });
    const paid = { project, people: [{ role: 'holder', name: 'Bùi Văn Nhận' }], fields: { parcel: '9-9' } };
    const first = await approvedHousehold(officer, paid);
    await imported('payments', [{ code: first.code, amountVnd: '1.000.000', paidOn: '12/06/2023', receipt: '=PC-01' }]);
    const second = await approvedHousehold(officer, { ...paid, fields: { parcel: '9-10' } });
    await act(officer, 'household-file', second, 'record-payment', '2023-06-13', { amountVnd: 2_000_000 });
    const [group] = await ward.rows<{ id: number }>('SELECT id FROM residential_group ORDER BY id');
    const grouped = { login: 'to.soi', name: 'Tổ Soi', role: 'officer', scope: 'groups', groupIds: [group!.id] };
    expect((await ward.as('quan-ly').post('/accounts', grouped)).status).toBe(201);
  });
  afterAll(() => ward.stop());

  const client = (kind: ImportKind) => (kind === 'accounts' ? ward.as('quan-ly') : officer);
  const path = (kind: ImportKind) => (kind === 'accounts' ? '/account-imports' : '/imports');

  async function imported(kind: ImportKind, rows: Record<string, Given>[]): Promise<void> {
    const report = await checked(client(kind), kind, await sheet(kind, rows), { path: path(kind) });
    expect([kind, report.counts]).toEqual([kind, { new: rows.length, changed: 0, unchanged: 0, error: 0 }]);
    expect((await applied(client(kind), report.id, undefined, path(kind))).state).toBe('applied');
  }

  async function current(kind: ImportKind, as: As, by = client(kind)) {
    await by.get('/session');
    const address = kind === 'accounts' ? '/account-imports/current' : `/imports/current/${kind}`;
    const answer = await by.raw('GET', `${address}?as=${as}`);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining(`.${as}`),
    ]);
    const content = Buffer.from(await answer.arrayBuffer());
    const rows =
      as === 'csv'
        ? parseCsv(content.toString('utf8'), { delimiter: ';', typeInference: false, skipBom: true })
        : (await readXlsx(content)).sheets[0]!.rows.map((row) => vi(kind).map((_, i) => row[i] ?? ''));
    return { content, rows };
  }

  const stand = async () =>
    Object.fromEntries(
      await Promise.all(tables.map(async (table) => [table, await ward.rows(`SELECT * FROM ${table} ORDER BY 1, 2`)])),
    );

  const ways = importKinds.flatMap((kind) => (['xlsx', 'csv'] as const).map((as) => ({ kind, as })));
  test.each(ways)(
    '$kind as $as: imported again, every row is unchanged and nothing is written',
    async ({ kind, as }) => {
      const before = await stand();
      const { content, rows } = await current(kind, as);
      expect(rows[0]).toEqual(vi(kind));
      expect(rows).toHaveLength(rowsThere[kind] + 1);
      // Blank cells erase: what has no value is blank, and nothing else is.
      const how = { path: path(kind), name: `hien-co.${as}`, eraseBlank: as === 'csv' };
      const report = await checked(client(kind), kind, content, how);
      expect({ ...report.counts, problems: await problems(kind, report.id) }).toEqual({
        ...{ new: 0, changed: 0, unchanged: rowsThere[kind], error: 0 },
        problems: [],
      });
      const refused = await applied(client(kind), report.id, undefined, path(kind));
      expect([refused.state, refused.refusal.code]).toEqual(['checked', 'nothing-to-import']);
      expect(await stand()).toEqual(before);
      expect((await current(kind, as)).rows).toEqual(rows);
    },
  );

  const problems = async (kind: ImportKind, id: number) =>
    (await rowsOf(client(kind), id, undefined, path(kind))).flatMap(({ n, problems, changes }) =>
      [...problems, ...changes.map((change: object) => JSON.stringify(change))].map((what) => `${n}: ${what}`),
    );

  test('cells say what was typed, in both files alike', async () => {
    for (const kind of importKinds) {
      const [xlsx, csv] = [await current(kind, 'xlsx'), await current(kind, 'csv')];
      const plain = csv.rows.map((row) => row.map((cell) => String(cell).replace(/^'(?='*[=+\-@])/, '')));
      expect(plain).toEqual(xlsx.rows.map((row) => row.map((cell) => String(cell).replace(/\r\n/g, '\n'))));
    }
    const { rows } = await current('households', 'xlsx');
    const first = Object.fromEntries(columnsOf.households.map(({ name }, i) => [name, rows[1]![i]]));
    expect(first).toEqual({
      ...households(project)[0],
      ...{ code: 'HO-2023-0001', group: 'Soi', idNumber: '001*****2345', state: 'Đã lập danh sách' },
    });
    expect(rows[3]).toEqual(expect.arrayContaining(['=SUM(A1)', '+84 là đầu số', "'=đã có dấu nháy", '-7', '0']));
    expect(rows[4]).toEqual(expect.arrayContaining([decomposed.normalize('NFC'), '02183852123', '1.355', '950']));
    const told = (await current('graves', 'csv')).rows.map((row) => row[5]);
    expect(told.slice(1)).toEqual(['1968', '12 tháng Chạp 1968', '']);
    const payments = (await current('payments', 'xlsx')).rows.slice(1).map((row) => row.slice(5));
    expect(payments).toEqual([
      ['1.000.000', '12/06/2023', '=PC-01'],
      ['2.000.000', '13/06/2023', ''],
    ]);
  });

  test('one cell mended in the sheet is the one change it brings back', async () => {
    const { rows } = await current('graves', 'xlsx');
    const mended = rows.map((row, i) => row.map((cell, c) => (i === 2 && c === 3 ? 'Bùi Thị Mới' : (cell as string))));
    const report = await checked(officer, 'graves', await workbook(mended));
    expect(report.counts).toEqual({ new: 0, changed: 1, unchanged: 2, error: 0 });
    const [changed] = await rowsOf(officer, report.id, 'changed');
    expect(changed.changes).toEqual([{ vi: 'Người dưới mộ', from: null, to: 'Bùi Thị Mới' }]);
  });

  test('a protected petition is no more than its line in a list; no number, no secret leaves', async () => {
    for (const by of [officer, ward.as('lanh-dao')]) {
      const { rows, content } = await current('petitions', 'csv', by);
      expect(rows[2]!.filter(Boolean)).toEqual(['DT-2023-0002', '14/06/2023', 'Tiếp nhận, vào sổ']);
      expect(content.toString('utf8')).not.toMatch(/Kín|Bất Chính|001088099999/);
    }
    const people = (await current('accounts', 'csv')).content.toString('utf8');
    const [kept] = await ward.rows<any>("SELECT password_hash FROM account WHERE login = 'can-bo'");
    expect(people).toContain('nguyen.an;Nguyễn Thị An;an@phuong.example;Cán bộ địa chính;Cả đơn vị');
    expect(people).not.toContain(kept.password_hash);
  });

  test('who sees only his own cases takes away only those; a format nobody knows is refused', async () => {
    const other = ward.as('can-bo-2');
    await ward.rows("UPDATE account SET scope = 'own' WHERE login = 'can-bo-2'");
    const own = await makeCase(other, 'household-file', { project, people: [{ role: 'holder', name: 'Lê Riêng' }] });
    const { rows } = await current('households', 'csv', other);
    expect(rows.slice(1).map(([code]) => code)).toEqual([own.code]);
    expect((await officer.get('/imports/current/households?as=pdf')).status).toBe(400);
    expect((await officer.get('/imports/current/accounts?as=csv')).status).toBe(404);
    expect((await officer.get('/account-imports/current?as=csv')).status).toBe(403);
  });

  test('a row without its code still has to say who; a covered number makes nobody', async () => {
    const cover = { project, name: 'Người Mới', idNumber: '001*****2345' };
    const rows: Record<string, Given>[] = [cover, { project, parcel: '1-1' }, { project, code: 'HO-1999-0001' }];
    const report = await checked(officer, 'households', await sheet('households', rows));
    const said = (await rowsOf(officer, report.id, 'error')).map((row) => row.problems);
    const nameless = ['Họ tên chủ hộ: chưa có giá trị.'];
    expect(said).toEqual([[expect.stringContaining('số đã che bớt')], nameless, nameless]);
  });
});
