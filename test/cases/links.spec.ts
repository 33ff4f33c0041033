import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('links between cases on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let project: MadeCase;
  let household: MadeCase;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
    project = await makeCase(officer, 'compensation-project', { title: 'Khu dân cư' });
    household = await makeCase(officer, 'household-file', { project: project.code });
  });
  afterAll(() => ward.stop());

  const show = async ({ code }: { code: string }) => (await officer.get(`/cases/${code}`)).body;
  const link = async (file: MadeCase, type: string, to: string | null) =>
    officer.post(`/cases/${file.id}/links`, { version: (await show(file)).version, type, to });

  test('a household stands in its project, a grave in project and household, a petition is about a household', async () => {
    const grave = await makeCase(officer, 'grave-relocation', { household: household.code });
    const petition = await makeCase(officer, 'citizen-petition', { household: household.code });
    expect((await show(household)).links).toMatchObject({
      project: { code: project.code },
      graves: [{ code: grave.code }],
      petitions: [{ code: petition.code }],
    });
    for (const file of [grave, petition])
      expect((await show(file)).links).toMatchObject({
        project: { code: project.code },
        household: { code: household.code },
      });
    expect((await officer.get(`/cases?project=${project.code}&sort=code`)).body.total).toBe(3);
  });

  test('a complaint about a household shows there while it is open, and stops nothing there', async () => {
    const other = await makeCase(officer, 'household-file', { project: project.code });
    let complaint = await makeCase(officer, 'citizen-petition', { on: '2026-04-06' });
    expect((await link(complaint, 'household', other.code)).status).toBe(200);
    expect((await show(other)).hasOpenComplaint).toBe(false);
    complaint = { ...complaint, version: 2 };
    complaint = await act(officer, 'citizen-petition', complaint, 'start-classification', '2026-04-07');
    complaint = await act(officer, 'citizen-petition', complaint, 'classify-as-complaint', '2026-04-07');
    expect(await show(other)).toMatchObject({
      hasOpenComplaint: true,
      actions: expect.arrayContaining([expect.objectContaining({ action: 'serve-notice' })]),
    });
    complaint = await act(officer, 'citizen-petition', complaint, 'not-accept', '2026-04-08', {
      reason: 'Hết thời hiệu',
    });
    await act(officer, 'citizen-petition', complaint, 'close', '2026-04-09');
    expect(await show(other)).toMatchObject({
      hasOpenComplaint: false,
      links: { petitions: [{ code: complaint.code }] },
    });
  });

  test('a second petition is tied to the first decision, and untied again; the history tells both', async () => {
    const [first, second] = [await makeCase(officer, 'citizen-petition'), await makeCase(officer, 'citizen-petition')];
    expect((await link(second, 'first-petition', first.code)).status).toBe(200);
    expect((await show(second)).links.firstPetition).toMatchObject({ code: first.code });
    expect((await show(first)).links.petitions).toMatchObject([{ code: second.code }]);
    expect((await link(second, 'first-petition', null)).status).toBe(200);
    const { links, history } = await show(second);
    expect(links.firstPetition).toBeNull();
    expect(history.slice(-2)).toMatchObject([
      { action: 'link', before: { 'first-petition': null }, after: { 'first-petition': first.code } },
      { action: 'unlink', before: { 'first-petition': first.code }, after: { 'first-petition': null } },
    ]);
  });

  test('nothing is tied to what does not fit: another kind, itself, a case that does not exist, a circle', async () => {
    const petition = await makeCase(officer, 'citizen-petition');
    const refusals = [
      [household, 'project', petition.code, 422, 'wrong-kind'],
      [household, 'household', household.code, 422, 'wrong-kind'],
      [household, 'first-petition', petition.code, 422, 'wrong-kind'],
      [project, 'project', project.code, 422, 'wrong-kind'],
      [petition, 'household', project.code, 422, 'wrong-kind'],
      [petition, 'first-petition', petition.code, 422, 'wrong-kind'],
      [petition, 'project', 'không-có', 404, 'not-found'],
      [petition, 'owner', project.code, 400, 'bad-input'],
    ] as const;
    for (const [file, type, to, status, code] of refusals)
      expect({ type, to, ...(await link(file, type, to)) }).toMatchObject({ type, to, status, body: { code } });
    const later = await makeCase(officer, 'citizen-petition', { firstPetition: petition.code });
    expect(await link(petition, 'first-petition', later.code)).toMatchObject({
      status: 422,
      body: { code: 'wrong-kind' },
    });
    // A household cannot do without a project: its clocks follow the project's land and law.
    expect(await link(household, 'project', null)).toMatchObject({ status: 422, body: { code: 'missing-project' } });
    expect((await show(household)).links.project.code).toBe(project.code);
  });

  test('a case of another project than its household is not made by a link', async () => {
    const elsewhere = await makeCase(officer, 'compensation-project', { title: 'Mầm non' });
    const grave = await makeCase(officer, 'grave-relocation', { project: elsewhere.code });
    expect(await link(grave, 'household', household.code)).toMatchObject({
      status: 422,
      body: { code: 'other-project' },
    });
    const given = { kind: 'grave-relocation', project: elsewhere.code, household: household.code };
    expect(await officer.post('/cases', given)).toMatchObject({ status: 422, body: { code: 'other-project' } });
    expect((await link(grave, 'project', project.code)).status).toBe(200);
    expect((await link(grave, 'household', household.code)).status).toBe(200);
    expect(await link(grave, 'project', elsewhere.code)).toMatchObject({
      status: 422,
      body: { code: 'other-project' },
    });
  });
});
