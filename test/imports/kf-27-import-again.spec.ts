import { verifyChain } from '../../src/audit/verify-chain.js';
import { makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';
import { applied, checked, rowsOf, takenBack } from './importing.js';
import { workbook, type Given } from './sheets.js';

const headers = [
  'Mã dự án',
  'Họ và tên\nchủ hộ',
  'Số CCCD',
  'SĐT',
  'Tổ dân phố',
  'Tờ, thửa',
  'Diện tích (m2)',
  'Số tiền',
  'Ngày mở hồ sơ',
];
const row = (project: string, i: number, on: Given = '15/06/2023'): Given[] => [
  project,
  `Bùi Văn Thứ ${i}`,
  `0010880${String(i).padStart(5, '0')}`,
  '0912.345.678',
  i % 2 ? 'TDP Soi' : 'Xốp',
  `12-${i}`,
  `1.${String(100 + i)},5`,
  `${i}.000.000đ`,
  on,
];
const sheet = (project: string, badRow?: number) =>
  workbook([
    ['DANH SÁCH HỘ BỊ ẢNH HƯỞNG'],
    headers,
    ...[...Array(100).keys()].map((i) => row(project, i + 1, i + 1 === badRow ? '31/02/2023' : undefined)),
  ]);

describe.each(oneEngine(import.meta.url))('KF-27 on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let project: MadeCase;
  beforeAll(async () => {
    ward = await Ward.start({ engine, jobs: 'separate', now: '2023-06-15T09:00:00+07:00' });
    officer = ward.as('can-bo');
    project = await makeCase(officer, 'compensation-project');
  });
  afterAll(() => ward.stop());

  const households = () => ward.rows<any>("SELECT * FROM case_file WHERE kind = 'household-file' ORDER BY id");
  const total = (files: any[]) => files.reduce((sum, file) => sum + Number(file.amount_vnd), 0);
  let second: number;

  test('a row with an impossible date: nothing is saved, and the row is named', async () => {
    const report = await checked(officer, 'households', await sheet(project.code, 57));
    expect(report.counts).toEqual({ new: 99, changed: 0, unchanged: 0, error: 1 });
    const [bad] = await rowsOf(officer, report.id, 'error');
    expect([bad.n, bad.problems]).toEqual([59, ['Ngày mở hồ sơ: không có ngày 31/02/2023; hãy xem lại giấy tờ.']]);
    const refused = await applied(officer, report.id);
    expect([refused.state, refused.refusal.code]).toEqual(['checked', 'import-has-errors']);
    expect(await households()).toHaveLength(0);
  });

  test('mended, it makes a hundred households whose money is the sum of the sheet', async () => {
    const report = await checked(officer, 'households', await sheet(project.code));
    expect(report.counts).toEqual({ new: 100, changed: 0, unchanged: 0, error: 0 });
    const [first] = await rowsOf(officer, report.id);
    expect(first.cells.find((cell: any) => cell.column === 'areaM2')).toMatchObject({
      original: '1.101,5',
      parsed: '1.101,5',
    });
    expect((await applied(officer, report.id)).state).toBe('applied');
    second = report.id;
    const files = await households();
    expect(files).toHaveLength(100);
    expect(total(files)).toBe(5050 * 1_000_000);
    expect(new Set(files.map(({ code }) => code)).size).toBe(100);
    expect(JSON.parse(files[0].fields)).toMatchObject({ parcel: '12-1', areaM2: '1101.5', amountVnd: 1_000_000 });
    const { body } = await officer.get(`/cases/${files[0].code}`);
    expect(body.people[0]).toMatchObject({ name: 'Bùi Văn Thứ 1', phone: '0912345678' });
    expect(body.history).toHaveLength(1);
  });

  test('a third time a hundred are unchanged and nothing is doubled', async () => {
    const report = await checked(officer, 'households', await sheet(project.code));
    expect(report.counts).toEqual({ new: 0, changed: 0, unchanged: 100, error: 0 });
    expect((await applied(officer, report.id)).refusal.code).toBe('nothing-to-import');
    expect(await households()).toHaveLength(100);
    expect(total(await households())).toBe(5050 * 1_000_000);
  });

  test('two dry runs of one sheet: the second to be applied is refused, for its rows are there', async () => {
    const rows = [headers, row(project.code, 201)];
    const one = await checked(officer, 'households', await workbook(rows));
    const other = await checked(officer, 'households', await workbook(rows));
    expect((await applied(officer, one.id)).state).toBe('applied');
    expect((await applied(officer, other.id)).refusal.code).toBe('import-stale');
    expect((await takenBack(officer, one.id)).state).toBe('taken-back');
    expect(await households()).toHaveLength(100);
  });

  test('a value changed is corrected and can be set back; a blank cell erases nothing unless asked', async () => {
    const changed = row(project.code, 5);
    changed[7] = '5.500.000';
    changed[6] = null;
    const report = await checked(officer, 'households', await workbook([headers, changed]));
    expect(report.counts).toMatchObject({ changed: 1, unchanged: 0 });
    const [shown] = await rowsOf(officer, report.id);
    expect(shown.changes).toEqual([{ vi: 'Số tiền (đồng)', from: '5.000.000', to: '5.500.000' }]);
    await applied(officer, report.id);
    expect(total(await households())).toBe(5050 * 1_000_000 + 500_000);
    expect((await takenBack(officer, report.id)).state).toBe('taken-back');
    expect(total(await households())).toBe(5050 * 1_000_000);

    const erasing = await checked(officer, 'households', await workbook([headers, changed]), { eraseBlank: true });
    const [asked] = await rowsOf(officer, erasing.id);
    expect(asked.changes.map(({ vi, to }: any) => [vi, to])).toContainEqual(['Diện tích (m²)', null]);
  });

  test('rows that are one case, or nobody’s project or group, are errors of their row', async () => {
    const twice = [
      headers,
      row(project.code, 301),
      row(project.code, 301),
      row('DA-1999-0001', 302),
      row(project.code, 303),
    ];
    twice[4]![4] = 'Tổ không có';
    const report = await checked(officer, 'households', await workbook(twice));
    expect(report.counts).toEqual({ new: 1, changed: 0, unchanged: 0, error: 3 });
    const problems = (await rowsOf(officer, report.id, 'error')).map((bad) => bad.problems[0]);
    expect(problems[0]).toContain('Trùng với dòng 2');
    expect(problems[1]).toContain('Không có dự án');
    expect(problems[2]).toContain('Không có tổ dân phố');
  });

  test('it is not taken back over somebody’s work; then all of it goes, and history stays and holds', async () => {
    const [file] = await households();
    await officer.post(`/cases/${file.id}/notes`, { note: 'Đã gặp chủ hộ' });
    const refused = await takenBack(officer, second);
    expect([refused.state, refused.refusal.code]).toEqual(['applied', 'import-worked-on']);
    expect(refused.refusal.detail).toContain(file.code);
    expect(await households()).toHaveLength(100);
  });

  test('nothing of a sheet lies in the clear, and history is a chain still', async () => {
    const kept = JSON.stringify([
      await ward.rows('SELECT * FROM import_file'),
      await ward.rows('SELECT * FROM import_chunk'),
    ]);
    expect(kept).not.toContain('Bùi Văn');
    expect(kept).not.toContain('ho-dan');
    expect(kept).not.toContain('001088');
    expect((await verifyChain((sql, values) => ward.rows(sql, values), [])).faults).toEqual([]);
  });
});
