import type { Engine } from '../../support/services.js';
import { cases, numbered, sum, text as textOf } from './words.js';

/** What is asked for, beside what is told of its carrying out. */
const parts = [
  ['"stateMoneyVnd"', 'stateMoneyDoneVnd'],
  ['"stateLandM2"', 'stateLandDoneM2'],
  ['"peopleMoneyVnd"', 'peopleMoneyDoneVnd'],
  ['"peopleLandM2"', 'peopleLandDoneM2'],
  ['"leadersToDiscipline" + "staffToDiscipline"', 'officialsHandled'],
] as const;
const doneParts = parts.map(([, done]) => done);

/** Every petition as it stood on the last day, with what happened in the period: the view `p`. */
function petitionView(engine: Engine, from: string, to: string): string {
  const text = (name: string) => textOf(engine, name);
  const number = (name: string) => `COALESCE(CAST(${text(name)} AS bigint), 0)`;
  const area = (name: string) => `COALESCE(CAST(ROUND(CAST(${text(name)} AS numeric) * 10000) AS bigint), 0)`;
  const names = (list: string[]) => list.map((name) => `'${name}'`).join(', ');
  const settling = [
    ...['decide-clearly-right', 'decide-as-claimed', 'decide-complaint', 'conclude', 'answer', 'answer-after-check'],
    ...['settle', 'end-unsettled', 'stop-withdrawn-complaint', 'stop-withdrawn-denunciation', 'close-withdrawn'],
    ...['stop-complaint', 'stop-denunciation', 'not-accept'],
  ];
  const last = (source: string, actions: string[], what = 's.action') =>
    `(SELECT ${what} FROM ${source} s WHERE s.case_id = c.id AND s.action IN (${names(actions)}) ORDER BY s.id DESC LIMIT 1)`;
  const first = (actions: string[]) =>
    `(SELECT s.on_day FROM step s WHERE s.case_id = c.id AND s.action IN (${names(actions)}) ORDER BY s.id LIMIT 1)`;
  const within = (actions: string[]) =>
    `EXISTS (SELECT 1 FROM step s WHERE s.case_id = c.id AND s.action IN (${names(actions)}) AND s.on_day BETWEEN '${from}' AND '${to}')`;
  const accepting = ['accept-complaint', 'accept-denunciation', 'assign'];
  const routing = ['guide', 'transfer', 'transfer-denunciation'];
  const sinceReopening = (condition: string) =>
    `(SELECT MAX(s.id) FROM step s WHERE s.case_id = c.id AND ${condition} AND NOT EXISTS (
      SELECT 1 FROM step r WHERE r.case_id = s.case_id AND r.action = 'reopen' AND r.id > s.id))`;
  // Put on the desk by acceptance, and again by a reopening after it; off it once settled or sent on.
  const puts = (s: string) =>
    `(${s}.action IN (${names(accepting)}) OR (${s}.action = 'reopen' AND EXISTS (SELECT 1 FROM step a
      WHERE a.case_id = ${s}.case_id AND a.id < ${s}.id AND a.action IN (${names(accepting)}))))`;
  const onDesk = (when: string) =>
    `CASE WHEN EXISTS (SELECT 1 FROM step s WHERE s.case_id = c.id AND s.on_day ${when} AND ${puts('s')} AND NOT EXISTS (
      SELECT 1 FROM step e WHERE e.case_id = s.case_id AND e.id > s.id AND e.on_day ${when}
        AND e.action IN (${names([...settling, ...routing])}))) THEN 1 ELSE 0 END`;
  const cameToDesk = `CASE WHEN EXISTS (SELECT 1 FROM step s WHERE s.case_id = c.id
    AND s.on_day BETWEEN '${from}' AND '${to}' AND ${puts('s')}) THEN 1 ELSE 0 END`;
  const classify = ['complaint', 'denunciation', 'proposal', 'reflection', 'request'].map((v) => `classify-as-${v}`);
  const unfit = sinceReopening("s.to_state = 'ineligible'");
  const handledOn = `(SELECT s.on_day FROM step s WHERE s.case_id = c.id AND (s.action IN (${names(classify)})
    OR (s.action IN ('find-ineligible', 'file') AND NOT (${unfit} IS NULL AND EXISTS (
      SELECT 1 FROM step r WHERE r.case_id = s.case_id AND r.action = 'reopen' AND r.id > s.id)))) ORDER BY s.id LIMIT 1)`;
  const amounts = [
    ...['stateMoneyVnd', 'peopleMoneyVnd', 'peopleHelped', 'leadersToDiscipline', 'staffToDiscipline'],
    ...['mattersToPolice', 'personsToPolice'],
  ];
  const areas = ['stateLandM2', 'peopleLandM2'];
  // What the last carrying out up to a day says, as corrected before the next: the whole so far.
  const carried = (when: string) =>
    `SELECT MAX(s.id) FROM step s WHERE s.case_id = c.id AND s.action = 'record-carrying-out' AND s.on_day ${when}`;
  const soFar = (name: string, when: string) => {
    const told = textOf(engine, name, 'h."after"');
    const amount = name.endsWith('M2') ? `ROUND(CAST(${told} AS numeric) * 10000)` : told;
    return `COALESCE((SELECT CAST(${amount} AS bigint) FROM history h WHERE h.case_id = c.id AND ${told} IS NOT NULL
      AND h.action IN ('record-carrying-out', 'correct') AND h.id < COALESCE((SELECT MIN(n.id) FROM told n
        WHERE n.case_id = c.id AND n.action = 'record-carrying-out' AND n.id > (${carried(when)})),
        CASE WHEN (${carried(when)}) IS NULL THEN 0 ELSE 9000000000000 END) ORDER BY h.id DESC LIMIT 1), 0)`;
  };
  return `WITH step AS (
      SELECT id, case_id, action, to_state, on_day FROM told WHERE on_day <= '${to}'),
    live AS (SELECT s.* FROM step s WHERE NOT EXISTS (
      SELECT 1 FROM step r WHERE r.case_id = s.case_id AND r.action = 'reopen' AND r.id >= s.id)),
    raw AS (SELECT c.id, COALESCE(CAST(${text('letters')} AS bigint), 1) AS letters,
      COALESCE(CAST(${text('matters')} AS bigint), 1) AS matters, ${text('field')} AS field, ${text('channel')} AS channel,
      ${text('finding')} AS finding, ${text('anonymous')} AS anonymous, COALESCE(${text('receivedOn')}, c.opened_on) AS received_on,
      (SELECT COUNT(*) FROM case_person k WHERE k.case_id = c.id AND k.role IN ('petitioner', 'signatory')) AS people,
      c.first_petition_id AS first_petition,
      ${last('step', classify)} AS class, ${unfit} AS unfit,
      ${handledOn} AS handled_on,
      ${first(accepting)} AS accepted_on,
      ${last('live', settling)} AS settling, ${last('live', settling, 's.on_day')} AS settled_on,
      ${last('live', routing)} AS outside,
      ${last('live', ['urge-answer'])} AS urged, ${last('live', ['record-outside-answer'])} AS reply,
      ${last('step', ['record-second-complaint', 'denounce-again', 'record-repeat'])} AS again,
      ${last('live', ['record-final', 'record-second-decision', 'record-judgment', 'send-conclusion'])} AS final,
      (SELECT MAX(s.id) FROM live s WHERE s.case_id = c.id AND s.on_day < '${from}'
        AND s.to_state = 'closed') AS closed_before,
      (${carried(`< '${from}'`)}) AS carried_before,
      ${onDesk(`< '${from}'`)} AS desk_before, ${cameToDesk} AS came,
      CASE WHEN ${within(['record-outside-answer'])} THEN 1 ELSE 0 END AS replied,
      CASE WHEN ${within(['record-second-decision'])} THEN 1 ELSE 0 END AS second,
      CASE WHEN ${within(['record-carrying-out'])} THEN 1 ELSE 0 END AS carried_out,
      CASE WHEN EXISTS (SELECT 1 FROM deadline d WHERE d.days_late > 0 AND d.clock IN
        ('complaint-resolution', 'denunciation-resolution', 'internal-target')
        AND d.stopped_by = ${last('live', settling, 's.id')}) THEN 1 ELSE 0 END AS late,
      ${amounts.map((name) => `${number(name)} AS "${name}"`).join(', ')},
      ${areas.map((name) => `${area(name)} AS "${name}"`).join(', ')},
      ${doneParts.map((name) => `${soFar(name, `< '${from}'`)} AS "${name} before"`).join(', ')},
      ${doneParts.map((name) => `${soFar(name, `<= '${to}'`)} AS "${name}"`).join(', ')}
      FROM case_file c WHERE c.kind = 'citizen-petition' AND c.merged_into_id IS NULL),
    p AS (SELECT raw.*,
      CASE WHEN received_on BETWEEN '${from}' AND '${to}' THEN 1 ELSE 0 END AS received,
      CASE WHEN received_on < '${from}' AND (handled_on IS NULL OR handled_on >= '${from}') THEN 1 ELSE 0 END AS carried,
      CASE WHEN handled_on BETWEEN '${from}' AND '${to}' THEN 1 ELSE 0 END AS handled,
      CASE WHEN handled_on BETWEEN '${from}' AND '${to}' AND class IS NOT NULL AND unfit IS NULL THEN 1 ELSE 0 END AS fit,
      CASE WHEN CAST(anonymous AS varchar) IN ('true', '1') OR people = 0 THEN 'other' WHEN people = 1 THEN 'one' ELSE 'several' END AS signers,
      REPLACE(class, 'classify-as-', '') AS variant,
      CASE WHEN outside IS NULL THEN settling IS NOT NULL ELSE reply IS NOT NULL END AS done,
      CASE WHEN settled_on BETWEEN '${from}' AND '${to}' THEN
        CASE WHEN settling IN ('stop-withdrawn-complaint', 'stop-withdrawn-denunciation', 'close-withdrawn') THEN 'withdrawn'
          WHEN settling IN ('stop-complaint', 'stop-denunciation', 'not-accept') THEN 'stopped' ELSE 'decision' END END AS settled,
      CASE WHEN desk_before = 1 THEN 'carried'
        WHEN came = 1 OR settled_on BETWEEN '${from}' AND '${to}' THEN 'new' END AS due
      FROM raw WHERE received_on <= '${to}')`;
}

const letters = (condition: string) => `SUM(CASE WHEN ${condition} THEN letters ELSE 0 END)`;
const matters = (condition: string) => `SUM(CASE WHEN ${condition} THEN matters ELSE 0 END)`;
const fit = (more: string) => letters(`fit = 1 AND ${more}`);
const again = '(first_petition IS NOT NULL OR again IS NOT NULL)';
const guided = "outside = 'guide'";
const informal = "variant IN ('proposal', 'reflection', 'request')";
const states = {
  once: `done AND NOT ${again}`,
  again: `done AND ${again}`,
  underWay: `NOT done AND (accepted_on IS NOT NULL OR outside IN ('transfer', 'transfer-denunciation'))`,
  notYet: `NOT done AND accepted_on IS NULL AND (outside IS NULL OR ${guided})`,
};
const routed = {
  guided: fit(guided),
  forwarded: fit(`outside <> 'guide' AND urged IS NULL`),
  urged: fit(`outside <> 'guide' AND urged IS NOT NULL`),
};

const handling: string[] = [
  ...[letters('carried = 1 OR received = 1'), letters('carried = 1'), letters('received = 1'), letters('handled = 1')],
  ...[fit('1 = 1'), matters('fit = 1')],
  ...['land', 'construction', 'environment', 'policy'].map((field) => fit(`field = '${field}'`)),
  fit(`(field IS NULL OR field NOT IN ('land', 'construction', 'environment', 'policy'))`),
  ...[fit(states.once), fit(states.again), fit(states.underWay), fit(states.notYet)],
  ...[
    fit('outside IS NULL'),
    fit('outside IS NULL AND first_petition IS NULL'),
    fit('outside IS NULL AND first_petition IS NOT NULL'),
  ],
  ...[fit('outside IS NOT NULL'), routed.guided, routed.forwarded, routed.urged, letters('replied = 1')],
];

const decision = "settled = 'decision'";
const settledMatters = (condition: string) => matters(`settled IS NOT NULL AND ${condition}`);
const results = (column12: string): string[] => [
  ...[matters('due IS NOT NULL'), matters("due = 'carried'"), matters("due = 'new'")],
  ...[letters('settled IS NOT NULL'), matters('settled IS NOT NULL')],
  ...['decision', 'withdrawn', 'stopped'].map((how) => settledMatters(`settled = '${how}'`)),
  ...['right', 'wrong', 'partly-right'].map((finding) => settledMatters(`${decision} AND finding = '${finding}'`)),
  column12,
  ...[
    ...['stateMoneyVnd', 'stateLandM2', 'peopleMoneyVnd', 'peopleLandM2', 'peopleHelped'],
    ...['leadersToDiscipline', 'staffToDiscipline', 'mattersToPolice', 'personsToPolice'],
  ].map((name) => sum(`"${name}"`, decision)),
  ...[settledMatters('late = 0'), settledMatters('late = 1')],
];
const inForce = `settling IN ('decide-clearly-right', 'decide-as-claimed', 'decide-complaint', 'conclude', 'answer',
  'answer-after-check', 'settle', 'end-unsettled') AND (carried_out = 1 OR (final IS NOT NULL AND closed_before IS NULL
    AND (carried_before IS NULL OR ${parts.map(([asked, done]) => `(${asked}) > "${done} before"`).join(' OR ')})))`;
const carryingOut = (): string[] => [
  ...[cases(inForce), cases('carried_out = 1')],
  ...parts.flatMap(([asked, done]) => [
    sum(`CASE WHEN (${asked}) > "${done} before" THEN (${asked}) - "${done} before" ELSE 0 END`, inForce),
    sum(`CASE WHEN "${done}" > "${done} before" THEN "${done}" - "${done} before" ELSE 0 END`, 'carried_out = 1'),
  ]),
];

/** By form: which petitions it is about, and its columns in order. */
const forms: Record<string, { about: string; columns: string[] }> = {
  '02/TCD': {
    about: "channel = 'reception'",
    columns: [
      ...[letters('received = 1'), letters('fit = 1')],
      ...[fit("variant = 'complaint'"), fit("variant = 'denunciation'"), fit(informal)],
      ...[fit("field = 'policy'"), fit("field IN ('land', 'construction')")],
      fit("(field IS NULL OR field NOT IN ('policy', 'land', 'construction'))"),
      ...[fit('outside IS NULL'), routed.guided, routed.forwarded, routed.urged],
    ],
  },
  '01/XLD': {
    about: '1 = 1',
    columns: [
      letters('carried = 1 OR received = 1'),
      ...['carried', 'received'].flatMap((what) =>
        ['one', 'several', 'other'].map((who) => letters(`${what} = 1 AND signers = '${who}'`)),
      ),
      ...[letters('handled = 1'), letters('fit = 1'), matters('fit = 1')],
      ...[fit("variant = 'complaint'"), fit("variant = 'denunciation'"), fit(informal)],
      ...[fit(states.once), fit(states.again), fit(states.underWay), fit(states.notYet)],
      fit('outside IS NULL'),
      ...["variant = 'complaint'", "variant = 'denunciation'", informal].map((v) => fit(`outside IS NULL AND ${v}`)),
      ...[fit('outside IS NOT NULL'), routed.guided, routed.forwarded, routed.urged, letters('replied = 1')],
    ],
  },
  '02/XLD': { about: "variant = 'complaint'", columns: handling },
  '03/XLD': { about: "variant = 'denunciation'", columns: handling },
  '04/XLD': { about: informal, columns: handling },
  '01/KQGQ': { about: "variant = 'complaint'", columns: results(matters('second = 1')) },
  '02/KQGQ': { about: "variant = 'complaint'", columns: carryingOut() },
  '03/KQGQ': {
    about: "variant = 'denunciation'",
    columns: results(settledMatters('first_petition IS NOT NULL')),
  },
  '04/KQGQ': { about: "variant = 'denunciation'", columns: carryingOut() },
};

export const petitionForms = Object.fromEntries(
  Object.entries(forms).map(([form, { about, columns }]) => [
    form,
    (engine: Engine, from: string, to: string) =>
      `${petitionView(engine, from, to)} SELECT 'Toàn phường' AS label, ${numbered(columns)} FROM p WHERE ${about}`,
  ]),
);
