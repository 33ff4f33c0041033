import { act, askStep, makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

/** Every text in an answer, whatever its depth. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
}

describe.each(oneEngine(import.meta.url))('graves of unknown kin on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let project: string;
  beforeAll(async () => {
    ward = await Ward.start({ engine });
    officer = ward.as('can-bo');
    project = (await makeCase(officer, 'compensation-project', { on: '2023-01-09' })).code;
  });
  afterAll(() => ward.stop());

  const rows = [
    { graveNumber: 'M-001', reasonNote: undefined },
    { graveNumber: 'M-002', deceased: 'Trần Thị Ví Dụ', kin: '(chỉ biết tên) Bảy', buriedOn: '1971' },
    { graveNumber: 'M-003', deceased: 'Lê Văn Mẫu', diedOn: '15/7 âm lịch năm Mậu Thân', buriedOn: '20/08/1968' },
  ];

  test('KF-30 three rows are saved as written, the unknown one under a neutral label, and counted everywhere', async () => {
    for (const { reasonNote: _, ...fields } of rows)
      await makeCase(officer, 'grave-relocation', { project, on: '2023-02-06', fields });
    const { body: list } = await officer.get('/cases?kind=grave-relocation&sort=code');
    expect(list.total).toBe(3);
    expect(list.items[0].title).toBe('Mộ M-001 – chưa rõ tên');
    const fieldsOf = async (code: string) => {
      const { body } = await officer.get(`/cases/${code}`);
      expect(texts(body).filter((text) => /\b(undefined|null|NaN)\b/.test(text))).toEqual([]);
      return Object.fromEntries(body.fields.map((field: any) => [field.name, field.value]));
    };
    const [unknown, byName, lunar] = await Promise.all(list.items.map((item: any) => fieldsOf(item.code)));
    expect(unknown).toEqual({ graveNumber: 'M-001' });
    expect(byName).toMatchObject({ kin: '(chỉ biết tên) Bảy', buriedOn: '1971' });
    expect(lunar).toMatchObject({ diedOn: '15/7 âm lịch năm Mậu Thân', buriedOn: '20/08/1968' });
    // Words of a date are no dates: no clock counts from them.
    expect(
      await ward.rows(
        "SELECT d.id FROM deadline d JOIN case_file c ON c.id = d.case_id WHERE c.kind = 'grave-relocation'",
      ),
    ).toEqual([]);

    const { body: backlog } = await ward.as('lanh-dao').get('/backlog');
    expect(backlog.byKind.find((row: any) => row.kind === 'grave-relocation').count).toBe(3);
    const { body: register } = await officer.get(`/graves?project=${project}`);
    expect(register.items.map((row: any) => row.graveNumber)).toEqual(['M-001', 'M-002', 'M-003']);
    expect(texts(register).filter((text) => /\b(undefined|null|NaN)\b/.test(text))).toEqual([]);
    for (const q of ['vi du', 'mau', 'm-001']) expect((await officer.get(`/cases?q=${q}`)).body.total).toBe(1);
  });

  test('a grave without kin goes by public notice: the kin’s road is closed, the notice must have run', async () => {
    const kind = 'grave-relocation';
    let grave = await makeCase(officer, kind, { project, on: '2023-02-06', fields: { graveNumber: 'M-004' } });
    const paper = (name: string) => ({ name });
    const declare = await officer.post(`/cases/${grave.id}/actions/record-declaration`, {
      version: grave.version,
      on: '2023-03-06',
    });
    expect(declare.status).toBe(409); // nobody has been called yet
    grave = await act(officer, kind, grave, 'announce', '2023-03-06', { noticeDays: 30 });
    const noKin = await officer.post(`/cases/${grave.id}/actions/record-declaration`, {
      version: grave.version,
      on: '2023-03-13',
      documents: [paper('grave-declaration'), paper('kinship-proof')],
    });
    expect(noKin).toMatchObject({ status: 422, body: { code: 'missing-field', errors: [{ field: 'fields.kin' }] } });
    const early = await askStep(officer, kind, grave, 'report-no-kin', '2023-04-05');
    expect(early).toMatchObject({
      status: 422,
      body: { code: 'wait-not-ended', errors: [{ lawfulFrom: '2023-04-06' }] },
    });
    grave = await act(officer, kind, grave, 'report-no-kin', '2023-04-06');
    grave = await act(officer, kind, grave, 'confirm-unclaimed', '2023-04-06');
    expect(grave.state).toBe('unclaimed_confirmed');
    // It was theirs to come, not the ward's to do.
    const { clocks } = (await officer.get(`/cases/${grave.id}`)).body;
    expect(clocks.find((c: any) => c.clock === 'grave-notice')).toMatchObject({ status: 'stopped', daysLate: 0 });
  });
});
