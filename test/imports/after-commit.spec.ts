import { Transaction } from '../../src/platform/transaction.js';
import { makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';
import { applied, checked } from './importing.js';
import { workbook } from './sheets.js';

const headers = ['Mã dự án', 'Họ và tên chủ hộ', 'Tờ, thửa', 'Ngày mở hồ sơ'];

test.each(oneEngine(import.meta.url))(
  'on %s a large import that was written is shown, also where nothing more can be written after it',
  async (engine) => {
    const ward = await Ward.start({ engine, jobs: 'separate', now: '2023-06-15T09:00:00+07:00' });
    const officer = ward.as('can-bo');
    const { code } = await makeCase(officer, 'compensation-project');
    const rows = [...Array(520).keys()].map((i) => [code, `Bùi Văn Thứ ${i}`, `12-${i}`, '15/06/2023']);
    const report = await checked(officer, 'households', await workbook([['DANH SÁCH'], headers, ...rows]));
    const total = async () => (await officer.get('/cases?limit=1')).body.total as number;
    expect(await total()).toBe(1);

    const transaction = ward.app.get(Transaction);
    const run = transaction.run.bind(transaction);
    let lost = 0;
    transaction.run = (write) => {
      if (!String(write).includes('noteChange')) return run(write);
      lost++;
      return Promise.reject(new Error('Connection terminated'));
    };
    const outcome = await applied(officer, report.id as number);
    transaction.run = run;
    expect({ ...outcome, lost }).toMatchObject({ state: 'applied', refusal: null, lost: 1 });
    expect(await total()).toBe(521);
    await ward.stop();
  },
);
