import { cases, list, numbered, sum, text, word, type Counted } from './words.js';

/** Households and graves as they stood on the last day: the view `l`. */
function landView(from: string, to: string): string {
  const took = (when: string, actions: string[]) =>
    `CASE WHEN EXISTS (SELECT 1 FROM told t WHERE t.case_id = c.id AND t.on_day ${when} AND t.action IN (${list(actions)})) THEN 1 ELSE 0 END`;
  const ever = (...actions: string[]) => took(`<= '${to}'`, actions);
  const now = (...actions: string[]) => took(`BETWEEN '${from}' AND '${to}'`, actions);
  return `WITH l AS (SELECT c.id, c.kind, c.project_id, c.amount_vnd, c.area_recovered, c.area_donated,
      (SELECT t.to_state FROM told t WHERE t.case_id = c.id AND t.to_state IS NOT NULL AND t.on_day <= '${to}'
       ORDER BY t.id DESC LIMIT 1) AS state_then,
      ${ever('record-inventory')} AS inventoried, ${ever('approve-plan')} AS approved,
      ${ever('approve-plan', 'approve-unclaimed-plan', 'record-payment')} AS priced, ${ever('record-payment')} AS paid,
      ${ever('record-recovery', 'record-recovery-after-persuasion')} AS taken, ${ever('donate-land')} AS given,
      ${ever('confirm-unclaimed')} AS nobodys, ${ever('record-reburial')} AS reburied, ${now('record-inventory')} AS inventoried_now,
      ${now('record-payment')} AS paid_now, ${now('record-handover', 'donate-land')} AS handed_now
    FROM case_file c WHERE c.kind IN ('household-file', 'grave-relocation') AND c.opened_on <= '${to}')`;
}

const holdoutStates = [
  ...['unreachable', 'not_consenting', 'persuading_inventory', 'inventory_compulsory', 'inventory_enforced'],
  ...['legal_file_problem', 'disputed', 'plan_objected', 'plan_adjusting', 'refuses_money', 'persuading_plan'],
  ...['money_deposited', 'refuses_handover', 'persuading_handover', 'enforcement_decided', 'enforcement_blocked'],
];
const held = `state_then IN (${list(holdoutStates)})`;
const handed = "state_then IN ('handed_over', 'closed')";
const household = (condition: string) => cases(`kind = 'household-file' AND ${condition}`);
const grave = (condition: string) => cases(`kind = 'grave-relocation' AND ${condition}`);
const sumOf = (column: string, condition: string) => sum(`COALESCE(${column}, 0)`, condition);

const columns: string[] = [
  ...[household('1 = 1'), household(handed), household(held), household(`NOT ${handed} AND NOT ${held}`)],
  ...['inventoried', 'approved', 'paid', 'taken', 'given'].map((name) => household(`${name} = 1`)),
  ...['inventoried_now', 'paid_now', 'handed_now'].map((name) => household(`${name} = 1`)),
  ...[
    sumOf('area_recovered', "kind = 'household-file' AND taken = 1"),
    sumOf('area_donated', "kind = 'household-file'"),
  ],
  ...[sumOf('amount_vnd', 'priced = 1'), sumOf('amount_vnd', 'paid = 1')],
  ...[grave('1 = 1'), grave('paid = 1'), grave('reburied = 1')],
  grave('nobodys = 1'),
];

const weekly: Counted = (_, from, to) =>
  `${landView(from, to)} SELECT label, ${numbered(columns)} FROM (SELECT p.title AS label, p.id AS of_project, l.*
      FROM case_file p LEFT JOIN l ON l.project_id = p.id
      WHERE p.kind = 'compensation-project' AND p.opened_on <= '${to}') each_one GROUP BY of_project, label
   UNION ALL SELECT 'Cộng', ${columns.join(', ')} FROM l`;

const firstPerson = `(SELECT p.name FROM case_person k INNER JOIN person p ON p.id = k.person_id
  WHERE k.case_id = c.id ORDER BY k.id LIMIT 1)`;
const row = (order: string) => `ROW_NUMBER() OVER (ORDER BY ${order})`;
const ofProject = 'FROM case_file c INNER JOIN case_file p ON p.id = c.project_id';

const holdouts: Counted = (engine, _, to) =>
  `SELECT ${numbered([
    row('c.opened_on, c.id'),
    ...['p.title', 'c.title', firstPerson, 'g.name', text(engine, 'parcel')],
    ...[word('household-file', 'c.state'), word('field holdoutReason', text(engine, 'holdoutReason'))],
    text(engine, 'reasonNote'),
  ])} ${ofProject} LEFT JOIN residential_group g ON g.id = c.residential_group_id
   WHERE c.kind = 'household-file' AND c.state IN (${list(holdoutStates)}) AND c.opened_on <= '${to}' ORDER BY 1`;

const graves: Counted = (engine, _, to) =>
  `SELECT ${numbered([
    ...[row('c.opened_on, c.id'), `COALESCE(${text(engine, 'graveNumber')}, c.title)`, 'p.title', text(engine, 'zone')],
    ...[`COALESCE(${text(engine, 'deceased')}, 'Chưa rõ tên')`, text(engine, 'kin')],
    ...[word('field graveKind', text(engine, 'graveKind')), 'c.amount_vnd', text(engine, 'plannedMoveOn')],
    ...[text(engine, 'plannedMoveLunar'), text(engine, 'newPlot'), word('grave-relocation', 'c.state')],
  ])} ${ofProject} WHERE c.kind = 'grave-relocation' AND c.opened_on <= '${to}' ORDER BY 1`;

const postings: Counted = (_, from, to) =>
  `SELECT ${numbered([row('d.on_day, d.id'), 'd.on_day', 'c.code', 'c.title', word('document', 'd.name'), 'd.number'])}
   FROM document d INNER JOIN case_file c ON c.id = d.case_id WHERE d.on_day BETWEEN '${from}' AND '${to}'
     AND d.name IN ('posting-minutes', 'posting-end-minutes', 'plan-posting-minutes') ORDER BY 1`;

/** The amount of a payment: as typed with it or known before, and as corrected until another step tells one. */
const payments: Counted = (engine, from, to) => {
  const given = (name: string) => text(engine, name, 'h."after"');
  return `WITH amount AS (SELECT h.id, h.case_id, h.action, CAST(${given('amountVnd')} AS bigint) AS vnd FROM history h
      WHERE ${given('amountVnd')} IS NOT NULL),
    paid AS (SELECT t.id, t.on_day, p.title AS project, c.code || ' · ' || c.title AS file,
      COALESCE(${firstPerson}, ${text(engine, 'kin')}) AS taker,
      (SELECT d.number FROM document d WHERE d.case_id = c.id AND d.name = 'plan-approval' ORDER BY d.id DESC LIMIT 1) AS decision,
      CASE t.action WHEN 'record-payment' THEN 'Chi trả' ELSE 'Gửi tiền' END AS how, ${given('documents.0.number')} AS paper,
      (SELECT a.vnd FROM amount a WHERE a.case_id = c.id AND NOT EXISTS (SELECT 1 FROM amount b
        WHERE b.case_id = c.id AND b.action <> 'correct' AND b.id > t.id AND b.id <= a.id) ORDER BY a.id DESC LIMIT 1) AS vnd
      FROM told t INNER JOIN history h ON h.id = t.id INNER JOIN case_file c ON c.id = t.case_id
        INNER JOIN case_file p ON p.id = c.project_id
      WHERE t.action IN ('record-payment', 'deposit-money') AND c.kind IN ('household-file', 'grave-relocation')
        AND t.on_day BETWEEN '${from}' AND '${to}')
    SELECT * FROM (SELECT ${numbered([`CAST(${row('on_day, id')} AS varchar)`, 'project', 'file', 'taker', 'decision', 'on_day', 'how', 'paper', 'vnd'])} FROM paid
      UNION ALL SELECT 'Cộng', NULL, NULL, NULL, NULL, NULL, 'Chi trả', NULL, COALESCE(SUM(vnd), 0) FROM paid WHERE how = 'Chi trả'
      UNION ALL SELECT 'Cộng', NULL, NULL, NULL, NULL, NULL, 'Gửi tiền', NULL, COALESCE(SUM(vnd), 0) FROM paid WHERE how = 'Gửi tiền'
    ) rows_and_total
    ORDER BY CASE WHEN "0" <> 'Cộng' THEN 0 WHEN "6" = 'Chi trả' THEN 1 ELSE 2 END, CAST(CASE WHEN "0" = 'Cộng' THEN '0' ELSE "0" END AS bigint)`;
};

export const clearanceFigures = { GPMB: weekly };
export const clearanceLists = { 'PL-VUONG': holdouts, 'SO-MO': graves, 'SO-NY': postings, 'DS-CT': payments };
