import type { EntityManager } from 'typeorm';
import type { Officer } from '../platform/officer.js';
import { weeklyTable } from './forms/clearance.js';
import { graveRegister, holdoutAnnex, postingRegister } from './forms/land-registers.js';
import { letterBook } from './forms/letter-book.js';
import { paymentList } from './forms/payment-list.js';
import { flowTable, punctualityTable } from './forms/performance.js';
import { intakeBook, receptionBook } from './forms/petition-books.js';
import { handlingForms, type PetitionForm } from './forms/petition-handling.js';
import { resultForms } from './forms/petition-results.js';
import { receptionTable } from './forms/reception.js';
import { stateManagementTable } from './forms/state-management.js';
import { petitionFacts, type PetitionFact } from './petition-fact.js';
import type { Period } from './report-period.js';
import { checkSums, countRow, type ReportTable } from './report-table.js';

export const formGroups = ['petitions', 'clearance', 'performance', 'registers'] as const;

interface Form {
  group: (typeof formGroups)[number];
  title: string;
  /** Figures of the unit, frozen when a period is closed. */
  figures?: (manager: EntityManager, unitId: number, period: Period) => Promise<ReportTable>;
  /** Rows of cases with their words, within the reader's reach; never kept. */
  rows?: (manager: EntityManager, officer: Officer, period: Period) => Promise<ReportTable>;
}

const petitionForms = [...handlingForms, ...resultForms];

function petitionTable(form: PetitionForm, facts: readonly PetitionFact[]): ReportTable {
  const mine = facts.filter(form.about);
  return {
    form: form.form,
    title: form.title,
    columns: form.columns.map(({ of: _, ...shown }) => shown),
    rows: [countRow('Toàn phường', form.columns, mine)],
    sums: checkSums(form.sums, form.columns, mine),
  };
}

const ofPetitions = (form: PetitionForm): Form => ({
  group: 'petitions',
  title: form.title,
  figures: async (manager, unitId, period) => petitionTable(form, await petitionFacts(manager, unitId, period)),
});

/** Every report and register by the name it is filed under, in the order they are listed. */
export const forms: Readonly<Record<string, Form>> = {
  '01/TCD': { group: 'petitions', title: 'Tổng hợp kết quả tiếp công dân', figures: receptionTable },
  ...Object.fromEntries(petitionForms.map((form) => [form.form, ofPetitions(form)])),
  QLNN: {
    group: 'petitions',
    title: 'Công tác quản lý nhà nước về tiếp công dân, khiếu nại, tố cáo',
    figures: stateManagementTable,
  },
  GPMB: { group: 'clearance', title: 'Tiến độ bồi thường, giải phóng mặt bằng', figures: weeklyTable },
  'PL-VUONG': { group: 'clearance', title: 'Phụ lục: hộ đang vướng, chưa đồng ý', rows: holdoutAnnex },
  'DS-CT': { group: 'clearance', title: 'Danh sách chi trả, gửi tiền', rows: paymentList },
  'TH-HS': { group: 'performance', title: 'Tình hình tiếp nhận, kết thúc hồ sơ', figures: flowTable },
  'TH-HAN': { group: 'performance', title: 'Chấp hành thời hạn', figures: punctualityTable },
  '03/TCD': { group: 'registers', title: 'Sổ tiếp công dân', rows: receptionBook },
  'SO-DON': { group: 'registers', title: 'Sổ tiếp nhận đơn thư', rows: intakeBook },
  'SO-VB': { group: 'registers', title: 'Sổ văn bản đi', rows: letterBook },
  'SO-MO': { group: 'registers', title: 'Sổ theo dõi di chuyển mộ', rows: graveRegister },
  'SO-NY': { group: 'registers', title: 'Sổ theo dõi niêm yết công khai', rows: postingRegister },
};

/** All figures of a period at once; petitions are read once for all their forms. */
export async function allFigures(manager: EntityManager, unitId: number, period: Period): Promise<ReportTable[]> {
  const facts = await petitionFacts(manager, unitId, period);
  const tables: ReportTable[] = [];
  for (const [name, { figures }] of Object.entries(forms)) {
    const form = petitionForms.find((each) => each.form === name);
    if (form) tables.push(petitionTable(form, facts));
    else if (figures) tables.push(await figures(manager, unitId, period));
  }
  return tables;
}
