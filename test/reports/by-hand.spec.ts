import { approvedHousehold } from '../imports/importing.js';
import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const petition = 'citizen-petition';
/** Quarters as they are filed; the third is open. */
const quarters = {
  first: ['2025-12-15', '2026-03-14'],
  second: ['2026-03-15', '2026-06-14'],
  third: ['2026-06-15', '2026-09-14'],
} as const;

/** Single cases whose figures anybody can count on his fingers, each in a ward of its own. */
describe.each(oneEngine(import.meta.url))('figures counted by hand on %s', (engine) => {
  let ward: Ward;
  beforeEach(async () => {
    ward = await Ward.start({ engine, now: '2026-07-01T08:30:00+07:00' });
  });
  afterEach(() => ward.stop());

  /** The cells of a form that are asked for, by the number the form gives the column. */
  async function cells(form: string, quarter: keyof typeof quarters, ...keys: number[]) {
    const [from, to] = quarters[quarter];
    const { body } = await ward.as('lanh-dao').get(`/reports/table?${new URLSearchParams({ form, from, to })}`);
    expect(body.sums.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([]);
    return keys.map((key) => {
      const column = body.table.columns.findIndex((each: { key: string }) => each.key === String(key));
      return body.table.rows[0].cells[column].value;
    });
  }

  const chief = () => ward.as('lanh-dao');
  async function walk(file: MadeCase, ...steps: [action: string, on: string, fields?: object][]) {
    for (const [action, on, fields] of steps) file = await act(chief(), petition, file, action, on, fields);
    return file;
  }
  async function reopen(file: MadeCase, on: string, toState: string, restart: string[] = []) {
    const given = { version: file.version, on, reason: 'Có tình tiết mới', toState, restart };
    const { status, body } = await chief().post(`/cases/${file.id}/reopen`, given);
    expect([status, body.detail]).toEqual([200, undefined]);
    return body as MadeCase;
  }
  const complaint = async (on: string, fields: object = {}) =>
    walk(
      await makeCase(chief(), petition, { on, fields: { field: 'land', ...fields } }),
      ['start-classification', on],
      ['classify-as-complaint', on],
    );
  const right = { finding: 'right', decisionNumber: '12/QĐ-UBND' };
  /** Sent and, since nobody complained again, final and closed. */
  const finish = (file: MadeCase, sentOn: string, finalOn: string) =>
    walk(file, ['send-decision', sentOn, { servedOn: sentOn }], ['record-final', finalOn], ['close', finalOn]);

  test('a petition filed by mistake and taken up again is fit to be handled', async () => {
    let file = await makeCase(chief(), petition, { on: '2026-03-20' });
    file = await walk(
      file,
      ['start-classification', '2026-03-20'],
      ['find-ineligible', '2026-03-23', { reason: 'Đơn nặc danh' }],
      ['file', '2026-03-23'],
    );
    expect(await cells('01/XLD', 'second', 8, 9)).toEqual([1, 0]);
    file = await reopen(file, '2026-03-30', 'classified');
    await walk(file, ['classify-as-complaint', '2026-03-30']);
    expect(await cells('01/XLD', 'second', 8, 9, 11, 17)).toEqual([1, 1, 1, 1]);
  });

  test('filed by mistake in one period and classified in the next, it is carried in and handled there', async () => {
    let file = await makeCase(chief(), petition, { on: '2026-03-10' });
    file = await walk(
      file,
      ['start-classification', '2026-03-10'],
      ['find-ineligible', '2026-03-12', { reason: 'Đơn nặc danh' }],
      ['file', '2026-03-12'],
    );
    expect(await cells('01/XLD', 'first', 1, 8, 9)).toEqual([1, 1, 0]);
    file = await reopen(file, '2026-03-16', 'classified');
    await walk(file, ['classify-as-complaint', '2026-03-17']);
    expect(await cells('01/XLD', 'second', 1, 2, 8, 9, 11)).toEqual([1, 1, 1, 1, 1]);
    expect(await cells('01/XLD', 'third', 1, 8, 9)).toEqual([0, 0, 0]);
  });

  test('late is the decision that came too late, not the one before or after a reopening', async () => {
    // Thirty days from 5 January end on 4 February.
    let file = await walk(
      await complaint('2026-01-05'),
      ['accept-complaint', '2026-01-05', { decisionBy: 'ward' }],
      ['decide-clearly-right', '2026-02-27', right],
    );
    file = await finish(file, '2026-02-27', '2026-04-06');
    expect(await cells('01/KQGQ', 'first', 22, 23)).toEqual([0, 1]);
    file = await reopen(file, '2026-04-10', 'accepted', ['complaint-resolution']);
    await walk(file, ['decide-clearly-right', '2026-04-14', right]);
    expect(await cells('01/KQGQ', 'second', 22, 23)).toEqual([1, 0]);
    expect(await cells('01/KQGQ', 'first', 22, 23)).toEqual([0, 1]);
  });

  test('what is left over in one period is what the next one carries in', async () => {
    let file = await walk(
      await complaint('2025-12-22', { matters: 2 }),
      ['accept-complaint', '2025-12-22', { decisionBy: 'ward' }],
      ['decide-clearly-right', '2026-01-12', right],
    );
    expect(await cells('01/KQGQ', 'first', 1, 2, 3, 5)).toEqual([2, 0, 2, 2]);
    file = await finish(file, '2026-01-12', '2026-03-02');
    expect(await cells('01/KQGQ', 'second', 1, 2, 3, 5)).toEqual([0, 0, 0, 0]);
    // Settled before the quarter, so not carried in; taken up again, it is new.
    await reopen(file, '2026-04-10', 'accepted');
    expect(await cells('01/KQGQ', 'second', 1, 2, 3, 5)).toEqual([2, 0, 2, 0]);
    expect(await cells('01/KQGQ', 'third', 1, 2, 3, 5)).toEqual([2, 2, 0, 0]);
  });

  test('what is settled was to be settled, accepted or not', async () => {
    await walk(await complaint('2026-03-20'), ['not-accept', '2026-03-23', { reason: 'Hết thời hiệu' }]);
    await walk(
      await complaint('2026-03-23'),
      ['withdraw-complaint', '2026-03-24'],
      ['stop-withdrawn-complaint', '2026-03-25'],
    );
    expect(await cells('01/KQGQ', 'second', 1, 3, 4, 5, 7, 8, 22)).toEqual([2, 2, 2, 2, 1, 1, 2]);
  });

  test('a petition sent on to another body is carried over no longer', async () => {
    await walk(
      await makeCase(chief(), petition, { on: '2026-01-05' }),
      ['start-classification', '2026-01-05'],
      ['classify-as-proposal', '2026-01-05'],
      ['assign', '2026-01-06', { targetDays: 20 }],
      ['check-site', '2026-01-07'],
      ['transfer', '2026-01-08', { competentBody: 'UBND tỉnh' }],
    );
    const [from, to] = quarters.second;
    const { body } = await chief().get(`/reports/narrative?from=${from}&to=${to}`);
    expect(body.sections[1].paragraphs.join('\n')).toContain('không có đơn thư.');
  });

  test('how matters ended adds up to the matters settled', async () => {
    await walk(
      await complaint('2026-03-20', { letters: 4, matters: 3 }),
      ['accept-complaint', '2026-03-20', { decisionBy: 'ward' }],
      ['decide-clearly-right', '2026-04-01', right],
    );
    expect(await cells('01/KQGQ', 'second', 4, 5, 6, 9, 22)).toEqual([4, 3, 3, 3, 3]);
  });

  test('a decision that came into force by the second one is to be carried out; once it is, it is no longer due', async () => {
    const file = await walk(
      await complaint('2026-01-05'),
      ['accept-complaint', '2026-01-05', { decisionBy: 'ward' }],
      ['decide-clearly-right', '2026-01-12', { ...right, peopleMoneyVnd: 5_000_000 }],
      ['send-decision', '2026-01-13', { servedOn: '2026-01-13' }],
      ['record-second-complaint', '2026-01-20', { competentBody: 'Chủ tịch UBND tỉnh' }],
      ['record-second-decision', '2026-02-27'],
    );
    expect(await cells('02/KQGQ', 'first', 1, 2, 7, 8)).toEqual([1, 0, 5_000_000, 0]);
    await walk(file, ['record-carrying-out', '2026-04-01', { peopleMoneyDoneVnd: 5_000_000 }]);
    expect(await cells('02/KQGQ', 'second', 1, 2, 7, 8)).toEqual([1, 1, 5_000_000, 5_000_000]);
    expect(await cells('02/KQGQ', 'third', 1, 2, 7, 8)).toEqual([0, 0, 0, 0]);
  });

  test('what is carried out in parts is counted in each period once, the rest stays due', async () => {
    let file = await walk(
      await complaint('2026-01-05'),
      ['accept-complaint', '2026-01-05', { decisionBy: 'ward' }],
      ['decide-clearly-right', '2026-01-12', { ...right, peopleMoneyVnd: 5_000_000, peopleLandM2: '120.5' }],
      ['send-decision', '2026-01-13', { servedOn: '2026-01-13' }],
      ['record-final', '2026-03-02'],
      ['record-carrying-out', '2026-03-03', { peopleMoneyDoneVnd: 2_000_000 }],
    );
    expect(await cells('02/KQGQ', 'first', 1, 2, 7, 8, 9, 10)).toEqual([1, 1, 5_000_000, 2_000_000, '120.5', '0']);
    expect(await cells('02/KQGQ', 'second', 1, 2, 7, 8, 9)).toEqual([1, 0, 3_000_000, 0, '120.5']);
    const given = { version: file.version, reason: 'Gõ nhầm', fields: { peopleMoneyDoneVnd: 1_500_000 } };
    file = (await chief().post(`/cases/${file.id}/corrections`, given)).body as MadeCase;
    await walk(file, [
      'record-carrying-out',
      '2026-04-01',
      { peopleMoneyDoneVnd: 5_000_000, peopleLandDoneM2: '120.5' },
    ]);
    expect(await cells('02/KQGQ', 'first', 7, 8, 10)).toEqual([5_000_000, 1_500_000, '0']);
    expect(await cells('02/KQGQ', 'second', 1, 2, 7, 8, 9, 10)).toEqual([
      ...[1, 1, 3_500_000, 3_500_000, '120.5', '120.5'],
    ]);
    expect(await cells('02/KQGQ', 'third', 1, 2, 7, 8)).toEqual([0, 0, 0, 0]);
  });

  test('money deposited and then fetched is summed once as deposited and once as paid', async () => {
    let file = await approvedHousehold(chief(), { fields: { amountVnd: 100_000_000 } });
    for (const [action, on, fields] of [
      ['record-money-refusal', '2023-06-05', { holderSigned: true, holdoutReason: 'price' }],
      ['deposit-money', '2023-06-20'],
      ['record-payment', '2023-07-03'],
    ] as const)
      file = await act(chief(), 'household-file', file, action, on, fields);
    const query = new URLSearchParams({ form: 'DS-CT', from: '2023-06-01', to: '2023-07-31' });
    const { body } = await chief().get(`/reports/table?${query}`);
    const shown = body.table.rows.map(({ cells }: { cells: { value: unknown }[] }) => [
      cells[6]!.value,
      cells[8]!.value,
    ]);
    expect(shown).toEqual([
      ['Gửi tiền', 100_000_000],
      ['Chi trả', 100_000_000],
      ['Chi trả', 100_000_000],
      ['Gửi tiền', 100_000_000],
    ]);
  });

  test('a grave stays moved when its kin come afterwards', async () => {
    let file = await makeCase(chief(), 'grave-relocation', { on: '2026-03-16' });
    for (const [action, on, fields] of [
      ['announce', '2026-03-16', { noticeDays: 10 }],
      ['report-no-kin', '2026-03-30'],
      ['confirm-unclaimed', '2026-03-31'],
      ['approve-unclaimed-plan', '2026-04-01'],
      ['relocate-unclaimed', '2026-04-02'],
      ['record-exhumation', '2026-04-03'],
      ['record-reburial', '2026-04-03', { newPlot: 'A-1' }],
      ['record-late-claim', '2026-04-10', { kin: 'Bùi Văn An' }],
    ] as const)
      file = await act(chief(), 'grave-relocation', file, action, on, fields);
    expect(await cells('GPMB', 'second', 17, 19, 20)).toEqual([1, 1, 1]);
  });

  test('land is recovered once that is decided, not when it is inventoried', async () => {
    let file = await makeCase(chief(), 'household-file', { on: '2025-06-02' });
    const take = async (...steps: [action: string, on: string, fields?: object][]) => {
      for (const [action, on, fields] of steps) file = await act(chief(), 'household-file', file, action, on, fields);
    };
    const area = async () => (await chief().get('/backlog')).body.households.areaRecoveredM2;
    await take(
      ['serve-notice', '2025-06-02', { landUse: 'agricultural' }],
      ['record-declaration', '2025-06-03'],
      ['record-inventory', '2025-06-04', { holderSigned: true, areaRecoveredM2: '120.5' }],
      ['confirm-origin', '2025-06-05'],
      ['include-in-plan', '2025-06-06', { amountVnd: 50_000_000 }],
    );
    expect([await area(), await cells('GPMB', 'second', 8, 13)]).toEqual([0, [0, '0']]);
    await take(
      ['approve-plan', '2026-04-01', { effectiveOn: '2026-04-01' }],
      ['record-payment', '2026-04-02'],
      ['record-recovery', '2026-04-03'],
    );
    expect([await area(), await cells('GPMB', 'second', 8, 13)]).toEqual([120.5, [1, '120.5']]);
    await take(['record-handover', '2026-04-06'], ['close', '2026-04-07']);
    expect([await area(), await cells('GPMB', 'second', 8, 13)]).toEqual([120.5, [1, '120.5']]);
  });

  describe('whose a term is', () => {
    /** `[ended, on time, late, days late, running late, days]` of the officers, in the order of their names. */
    async function ofOfficers(from: string, to: string) {
      const { body } = await chief().get(`/reports/table?${new URLSearchParams({ form: 'TH-HAN', from, to })}`);
      const rows = body.table.rows as { label: string; cells: { value: number }[] }[];
      return Object.fromEntries(
        rows
          .filter(({ label }) => label.startsWith('Cán bộ: '))
          .map(({ label, cells }) => [label.slice(8).replace('Người thử ', ''), cells.map(({ value }) => value)]),
      );
    }
    const may = ['2026-05-01', '2026-05-31'] as const;
    const june = ['2026-06-01', '2026-06-30'] as const;
    const give = async ({ id }: MadeCase, login: 'can-bo' | 'can-bo-2' | null): Promise<MadeCase> => {
      const { version } = (await chief().get(`/cases/${id}`)).body as MadeCase;
      const assigneeId = login && ward.officers[login].id;
      const { status, body } = await chief().post(`/cases/${id}/assignee`, { version, assigneeId });
      expect([status, body.detail]).toEqual([200, undefined]);
      return body as MadeCase;
    };
    /** Thirty days from 14 April 2026 end on 14 May. */
    async function accepted(): Promise<MadeCase> {
      ward.moveTo('2026-04-14');
      const file = await makeCase(chief(), petition, {
        ...{ on: '2026-04-14', fields: { field: 'land' } },
        assigneeId: ward.officers['can-bo'].id,
      });
      return walk(
        file,
        ['start-classification', '2026-04-14'],
        ['classify-as-complaint', '2026-04-14'],
        ['accept-complaint', '2026-04-14', { decisionBy: 'ward' }],
      );
    }

    test('his who had the case when it ran out, whoever has it since', async () => {
      const file = await accepted();
      ward.moveTo('2026-05-20');
      await give(file, 'can-bo-2');
      ward.moveTo('2026-07-01');
      const [inMay, inJune] = [{ 'can-bo': [0, 0, 0, 0, 1, 17] }, { 'can-bo-2': [0, 0, 0, 0, 1, 47] }];
      expect(await ofOfficers(...may)).toEqual(inMay);
      // In June it was late from the first day on, and somebody else's.
      expect(await ofOfficers(...june)).toEqual(inJune);
      await give(file, null);
      expect([await ofOfficers(...may), await ofOfficers(...june)]).toEqual([inMay, inJune]);
    });

    test('his who had the case when it ended, also when the step is typed in after it was given away', async () => {
      const [first, later, other] = [await accepted(), await accepted(), await accepted()];
      ward.moveTo('2026-05-20');
      await walk(first, ['decide-clearly-right', '2026-05-20', right]);
      // On the same day, and afterwards: the step was done by the first.
      await give(first, 'can-bo-2');
      await walk(await give(later, 'can-bo-2'), ['decide-clearly-right', '2026-05-12', right]);
      await walk(await give(other, 'can-bo-2'), ['decide-clearly-right', '2026-05-20', right]);
      ward.moveTo('2026-07-01');
      const ended = Object.entries(await ofOfficers(...may)).map(([name, cells]) => [name, cells.slice(0, 4)]);
      expect(Object.fromEntries(ended)).toEqual({ 'can-bo': [2, 1, 1, 6], 'can-bo-2': [1, 0, 1, 6] });
    });

    test('standing still only if it stood still when the period ended', async () => {
      const file = await walk(await accepted(), ['order-verification', '2026-04-14']);
      ward.moveTo('2026-06-10');
      const stopped = await walk(file, ['suspend-complaint', '2026-06-10', { reason: 'Chờ giám định' }]);
      ward.moveTo('2026-07-01');
      const resolution = async (from: string, to: string) => {
        const { body } = await chief().get(`/reports/table?${new URLSearchParams({ form: 'TH-HAN', from, to })}`);
        const row = body.table.rows.find(({ label }: { label: string }) => label.includes('Giải quyết khiếu nại'));
        return row.cells.map(({ value }: { value: number }) => value);
      };
      const [inMay, inJune] = [
        [0, 0, 0, 0, 1, 17],
        [0, 0, 0, 0, 0, 0],
      ];
      expect([await resolution(...may), await resolution(...june)]).toEqual([inMay, inJune]);
      await walk(stopped, ['resume-complaint', '2026-07-01']);
      expect([await resolution(...may), await resolution(...june)]).toEqual([inMay, inJune]);
    });
  });
});
