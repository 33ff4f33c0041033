import { cases, numbered, sum, text, word, type Counted } from './words.js';

/**
 * Clocks of duties that ended in the period, or ran at its end: every kind of case, step and officer, and all; under
 * whoever had the case on the day the term ended (`before`: the step that ended it), or had run out by.
 */
const punctuality: Counted = (engine, from, to) => {
  const [pastDue, eve] =
    engine === 'sqlite'
      ? [`CAST(julianday('${to}') - julianday(d.due_on) AS integer)`, `date('${from}', '-1 day')`]
      : [`(CAST('${to}' AS date) - CAST(d.due_on AS date))`, `CAST(CAST('${from}' AS date) - 1 AS varchar)`];
  const columns = [
    ...[cases('ended = 1'), cases('ended = 1 AND late = 0'), cases('ended = 1 AND late > 0')],
    ...[sum('late', 'ended = 1'), cases('open_late > 0'), sum('open_late', 'open_late > 0')],
  ];
  const by = (heading: string, name: string) =>
    `SELECT '${heading}: ' || ${name} AS label, ${numbered(columns)} FROM t GROUP BY ${name}`;
  const pausedAt =
    engine === 'sqlite'
      ? `EXISTS (SELECT 1 FROM json_each(d.pauses) p WHERE json_extract(p.value, '$.from') <= '${to}'
          AND COALESCE(json_extract(p.value, '$.to'), '9999') > '${to}')`
      : `EXISTS (SELECT 1 FROM json_array_elements(d.pauses::json) p WHERE p->>'from' <= '${to}'
          AND COALESCE(p->>'to', '9999') > '${to}')`;
  const given = (name: string) => `CAST(${text(engine, 'assigneeId', `g."${name}"`)} AS integer)`;
  const givenOf = `FROM history g WHERE g.case_id = d.case_id AND g.action IN ('assign', 'release') AND g.to_state IS NULL`;
  const givenBy = `${givenOf} AND g.on_day <= d.as_of AND g.id < d.before`;
  const handler = `CASE WHEN EXISTS (SELECT 1 ${givenBy}) THEN (SELECT ${given('after')} ${givenBy} ORDER BY g.id DESC LIMIT 1)
    WHEN EXISTS (SELECT 1 ${givenOf}) THEN (SELECT ${given('before')} ${givenOf} ORDER BY g.id LIMIT 1)
    ELSE (SELECT f.assignee_id FROM case_file f WHERE f.id = d.case_id) END`;
  return `WITH e AS (SELECT d.*, CASE WHEN d.stopped_on <= '${to}' THEN 1 ELSE 0 END AS ended FROM deadline d
      WHERE d.kind IN ('max', 'discipline-limit', 'min-notice-before', 'recurring-min', 'no-fixed-term')
        AND d.status IN ('running', 'paused', 'stopped') AND d.due_on IS NOT NULL AND d.trigger_on <= '${to}'
        AND (d.stopped_on IS NULL OR d.stopped_on >= '${from}')),
    d AS (SELECT e.*, CASE WHEN ended = 1 THEN e.stopped_by ELSE 2000000000 END AS before,
      CASE WHEN ended = 1 THEN e.stopped_on WHEN e.due_on >= '${to}' THEN '${to}'
        WHEN e.due_on < '${from}' THEN ${eve} ELSE e.due_on END AS as_of FROM e),
    h AS (SELECT d.*, ${handler} AS handler_id FROM d),
    t AS (SELECT ${word('kind', 'c.kind')} AS kind_vi, ${word('clock', 'd.clock')} AS clock_vi, d.ended,
      CASE WHEN a.id IS NULL THEN 'Chưa giao' WHEN EXISTS (SELECT 1 FROM account b WHERE b.name = a.name AND b.id <> a.id)
        THEN a.name || ' (' || a.login || ')' ELSE a.name END AS officer,
      COALESCE(d.days_late, 0) AS late,
      CASE WHEN d.ended = 0 AND NOT ${pausedAt} AND d.due_on < '${to}' THEN ${pastDue} ELSE 0 END AS open_late
    FROM h d INNER JOIN case_file c ON c.id = d.case_id LEFT JOIN account a ON a.id = d.handler_id
    WHERE c.merged_into_id IS NULL)
    ${by('Loại hồ sơ', 'kind_vi')} UNION ALL ${by('Bước', 'clock_vi')} UNION ALL ${by('Cán bộ', 'officer')}
    UNION ALL SELECT 'Cộng', ${numbered(columns)} FROM t`;
};

/** A case is open from its opening, leaves with a step into a closed state and comes back with one out of it. */
const flow: Counted = (_, from, to) => {
  const within = `on_day BETWEEN '${from}' AND '${to}'`;
  const last = (before: string) =>
    `COALESCE((SELECT m.phase FROM moves m WHERE m.case_id = c.id AND m.on_day ${before} ORDER BY m.id DESC LIMIT 1), 'open')`;
  const moved = (condition: string) =>
    `(SELECT COUNT(*) FROM moves m WHERE m.case_id = c.id AND m.${within} AND ${condition})`;
  const sums = ['before', 'received', 'settled', 'after'].map((name) => `COALESCE(SUM(f.${name}_n), 0)`);
  return `WITH moves AS (SELECT t.id, t.case_id, t.on_day, w.phase,
      COALESCE(LAG(w.phase) OVER (PARTITION BY t.case_id ORDER BY t.id), 'open') AS was
      FROM told t INNER JOIN case_file c ON c.id = t.case_id INNER JOIN word w ON w.what = c.kind AND w.key = t.to_state
      WHERE t.on_day <= '${to}'),
    f AS (SELECT c.kind,
      CASE WHEN c.opened_on < '${from}' AND ${last(`< '${from}'`)} <> 'closed' THEN 1 ELSE 0 END AS before_n,
      CASE WHEN c.opened_on >= '${from}' THEN 1 ELSE 0 END + ${moved("m.was = 'closed' AND m.phase <> 'closed'")} AS received_n,
      ${moved("m.was <> 'closed' AND m.phase = 'closed'")} AS settled_n,
      CASE WHEN ${last(`<= '${to}'`)} <> 'closed' THEN 1 ELSE 0 END AS after_n
      FROM case_file c WHERE c.merged_into_id IS NULL AND c.opened_on <= '${to}')
    SELECT w.vi AS label, ${numbered(sums)} FROM word w LEFT JOIN f ON f.kind = w.key WHERE w.what = 'kind' GROUP BY w.vi
    UNION ALL SELECT 'Cộng', ${numbered(sums)} FROM f`;
};

/** What the ward did that is no case; lines taken back do not count. */
const stateManagement: Counted = (_, from, to) =>
  `SELECT 'Toàn phường' AS label, ${numbered([
    ...[cases("kind = 'guidance'"), cases("kind = 'received'"), cases("kind = 'class'")],
    ...[sum('COALESCE(attendees, 0)', "kind = 'class'"), cases("kind = 'inspection'")],
    ...[sum('COALESCE(wanting, 0)', "kind = 'inspection'"), cases("kind = 'dialogue'")],
  ])} FROM ward_event WHERE removed_at IS NULL AND on_day BETWEEN '${from}' AND '${to}'`;

export const performanceFigures = { 'TH-HAN': punctuality, 'TH-HS': flow, QLNN: stateManagement };
