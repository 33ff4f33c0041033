import { readFileSync } from 'node:fs';
import { kinds } from '../../src/domain/kinds/registry.js';
import { loadRegister } from '../../src/register/load-register.js';
import { document, faultsOf } from '../support/api-document.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Login } from '../support/ward.js';

/** A copy of the answers the ward's own figures demand. */
const expected = JSON.parse(readFileSync(new URL('./expected.json', import.meta.url), 'utf8')) as Record<string, any>;

describe.each(oneEngine(import.meta.url))('the ward register on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00' });
    await loadRegister(ward.app);
  });
  afterAll(() => ward.stop());

  test('every figure of the report is answered', async () => {
    const { body: backlog } = await ward.as('lanh-dao').get('/backlog');
    const { projects, openProjects, households, graves, notifiedHa, petitions } = expected;
    expect(backlog).toMatchObject({
      asOf: '2023-06-15',
      projects,
      openProjects,
      households,
      graves,
      notifiedHa,
      petitions,
    });
    const { body: holdouts } = await ward.as('lanh-dao').get('/holdouts');
    expect(holdouts).toMatchObject(expected.holdouts);
    expect(holdouts.items).toHaveLength(expected.holdouts.total);
  });

  test('the figures are those of the cases themselves', async () => {
    const count = async (query: string) =>
      (await ward.as('lanh-dao').get(`/cases?limit=1&${query}`)).body.total as number;
    expect(await count('kind=compensation-project')).toBe(expected.projects);
    expect(await count('kind=household-file&state=handed_over')).toBe(expected.households.handedOver);
    expect(await count('kind=household-file&state=recovered')).toBe(expected.households.recovered);
    expect(await count('kind=household-file&phase=holdout&project=kdc-1')).toBe(expected.holdouts.byProject['kdc-1']);
    expect(await count('kind=household-file&phase=holdout&project=kdc-2')).toBe(expected.holdouts.byProject['kdc-2']);
    expect(await count('kind=citizen-petition')).toBe(expected.petitions.total);
    expect(await count('kind=citizen-petition&variant=complaint')).toBe(expected.petitions.complaints);
    expect(await count('kind=citizen-petition&phase=open,waiting,holdout')).toBe(expected.petitions.outstanding);
    const { body: graves } = await ward.as('can-bo').get('/cases?kind=grave-relocation&state=paid');
    const paid = graves.items.reduce((sum: number, grave: any) => sum + grave.amountVnd, 0);
    expect([graves.total, paid]).toEqual([expected.graves.householdsPaid, expected.graves.totalPaidVnd]);
  });

  test('what is filled in shows as illustrative, in the case and in its history', async () => {
    const { body } = await ward.as('can-bo').get('/cases?project=kdc-1&state=plan_adjusting');
    const { body: file } = await ward.as('can-bo').get(`/cases/${body.items[0].code}`);
    expect(file).toMatchObject({ stateSince: '2022-11-21', holdoutReason: 'house_cut_by_line' });
    expect(file.illustrative).toContain('stateSince');
    expect(file.history.at(-1)).toMatchObject({ action: 'adjust-plan', illustrative: true });
  });

  test('every answer is what the API document says', async () => {
    const ask = async (path: string, name = '', login: Login = 'lanh-dao') =>
      faultsOf('get', path, await ward.as(login).get(path.replace('/api', '').replace(/{\w+}/, name)));
    const lists = Object.keys(document.paths).filter(
      (path) => document.paths[path]!.get && path.startsWith('/api/') && !/{|events$/.test(path),
    );
    const { body: cases } = await ward.as('lanh-dao').get('/cases?limit=500');
    const oneOfEachState = new Map<string, string>(
      cases.items.map((file: any) => [`${file.kind} ${file.state}`, file.code]),
    );
    const faults = [
      ...(await Promise.all(lists.flatMap((path) => [ask(path), ask(path, '', 'quan-ly')]))),
      ...(await Promise.all([...oneOfEachState.values()].map((code) => ask('/api/cases/{id}', code)))),
      ...(await Promise.all(kinds.map((kind) => ask('/api/workflows/{kind}', kind)))),
      ...(await Promise.all(['2023', '2031', '1999'].map((year) => ask('/api/calendar/{year}', year)))),
    ];
    expect(cases.items.length).toBeGreaterThan(80);
    expect(faults.flat()).toEqual([]);
  });

  test('loading again changes nothing', async () => {
    const before = (await ward.rows('SELECT COUNT(*) AS n FROM history'))[0].n;
    await loadRegister(ward.app);
    expect((await ward.rows('SELECT COUNT(*) AS n FROM history'))[0].n).toBe(before);
  });
});
