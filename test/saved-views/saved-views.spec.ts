import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('saved views on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine });
  });
  afterAll(() => ward.stop());

  const save = (login: 'can-bo' | 'can-bo-2', more: object) =>
    ward.as(login).post('/views', { name: 'Quá hạn', screen: 'cases', search: '?overdue=true', ...more });
  const names = async (login: 'can-bo' | 'can-bo-2') =>
    (await ward.as(login).get('/views')).body.map((view: any) => [view.name, view.mayChange]);

  test('own ones are private, shared ones are everybody’s, pinned ones stand first', async () => {
    expect(await save('can-bo', { name: 'Của tôi' })).toMatchObject({
      status: 201,
      body: { name: 'Của tôi', screen: 'cases', search: '?overdue=true', shared: false, pinned: false },
    });
    await save('can-bo', { name: 'Chung', shared: true, pinned: true });
    await save('can-bo-2', { name: 'Của người khác' });
    expect(await names('can-bo')).toEqual([
      ['Chung', true],
      ['Của tôi', true],
    ]);
    expect(await names('can-bo-2')).toEqual([
      ['Chung', false],
      ['Của người khác', true],
    ]);
  });

  test('only the owner changes a view, or a supervisor a shared one', async () => {
    const { body: shared } = await save('can-bo', { name: 'Để sửa', shared: true });
    const { body: mine } = await save('can-bo', { name: 'Để riêng' });
    const refused = await ward.as('can-bo-2').patch(`/views/${shared.id}`, { name: 'Sửa' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
    expect((await ward.as('can-bo-2').send('DELETE', `/views/${mine.id}`)).status).toBe(404);
    expect((await ward.as('lanh-dao').patch(`/views/${mine.id}`, { name: 'Sửa' })).status).toBe(404);

    const changed = await ward.as('lanh-dao').patch(`/views/${shared.id}`, { name: 'Sửa', pinned: true });
    expect(changed.body).toMatchObject({ name: 'Sửa', pinned: true, owner: 'Người thử can-bo' });
    expect((await ward.as('can-bo').send('DELETE', `/views/${mine.id}`)).status).toBe(204);
    expect((await names('can-bo')).map(([name]: [string]) => name)).not.toContain('Để riêng');
  });

  test('an address longer than 2000 characters is refused', async () => {
    expect(await save('can-bo', { search: 'x'.repeat(2001) })).toMatchObject({
      status: 400,
      body: { code: 'bad-input', errors: [{ field: 'search' }] },
    });
  });
});
