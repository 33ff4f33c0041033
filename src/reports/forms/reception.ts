import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../domain/plain-date.js';
import type { Fields } from '../../domain/workflow/fields.js';
import { ask } from '../../platform/ask.js';
import { within, type Period } from '../report-period.js';
import { checkSums, countRow, type CountColumn, type ReportTable } from '../report-table.js';
import { stepsOf } from '../steps-taken.js';

/** One session held, or one petition brought to a reception. */
export interface ReceptionFact {
  id: number;
  by: 'office' | 'head' | 'delegated';
  session: boolean;
  visits: number;
  people: number;
  /** 0 for a session: its matters are the petitions brought to it. */
  matters: number;
  repeated: boolean;
  /** Of five or more people with one matter; otherwise 0. */
  groupPeople: number;
}

type Column = CountColumn<ReceptionFact>;
const largeGroup = 5;

function columnsOf(by: ReceptionFact['by'], first: number, heading: string, sessions: boolean): Column[] {
  const mine = (fact: ReceptionFact) => fact.by === by;
  const groups = (fact: ReceptionFact) => mine(fact) && fact.groupPeople > 0;
  const parts: [string, Column['of'], ...string[]][] = [
    ...(sessions
      ? [['Số kỳ, buổi tiếp', (fact: ReceptionFact) => mine(fact) && fact.session] as [string, Column['of']]]
      : []),
    ['Số lượt', (fact) => (mine(fact) ? fact.visits : 0)],
    ['Số người', (fact) => (mine(fact) ? fact.people : 0)],
    ['Số vụ việc tiếp lần đầu', (fact) => (mine(fact) && !fact.repeated ? fact.matters : 0)],
    ['Số vụ việc tiếp nhiều lần', (fact) => (mine(fact) && fact.repeated ? fact.matters : 0)],
    ['Số đoàn', groups, 'Đoàn đông người'],
    ['Số người', (fact) => (groups(fact) ? fact.groupPeople : 0), 'Đoàn đông người'],
    ['Số vụ việc lần đầu', (fact) => (groups(fact) && !fact.repeated ? fact.matters : 0), 'Đoàn đông người'],
    ['Số vụ việc nhiều lần', (fact) => (groups(fact) && fact.repeated ? fact.matters : 0), 'Đoàn đông người'],
  ];
  return parts.map(([vi, of, ...under], i) => ({ key: String(first + i), vi, of, under: [heading, ...under] }));
}

const receptionColumns: Column[] = [
  { key: '1', vi: 'Số lượt', of: (fact) => fact.visits, under: ['Tổng'] },
  { key: '2', vi: 'Số người', of: (fact) => fact.people, under: ['Tổng'] },
  { key: '3', vi: 'Số vụ việc', of: (fact) => fact.matters, under: ['Tổng'] },
  ...columnsOf('office', 4, 'Tiếp thường xuyên', false),
  ...columnsOf('head', 12, 'Tiếp định kỳ và đột xuất của người đứng đầu', true),
  ...columnsOf('delegated', 21, 'Ủy quyền tiếp', true),
];

/**
 * Biểu 01/TCD. A petition received through reception on a day when a session was held belongs to that session; on
 * another day to the regular reception of the office.
 */
export async function receptionTable(manager: EntityManager, unitId: number, period: Period): Promise<ReportTable> {
  const facts = await receptionFacts(manager, unitId, period);
  return {
    form: '01/TCD',
    title: 'Tổng hợp kết quả tiếp công dân',
    columns: receptionColumns.map(({ of: _, ...shown }) => shown),
    rows: [countRow('Toàn phường', receptionColumns, facts)],
    sums: checkSums(['1 = 4+13+22', '2 = 5+14+23', '3 = 6+7+15+16+24+25'], receptionColumns, facts),
  };
}

async function receptionFacts(manager: EntityManager, unitId: number, period: Period): Promise<ReceptionFact[]> {
  const sessions = await heldSessions(manager, unitId, period);
  const petitions = await ask<{
    id: number;
    fields: string;
    openedOn: PlainDate;
    first: number | null;
    people: number;
  }>(
    manager,
    `SELECT c.id AS id, c.fields AS fields, c.opened_on AS "openedOn", c.first_petition_id AS first,
       (SELECT COUNT(*) FROM case_person k WHERE k.case_id = c.id AND k.role IN ('petitioner', 'signatory')) AS people
     FROM case_file c WHERE c.unit_id = :unitId AND c.kind = 'citizen-petition' AND c.merged_into_id IS NULL
       AND c.opened_on <= :to ORDER BY c.id`,
    { unitId, to: period.to },
  );
  const brought = petitions.flatMap(({ id, fields: text, openedOn, first, people: counted }): ReceptionFact[] => {
    const fields = JSON.parse(text) as Fields;
    const on = (fields.receivedOn as PlainDate | undefined) ?? openedOn;
    if (fields.channel !== 'reception' || !within(on, period)) return [];
    const session = sessions.find((each) => each.on === on);
    const people = Math.max(Number(counted), 1);
    const groupPeople = people >= largeGroup ? people : 0;
    const matters = (fields.matters as number | undefined) ?? 1;
    return [
      session
        ? // Its visitors were counted with the session.
          { id, by: session.by, session: false, visits: 0, people: 0, matters, repeated: first !== null, groupPeople }
        : { id, by: 'office', session: false, visits: 1, people, matters, repeated: first !== null, groupPeople },
    ];
  });
  return [
    ...sessions.map(({ id, by, visitors }): ReceptionFact => ({
      id,
      by,
      session: true,
      visits: visitors,
      people: visitors,
      matters: 0,
      repeated: false,
      groupPeople: 0,
    })),
    ...brought,
  ];
}

async function heldSessions(manager: EntityManager, unitId: number, period: Period) {
  const steps = await stepsOf(manager, unitId, 'reception-session', period.to);
  const rows = await ask<{ id: number; fields: string }>(
    manager,
    "SELECT c.id AS id, c.fields AS fields FROM case_file c WHERE c.unit_id = :unitId AND c.kind = 'reception-session' ORDER BY c.id",
    { unitId },
  );
  return rows.flatMap(({ id, fields: text }) => {
    const held = steps.get(id)?.find(({ action }) => ['hold', 'hold-ad-hoc'].includes(action));
    if (!held || !within(held.on, period)) return [];
    const fields = JSON.parse(text) as Fields;
    const by: ReceptionFact['by'] = fields.delegated === true ? 'delegated' : 'head';
    return [{ id, by, on: held.on, visitors: (fields.visitors as number | undefined) ?? 0 }];
  });
}
