import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { eventually, Ward, type Client } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('merged petitions on %s', (engine) => {
  let ward: Ward;
  let desk: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-03-05T10:00:00+07:00' });
    desk = ward.as('tiep-dan');
  });
  afterAll(() => ward.stop());

  const kind = 'citizen-petition';
  const show = async (code: string) => (await desk.get(`/cases/${code}`)).body;
  const petition = (on: string, more: object = {}) => makeCase(ward.as('can-bo'), kind, { on, ...more });
  const merge = (file: MadeCase, into: MadeCase, more: object = {}) =>
    desk.post(`/cases/${file.code}/merge`, { version: file.version, into: into.code, ...more });
  const undo = async (file: MadeCase) =>
    desk.post(`/cases/${file.code}/undo-merge`, { version: (await show(file.code)).version, reason: 'Nhập nhầm' });
  const upload = (code: string, fileName: string) => {
    const form = new FormData();
    form.append('name', 'petition');
    form.append('file', new Blob(['%PDF-1.4 đơn gốc'], { type: 'application/pdf' }), fileName);
    return desk.post(`/cases/${code}/documents`, form);
  };

  test('KF-13 the term runs from the first submission; a merged file is history, not work', async () => {
    const main = await petition('2026-03-05', { code: 'KN-101' });
    const other = await petition('2026-03-02', { code: 'KN-102' });
    const scan = await upload('KN-102', 'don-goc.pdf');
    expect(scan).toMatchObject({ status: 201, body: { code: 'KN-102', fileName: 'don-goc.pdf' } });

    expect((await merge(other, main)).status).toBe(200);
    const { body: backlog } = await ward.as('lanh-dao').get('/backlog');
    expect([backlog.total, backlog.petitions.total]).toEqual([1, 1]);
    const shown = await show('KN-101');
    expect(shown).toMatchObject({ openedOn: '2026-03-02', nextDueOn: '2026-03-16', counts: { letters: 2, people: 2 } });
    expect(shown.fields.find((f: any) => f.name === 'receivedOn').value).toBe('2026-03-02');
    expect((await desk.get('/cases')).body.items.map((c: any) => c.code)).toEqual(['KN-101']);

    // The attachment is reachable from the main petition.
    const attached = shown.documents.find((d: any) => d.fileName === 'don-goc.pdf');
    const file = await desk.raw('GET', `/cases/KN-101/documents/${attached.id}/file`);
    expect([file.status, await file.text()]).toEqual([200, '%PDF-1.4 đơn gốc']);

    // An addition that quotes the merged petition is filed under the main one.
    expect(await upload('KN-102', 'bo-sung.pdf')).toMatchObject({ status: 201, body: { code: 'KN-101' } });
    expect((await desk.post('/cases/KN-102/notes', { note: 'Bà gọi điện hỏi' })).body.code).toBe('KN-101');
    expect((await show('KN-101')).history.slice(-2).map((h: any) => h.after.quoting)).toEqual(['KN-102', 'KN-102']);
    expect(await show('KN-102')).toMatchObject({
      actions: [],
      nextDueOn: null,
      links: { mergedInto: { code: 'KN-101' } },
    });

    // Both due dates pass: only the main petition speaks.
    ward.moveTo('2026-03-23');
    await ward.sweep();
    const notices = await eventually(async () => {
      const { items } = (await ward.as('can-bo').get('/notices')).body;
      expect(items.some((n: any) => n.body.includes('KN-101'))).toBe(true);
      return items;
    });
    expect(JSON.stringify(notices)).not.toContain('KN-102');
    expect(await ward.rows("SELECT * FROM reminder WHERE case_id = $1 AND status = 'planned'", [other.id])).toEqual([]);
  });

  test('KF-13 undoing a merge gives both petitions back as they were', async () => {
    ward.moveTo('2026-03-06');
    const main = await petition('2026-03-05');
    const other = await petition('2026-03-02');
    const view = async ({ code }: MadeCase) => {
      const { openedOn, receivedAt, nextDueOn, overdue, clocks, counts, reminders } = await show(code);
      return {
        ...{ openedOn, receivedAt, nextDueOn, overdue, counts },
        clocks: clocks.map((c: any) => [c.clock, c.triggerOn, c.dueOn, c.status]),
        reminders: reminders.filter((r: any) => r.status === 'planned').map((r: any) => [r.rung, r.sendAt, r.dueOn]),
      };
    };
    const before = [await view(main), await view(other)];
    await merge(other, main);
    expect(await view(main)).not.toEqual(before[0]);
    expect((await undo(other)).status).toBe(200);
    expect([await view(main), await view(other)]).toEqual(before);
    expect((await show(other.code)).history.map((h: any) => h.action)).toEqual(['open', 'merge', 'undo-merge']);
  });

  test('KF-13 with several duplicates the earliest still held decides, in whatever order they are undone', async () => {
    const made = async () => ({
      main: await petition('2026-03-05'),
      a: await petition('2026-03-03'),
      b: await petition('2026-03-02'),
    });
    const day = async ({ code }: MadeCase) => (await show(code)).openedOn;
    for (const order of ['ab', 'ba'] as const) {
      const { main, ...duplicates } = await made();
      await merge(duplicates.a, main);
      await merge(duplicates.b, main);
      const [first, second] = order === 'ab' ? [duplicates.a, duplicates.b] : [duplicates.b, duplicates.a];
      await undo(first);
      expect([order, await day(main)]).toEqual([order, order === 'ab' ? '2026-03-02' : '2026-03-03']);
      await undo(second);
      expect([order, await day(main)]).toEqual([order, '2026-03-05']);
      expect((await show(main.code)).counts.letters).toBe(1);
    }
  });

  test('KF-13 with a reason the main petition keeps its own day, and a correction prevails over the merge', async () => {
    const main = await petition('2026-03-05');
    const other = await petition('2026-03-02');
    expect((await merge(other, main, { keepReceivedOn: 'Nội dung bổ sung mới' })).status).toBe(200);
    expect(await show(main.code)).toMatchObject({ openedOn: '2026-03-05' });
    const { version } = await show(main.code);
    const corrected = { version, reason: 'Dấu đến ghi 04/03', fields: { receivedOn: '2026-03-04' } };
    expect((await ward.as('can-bo').post(`/cases/${main.code}/corrections`, corrected)).status).toBe(200);
    await undo(other);
    expect(await show(main.code)).toMatchObject({ openedOn: '2026-03-04' });
  });

  test('KF-13 papers of a petition merged by way of another are reachable from the last one', async () => {
    const [last, middle, first] = [
      await petition('2026-03-05'),
      await petition('2026-03-05'),
      await petition('2026-03-05'),
    ];
    const { body: scan } = await upload(first.code, 'goc.pdf');
    await merge(first, middle);
    await merge({ ...middle, version: (await show(middle.code)).version }, last);
    const shown = await show(last.code);
    expect(shown.links.duplicates.map((d: any) => d.code)).toEqual([middle.code, first.code]);
    expect(shown.documents.map((d: any) => d.id)).toContain(scan.id);
    expect((await desk.raw('GET', `/cases/${last.code}/documents/${scan.id}/file`)).status).toBe(200);
    expect(await undo(first)).toMatchObject({ status: 409, body: { code: 'action-not-open' } });
    await undo(middle);
    expect((await undo(first)).status).toBe(200);
  });

  test('KF-13 nothing is done on a merged petition, and only open, different petitions are merged', async () => {
    const [main, other] = [await petition('2026-03-05'), await petition('2026-03-05')];
    expect(await merge(main, main)).toMatchObject({ status: 409 });
    const project = await makeCase(ward.as('can-bo'), 'compensation-project');
    expect(await merge(other, project)).toMatchObject({ status: 409, body: { code: 'action-not-open' } });
    await merge(other, main);
    const merged = await show(other.code);
    expect(await merge(merged, main)).toMatchObject({ status: 409 });
    expect(await merge({ ...main, version: (await show(main.code)).version }, merged)).toMatchObject({ status: 409 });
    await expect(act(ward.as('can-bo'), kind, merged, 'start-classification', '2026-03-06')).rejects.toThrow(
      'action-not-open',
    );
    const { version } = merged;
    for (const [path, body] of [
      ['assignee', { assigneeId: null }],
      ['links', { type: 'household', to: null }],
      ['people', { people: [{ role: 'signatory', name: 'Trần Ví Dụ' }] }],
      ['corrections', { reason: 'Thử sửa', title: 'Khác' }],
      ['reopen', { on: '2026-03-06', reason: 'Thử mở', toState: 'received', restart: [] }],
    ] as const)
      expect(await ward.as('can-bo').post(`/cases/${other.code}/${path}`, { version, ...body })).toMatchObject({
        status: 409,
        body: { code: 'action-not-open' },
      });
    expect(await show(other.code)).toEqual(merged);
    expect(await undo(main)).toMatchObject({ status: 409, body: { code: 'action-not-open' } });
  });

  test('a petition with a procedure of its own, or owed an answer, is not merged into one that has none', async () => {
    const classified = async (variant: string, more: object = {}) => {
      let file = await petition('2026-03-02', more);
      for (const action of ['start-classification', `classify-as-${variant}`])
        file = await act(ward.as('can-bo'), kind, file, action, '2026-03-03');
      return file;
    };
    const complaint = await classified('complaint');
    const refused = await merge(complaint, await classified('proposal'));
    expect(refused).toMatchObject({ status: 422, body: { code: 'variant-differs' } });
    expect(refused.body.detail).toContain('Khiếu nại');

    const letter = await petition('2026-03-04');
    const lost = await merge(complaint, letter);
    expect(lost).toMatchObject({ status: 422, body: { code: 'duty-lost' } });
    expect(lost.body.detail).toContain(`nhập "${letter.code}" vào "${complaint.code}"`);
    expect((await merge(letter, complaint)).status).toBe(200);

    const sentOn = await petition('2026-03-04', { fields: { channel: 'board-or-deputy' } });
    const own = await petition('2026-03-04', { fields: { channel: 'office' } });
    expect((await merge(sentOn, own)).body.code).toBe('duty-lost');
    expect((await merge(own, sentOn)).status).toBe(200);

    // Where each is owed something, what is already under way prevails.
    const checked = await classified('complaint');
    const later = await petition('2026-03-04', { fields: { channel: 'board-or-deputy' } });
    expect((await merge(checked, later)).body.code).toBe('duty-lost');
    expect((await merge(later, checked)).status).toBe(200);
  });

  test('a household still sees a complaint that was merged into a petition not linked to it', async () => {
    let household = await makeCase(ward.as('can-bo'), 'household-file', { on: '2026-03-02' });
    for (const [action, fields] of [
      ['serve-notice', { landUse: 'agricultural' }],
      ['record-refusal', { holderSigned: true, holdoutReason: 'price' }],
    ] as const)
      household = await act(ward.as('can-bo'), 'household-file', household, action, '2026-03-03', fields);
    const linked = await petition('2026-03-05', { household: household.code });
    let main = await petition('2026-03-05');
    main = await act(desk, kind, main, 'start-classification', '2026-03-06');
    await act(desk, kind, main, 'classify-as-complaint', '2026-03-06');
    await merge(linked, main);
    expect(await show(household.code)).toMatchObject({
      hasOpenComplaint: true,
      links: { petitions: [{ code: main.code }] },
    });
    const { body: holdouts } = await ward.as('can-bo').get('/holdouts');
    expect(holdouts.items[0].openPetitions.map((p: any) => p.code)).toEqual([main.code]);
  });
});
