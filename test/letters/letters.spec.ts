import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { letterKinds, lettersFor } from '../../src/letters/letter-kinds.js';
import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';
import { textOf } from './letter-text.js';

const on = '2026-06-15';
const signed = { on, signerRank: 'chair', signer: 'Nguyễn Văn Ký' };
/** Where the letters are left for a person to look at: LETTERS_TO=/tmp/letters. */
const shelf = process.env.LETTERS_TO ?? mkdtempSync(join(tmpdir(), 'matbang-letters-'));
const typed = {
  Giờ: '8 giờ 30 phút',
  'Địa điểm': 'Nhà văn hóa TDP Ngân',
  'Ngày làm việc': '14/06/2026',
  'Thành phần tham dự': 'Ông Lê Văn C, công chức địa chính; bà Phạm Thị K, Ủy ban Mặt trận Tổ quốc phường',
  'Nội dung làm việc': 'Cán bộ giải thích chính sách bồi thường; hộ nêu ý kiến về giá đất.',
  'Kết luận': 'Hẹn kiểm đếm ngày 25/6.',
};

describe.each(oneEngine(import.meta.url))('letters on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let chair: Client;
  let clerk: Client;
  let household: MadeCase;
  let complaint: MadeCase;
  let denunciation: MadeCase;
  const made: Record<string, MadeCase> = {};

  beforeAll(async () => {
    ward = await Ward.start({ engine, now: `${on}T08:30:00+07:00`, jobs: 'separate' });
    [officer, chair, clerk] = [ward.as('can-bo'), ward.as('lanh-dao'), ward.as('tiep-dan')];
    await ward.rows(`UPDATE unit SET name = 'UBND phường Lương Sơn', parent = 'UBND thành phố Sông Công'`);
    const project = (await makeCase(officer, 'compensation-project', { title: 'Khu dân cư số 1' })).code;
    const holder = { role: 'holder', name: 'Trần Thị Bích', address: 'TDP Ngân' };
    const fields = { parcel: '12-5; 12-6', areaM2: '1355.9', amountVnd: 465_479_000 };
    household = await makeCase(officer, 'household-file', {
      project,
      title: 'Hộ Trần Thị Bích',
      people: [holder],
      fields,
    });
    const petition = (content: string, name: string) => ({
      fields: { content, channel: 'office' },
      people: [{ role: 'petitioner', name, address: 'TDP Soi', phone: '0912345678' }],
    });
    complaint = await makeCase(clerk, 'citizen-petition', petition('Khiếu nại giá bồi thường', 'Nguyễn Văn Dũng'));
    complaint = await act(clerk, 'citizen-petition', complaint, 'start-classification', on);
    complaint = await act(clerk, 'citizen-petition', complaint, 'classify-as-complaint', on, {});
    denunciation = await makeCase(clerk, 'citizen-petition', petition('Tố cáo cán bộ Qvzx', 'Qvzx Thị Mật'));
    denunciation = await act(clerk, 'citizen-petition', denunciation, 'start-classification', on);
    denunciation = await act(clerk, 'citizen-petition', denunciation, 'classify-as-denunciation', on, {});
    const proposal = await makeCase(clerk, 'citizen-petition', petition('Kiến nghị sửa mương', 'Lê Thị Hoa'));
    made.proposal = await act(clerk, 'citizen-petition', proposal, 'start-classification', on);
    made.proposal = await act(clerk, 'citizen-petition', made.proposal, 'classify-as-proposal', on, {});
    const grave = { graveNumber: '17', graveKind: 'earth', amountVnd: 5_000_000 };
    const kin = [{ role: 'kin', name: 'Nguyễn Văn Hùng' }];
    made.grave = await makeCase(officer, 'grave-relocation', { project, people: kin, fields: grave }).catch(() =>
      makeCase(officer, 'grave-relocation', { project, people: kin, fields: { graveNumber: '17' } }),
    );
    made.project = (await officer.get(`/cases/${project}`)).body as MadeCase;
  });
  afterAll(() => ward.stop());

  const write = (who: Client, file: MadeCase, kind: string, more: object = {}) =>
    who.post(`/cases/${file.id}/letters`, { kind, ...signed, ...more });
  const paper = async (who: Client, file: MadeCase, documentId: number) => {
    const answer = await who.raw('GET', `/cases/${file.id}/documents/${documentId}/file`);
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };

  test('every letter fits some case here and is written for it', async () => {
    const cases: [MadeCase, string, string | null, Client][] = [
      [household, 'household-file', null, officer],
      [complaint, 'citizen-petition', 'complaint', clerk],
      [made.proposal!, 'citizen-petition', 'proposal', clerk],
      [made.grave!, 'grave-relocation', null, officer],
      [made.project!, 'compensation-project', null, officer],
      [denunciation, 'citizen-petition', 'denunciation', chair],
    ];
    const written = new Set<string>();
    for (const [file, kind, variant, who] of cases)
      for (const letter of lettersFor({ kind, variant: variant as never })) {
        const reason = variant === 'denunciation' ? { reason: 'Soạn văn bản' } : {};
        const values = variant ? {} : typed;
        const { status, body } = await who.post(`/cases/${file.id}/letters/preview`, {
          ...{ kind: letter.id, ...signed, ...reason, values },
        });
        expect([letter.id, status, status === 200 ? '' : body]).toEqual([letter.id, 200, '']);
        const raw = await who.raw('POST', `/cases/${file.id}/letters/preview`, {
          ...{ kind: letter.id, ...signed, ...reason, values },
        });
        const content = Buffer.from(await raw.arrayBuffer());
        expect(textOf(content)).not.toMatch(/[{}]|undefined|null/);
        writeFileSync(join(shelf, `${letter.id}-${variant ?? kind}.docx`), content);
        written.add(letter.id);
      }
    expect([...written].sort()).toEqual(letterKinds.map(({ id }) => id).sort());
    const { body } = await officer.get('/letters?from=2026-01-01&to=2026-12-31');
    expect(body.letters).toEqual([]);
  });

  test('a letter looked at names what is missing, its number, and its legal basis', async () => {
    const { body } = await officer.post(`/cases/${household.id}/letters/look`, {
      ...{ kind: 'compulsory-inventory-decision', ...signed, values: { Giờ: '8 giờ' } },
    });
    expect(body).toMatchObject({ number: 1, symbol: 'QĐ-UBND', missing: ['Ngày làm việc'] });
    expect(body.bases).toEqual([
      { text: 'Điều 87 khoản 2 điểm đ Luật Đất đai 2024 (31/2024/QH15)', needsReview: false },
    ]);
  });

  test('a decision that was the district chair’s to sign is not written by the ward (Nghị định 151/2025 Điều 5)', async () => {
    const ask = (day: string) =>
      officer.post(`/cases/${household.id}/letters/look`, {
        ...{ kind: 'compulsory-inventory-decision', ...signed, values: {}, on: day },
      });
    expect(await ask('2025-06-30')).toMatchObject({ status: 422, body: { code: 'not-the-wards' } });
    expect((await ask('2025-07-01')).status).toBe(200);
  });

  test('numbers run by book without gaps or doubles, also when asked for at once', async () => {
    const at = await Promise.all(
      Array.from({ length: 6 }, () => write(officer, household, 'inventory-notice', { values: typed })),
    );
    expect(at.map(({ status }) => status)).toEqual(Array(6).fill(201));
    const numbers = at.map(({ body }) => body.numberText as string).sort();
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6'].map((n) => `0${n}/TB-UBND`));
    const first = at.find(({ body }) => body.numberText === '01/TB-UBND')!.body;
    const text = textOf(await paper(officer, household, first.documentId));
    expect(text).toContain('Số: 01/TB-UBND');
    expect(text).toContain('Lương Sơn, ngày 15 tháng 6 năm 2026');
    expect(text).toContain('Khu dân cư số 1');
    expect(text).toMatch(/12-5[\s\S]*12-6/);
    const file = (await officer.get(`/cases/${household.id}`)).body;
    expect(file.documents.filter((each: any) => each.name === 'inventory-notice')).toHaveLength(6);
    expect(file.documents.find((each: any) => each.id === first.documentId)).toMatchObject({
      ...{ number: '01/TB-UBND', onDay: on, hasFile: true, fileName: '01-TB-UBND Thông báo kiểm đếm.docx' },
    });
  });

  test('a number set by hand stands once; what it leaves out is told, and the book goes on after it', async () => {
    expect((await write(officer, household, 'inventory-notice', { number: 3 })).body.code).toBe('number-taken');
    expect((await write(officer, household, 'inventory-notice', { number: 9 })).body.numberText).toBe('09/TB-UBND');
    expect((await write(officer, household, 'inventory-notice')).body.numberText).toBe('10/TB-UBND');
    const { body } = await officer.get('/letters?from=2026-06-01&to=2026-06-30');
    expect(body.gaps).toEqual([{ year: 2026, symbol: 'TB-UBND', from: 7, to: 8 }]);
    expect(body.letters.map((each: any) => each.numberText)).toContain('09/TB-UBND');
    expect((await officer.get('/letters?from=2026-06-30&to=2026-06-01')).status).toBe(400);
  });

  test('the book of a period is a register, on screen, in Excel and in Word, for those who see its cases', async () => {
    const june = 'form=SO-VB&from=2026-06-01&to=2026-06-30';
    const { table } = (await officer.get(`/reports/table?${june}`)).body;
    const numbers = table.rows.map(({ cells }: any) => cells[1].value);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 9, 10].map((n) => `${String(n).padStart(2, '0')}/TB-UBND`));
    expect(table.rows[0].cells.slice(2).map(({ value }: any) => value)).toEqual([
      ...[
        on,
        `Thông báo kiểm đếm (hồ sơ ${household.code})`,
        'Nguyễn Văn Ký',
        'Trần Thị Bích',
        'Người thử can-bo',
        null,
      ],
    ]);
    const file = async (as: string) =>
      Buffer.from(await (await officer.raw('GET', `/reports/file?${june}&as=${as}`)).arrayBuffer());
    const paper = textOf(await file('docx'));
    expect(paper).toContain('Sổ văn bản đi');
    for (const number of numbers) expect(paper).toContain(`\n${number}\n15/06/2026\n`);
    const sheet = new PizZip(await file('xlsx')).file('xl/worksheets/sheet1.xml')!.asText();
    for (const number of numbers) expect(sheet).toContain(`>${number}<`);
    const none = 'form=SO-VB&from=2026-05-01&to=2026-05-31';
    expect((await officer.get(`/reports/table?${none}`)).body.table.rows).toEqual([]);
  });

  test('written again before it is served it keeps its number as version 2; afterwards no more', async () => {
    const { body: first } = await write(officer, household, 'compulsory-inventory-decision');
    const again = { replaces: first.id, signer: 'Trần Văn Phó', signerRank: 'deputy' };
    const { body: second } = await write(officer, household, 'compulsory-inventory-decision', again);
    expect(second).toMatchObject({ numberText: first.numberText, version: 2 });
    const text = textOf(await paper(officer, household, second.documentId));
    expect(text).toContain('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH');
    expect((await write(officer, household, 'compulsory-inventory-decision', again)).body.code).toBe('letter-replaced');
    const service = { how: 'refused-before-witnesses', on, to: 'Trần Thị Bích', by: 'Lê Văn C' };
    const serve = (id: number, more: object = {}) =>
      officer.post(`/cases/${household.id}/letters/${id}/service`, { ...service, ...more });
    expect((await serve(first.id, { note: 'Ông D' })).body.code).toBe('letter-replaced');
    expect((await serve(second.id)).body).toMatchObject({ code: 'missing-field', errors: [{ field: 'note' }] });
    expect((await serve(second.id, { on: '2026-06-16', note: 'Ông D' })).body.code).toBe('bad-day');
    expect((await serve(second.id, { on: '2026-06-14', note: 'Ông D' })).body.code).toBe('bad-day');
    expect((await serve(second.id, { note: 'Ông D, bà E làm chứng' })).status).toBe(200);
    const { body: listed } = await officer.get(`/cases/${household.id}/letters`);
    expect(listed.letters.find((each: any) => each.id === second.id)).toMatchObject({
      version: 2,
      service: { ...service, howVi: 'Không nhận, có người làm chứng', note: 'Ông D, bà E làm chứng' },
    });
    const third = { ...again, replaces: second.id };
    expect((await write(officer, household, 'compulsory-inventory-decision', third)).body.code).toBe('letter-served');
    const { history } = (await officer.get(`/cases/${household.id}`)).body;
    expect(history.map((line: any) => line.action)).toEqual(expect.arrayContaining(['write-letter', 'serve-letter']));
    const book = (await officer.get('/letters?from=2026-06-01&to=2026-06-30')).body.letters;
    expect(book.filter((each: any) => each.numberText === first.numberText && each.kind === second.kind)).toHaveLength(
      0,
    );
    expect(book.filter((each: any) => each.numberText === first.numberText)).toMatchObject([{ version: 2 }]);
  });

  test('a notice of acceptance gives the term that begins with it', async () => {
    const { body } = await write(clerk, complaint, 'acceptance-notice');
    const text = textOf(await paper(clerk, complaint, body.documentId));
    // Thirty days (Luật Khiếu nại 2011 Điều 28) after 15/06: Saturday 15/07 runs on to Monday.
    expect(text).toContain('Thời hạn giải quyết đến ngày 15/07/2026 (Điều 28 Luật Khiếu nại 2011');
    expect(body.missing).toEqual([]);
  });

  test('money is written in figures and in words', async () => {
    const { body } = await write(officer, household, 'payment-receipt');
    expect(body.numberText).toBeNull();
    const text = textOf(await paper(officer, household, body.documentId));
    expect(text).toContain('Số tiền đã nhận: 465.479.000 đồng.');
    expect(text).toContain('Bằng chữ: Bốn trăm sáu mươi lăm triệu, bốn trăm bảy mươi chín nghìn đồng.');
  });

  test('a protected petition: only who may open it writes, with a reason that is logged, and nothing is in the clear', async () => {
    expect(
      (await write(ward.as('can-bo-2'), denunciation, 'extension-decision', { reason: 'Soạn quyết định' })).body.code,
    ).toBe('protected-case');
    expect((await write(chair, denunciation, 'acceptance-notice')).body.code).toBe('reason-needed');
    const reason = { reason: 'Soạn thông báo thụ lý' };
    const { body } = await write(chair, denunciation, 'acceptance-notice', reason);
    expect(body.code).toBe(denunciation.code);
    const opened = await chair.post(`/cases/${denunciation.id}/documents/${body.documentId}/file`, {
      reason: 'Xem lại',
    });
    expect(opened.status).toBe(200);
    expect((await chair.get(`/cases/${denunciation.id}/documents/${body.documentId}/file`)).body.code).toBe(
      'reason-needed',
    );
    const service = { how: 'handed-over', on, to: 'Qvzx Thị Mật', by: 'Lê Văn C', note: 'Qvzx đã nhận' };
    expect((await chair.post(`/cases/${denunciation.id}/letters/${body.id}/service`, service)).status).toBe(200);
    const rows = await Promise.all(['letter', 'document', 'history'].map((name) => ward.rows(`SELECT * FROM ${name}`)));
    expect(JSON.stringify(rows)).not.toContain('Qvzx');
    const shown = JSON.stringify((await clerk.get('/letters?from=2026-06-01&to=2026-06-30')).body);
    expect(shown).not.toContain('Qvzx');
    expect(shown).toContain('(được bảo vệ)');
    const book = await clerk.get('/reports/table?form=SO-VB&from=2026-06-01&to=2026-06-30');
    expect(JSON.stringify(book.body.table.rows)).not.toContain('Qvzx');
    expect(JSON.stringify(book.body.table.rows)).toContain('(được bảo vệ)');
    const reads = await ward.rows(`SELECT action FROM history WHERE action = 'read-secrets'`);
    expect(reads.length).toBeGreaterThan(0);
  });

  test('a decision on a denunciation, which the denounced person receives, does not name who denounces', async () => {
    for (const kind of ['suspension-decision', 'resumption-decision', 'extension-decision']) {
      const raw = await chair.raw('POST', `/cases/${denunciation.id}/letters/preview`, {
        ...{ kind, ...signed, reason: 'Soạn quyết định' },
      });
      expect(textOf(Buffer.from(await raw.arrayBuffer()))).not.toContain('Qvzx');
    }
  });

  test('what is refused, and how', async () => {
    const asked = async (more: object, file = household) => (await write(officer, file, 'inventory-notice', more)).body;
    expect(await asked({ on: '2026-06-16' })).toMatchObject({ code: 'on-in-future', errors: [{ field: 'on' }] });
    expect(await asked({ values: { Giở: '8' } })).toMatchObject({
      code: 'bad-input',
      errors: [{ code: 'unknown-field' }],
    });
    expect((await asked({}, made.project)).code).toBe('wrong-kind');
    expect((await write(officer, household, 'thu-khac')).status).toBe(404);
    expect(
      (await officer.post(`/cases/${household.id}/letters/999999/service`, { how: 'posted', on, to: 'A', by: 'B' }))
        .status,
    ).toBe(404);
  });

  describe('the templates of a ward', () => {
    const kind = 'inventory-notice';
    const upload = (who: Client, content: Buffer, name = 'mẫu.docx') => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(content)]), name);
      return who.post(`/letter-templates/${kind}`, form);
    };
    const shipped = async () =>
      Buffer.from(await (await chair.raw('GET', `/letter-templates/${kind}/file`)).arrayBuffer());
    const edited = (content: Buffer, from: string, to: string) => {
      const zip = new PizZip(content);
      zip.file('word/document.xml', zip.file('word/document.xml')!.asText().replace(from, to));
      return zip.generate({ type: 'nodebuffer' });
    };

    test('edited and brought back it is used; the built-in one comes back when asked', async () => {
      await chair.get('/letter-templates');
      const own = edited(await shipped(), 'Đề nghị gia đình có mặt', 'Kính đề nghị gia đình {chủ hộ} có mặt');
      expect((await upload(officer, own)).status).toBe(403);
      expect((await upload(chair, own)).body).toMatchObject({ version: 1 });
      const { body } = await write(officer, household, kind);
      expect(textOf(await paper(officer, household, body.documentId))).toContain(
        'Kính đề nghị gia đình Trần Thị Bích có mặt',
      );
      const listed = (await officer.get('/letter-templates')).body;
      expect(listed.templates.find((each: any) => each.kind === kind).versions).toMatchObject([
        { version: 1, inUse: true },
      ]);
      expect(listed.fields.flatMap((group: any) => group.fields.map((each: any) => each.name))).toContain(
        'Số tiền bằng chữ',
      );
      expect((await chair.put(`/letter-templates/${kind}/in-use`, { version: null })).status).toBe(200);
      const back = await write(officer, household, kind);
      expect(textOf(await paper(officer, household, back.body.documentId))).not.toContain('Kính đề nghị');
      expect((await chair.put(`/letter-templates/${kind}/in-use`, { version: 1 })).body).toEqual({ version: 1 });
      expect((await chair.put(`/letter-templates/${kind}/in-use`, { version: 7 })).status).toBe(404);
      await chair.put(`/letter-templates/${kind}/in-use`, { version: null });
    });

    test('saved by LibreOffice it is taken and filled, its table of people once for each', async () => {
      const saved = readFileSync(new URL('./saved-by-libreoffice/rows.docx', import.meta.url));
      expect((await upload(chair, saved)).status).toBe(201);
      const { body } = await write(officer, household, kind);
      const text = textOf(await paper(officer, household, body.documentId));
      expect(text).toContain('Họ và tên\nVai trò\nĐịa chỉ\nTrần Thị Bích\nNgười có đất\nTDP Ngân\n');
      await chair.put(`/letter-templates/${kind}/in-use`, { version: null });
    });

    test('misspelt fields, other files and pictures from elsewhere are refused in words', async () => {
      const wrong = await upload(chair, edited(await shipped(), '{Chủ hộ}', '{Chủ nhà hộ} {Tên dự an}'));
      expect(wrong).toMatchObject({ status: 422, body: { code: 'bad-template' } });
      expect(wrong.body.errors.map((each: any) => each.detail)).toEqual(
        expect.arrayContaining([expect.stringContaining('{Chủ nhà hộ}'), expect.stringContaining('{Tên dự an}')]),
      );
      expect((await upload(chair, Buffer.from('%PDF-1.4\n%%EOF'), 'mẫu.docx')).body.code).toBe('file-not-allowed');
      expect((await upload(chair, Buffer.from('xin chào'))).body.code).toBe('file-not-allowed');
      const zip = new PizZip(await shipped());
      const rels = 'word/_rels/document.xml.rels';
      const link =
        '<Relationship Id="rIdX" Type="http://x/attachedTemplate" Target="http://a.example/t" TargetMode="External"/>';
      zip.file(rels, zip.file(rels)!.asText().replace('</Relationships>', `${link}</Relationships>`));
      expect((await upload(chair, zip.generate({ type: 'nodebuffer' }))).body.code).toBe('file-not-allowed');
      expect((await chair.post(`/letter-templates/${kind}`, new FormData())).status).toBe(422);
    });
  });

  test('in another unit the book, the templates and the case are not there', async () => {
    const [template] = await ward.rows<{ id: number }>('SELECT id FROM letter_template');
    const [own] = await ward.rows<{ unit_id: number }>(`SELECT unit_id FROM account WHERE login = 'can-bo-2'`);
    await ward.rows(
      `INSERT INTO unit (code, name, remote_area, reception_weekday) VALUES ('khac', 'UBND phường Khác', FALSE, 4)`,
    );
    await ward.rows(`UPDATE account SET unit_id = (SELECT id FROM unit WHERE code = 'khac') WHERE login = 'can-bo-2'`);
    const stranger = ward.as('can-bo-2');
    const { body } = await stranger.get('/letters?from=2026-01-01&to=2026-12-31');
    expect(body).toMatchObject({ unit: 'UBND phường Khác', letters: [], gaps: [] });
    expect((await stranger.get(`/cases/${household.id}/letters`)).status).toBe(404);
    expect((await write(stranger, household, 'inventory-notice')).status).toBe(404);
    expect((await stranger.get(`/letter-templates/inventory-notice/file?template=${template!.id}`)).status).toBe(404);
    await ward.rows('UPDATE account SET unit_id = $1 WHERE login = $2', [own!.unit_id, 'can-bo-2']);
  });
});
