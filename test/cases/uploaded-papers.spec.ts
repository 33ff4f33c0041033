import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const petition = 'citizen-petition';

describe.each(oneEngine(import.meta.url))('a paper uploaded before its step on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  async function upload({ id }: MadeCase, name: string): Promise<number> {
    const form = new FormData();
    form.set('name', name);
    form.set('number', '12/PX');
    form.set('file', new Blob([Buffer.from('%PDF-1.4')], { type: 'application/pdf' }), 'phiếu.pdf');
    const { status, body } = await ward.as('can-bo').post(`/cases/${id}/documents`, form);
    expect(status).toBe(201);
    return body.id as number;
  }
  const step = (file: MadeCase, action: string, documents: object[]) =>
    ward
      .as('can-bo')
      .post(`/cases/${file.id}/actions/${action}`, { version: file.version, on: '2023-06-15', documents });

  test('is the paper of the step, filed once', async () => {
    const file = await makeCase(ward.as('can-bo'), petition);
    const id = await upload(file, 'processing-slip');
    expect((await step(file, 'start-classification', [{ id }])).status).toBe(200);
    const { body } = await ward.as('can-bo').get(`/cases/${file.id}`);
    expect(body.documents.map((d: any) => [d.id, d.name, d.hasFile])).toEqual([[id, 'processing-slip', true]]);
    expect(body.history.at(-1).after.documents).toEqual([{ id, name: 'processing-slip', number: '12/PX' }]);
  });

  test('proves nothing of a later step, nor of another case, and is what it is', async () => {
    const file = await makeCase(ward.as('can-bo'), petition);
    const other = await makeCase(ward.as('can-bo'), petition);
    const elsewhere = await upload(other, 'processing-slip');
    const wrong = await step(file, 'start-classification', [{ id: elsewhere }]);
    expect(wrong).toMatchObject({
      status: 422,
      body: { code: 'document-not-usable', errors: [{ field: 'documents.0.id' }] },
    });
    const letter = await upload(file, 'petition');
    expect((await step(file, 'start-classification', [{ id: letter }])).body.code).toBe('missing-document');
    const before = await upload(file, 'filing-slip');
    let moved = await act(ward.as('can-bo'), petition, file, 'start-classification', '2023-06-15');
    moved = await act(ward.as('can-bo'), petition, moved, 'find-ineligible', '2023-06-15', {
      reason: 'thiếu nội dung',
    });
    expect((await step(moved, 'file', [{ id: before }])).body.code).toBe('document-not-usable');
    const after = await upload(file, 'filing-slip');
    expect((await step(moved, 'file', [{ id: after }])).body).toMatchObject({ state: 'filed' });
  });
});
