import { cases, isTrue, list, numbered, sum, text, type Counted } from './words.js';

/** Columns of one way of receiving: 4–11, 12–20 and 21–29 of the form. */
const block = (by: string, sessions: boolean): string[] => {
  const mine = `by_whom = '${by}'`;
  const group = `${mine} AND people_there >= 5`;
  const matters = (condition: string) => [
    sum('matters', `${condition} AND first_petition IS NULL`),
    sum('matters', `${condition} AND first_petition IS NOT NULL`),
  ];
  return [
    ...(sessions ? [cases(`${mine} AND session = 1`)] : []),
    ...[sum('visits', mine), sum('people', mine), ...matters(mine)],
    ...[cases(group), sum('people_there', group), ...matters(group)],
  ];
};

/** Biểu 01/TCD: sessions held count their visitors; a petition brought on such a day belongs to that session. */
const reception: Counted = (engine, from, to) => {
  const number = (name: string, otherwise: number) => `COALESCE(CAST(${text(engine, name)} AS bigint), ${otherwise})`;
  const heldOn = `(SELECT t.on_day FROM told t WHERE t.case_id = c.id AND t.on_day <= '${to}'
    AND t.action IN (${list(['hold', 'hold-ad-hoc'])}) ORDER BY t.id LIMIT 1)`;
  return `WITH held AS (SELECT c.id, ${heldOn} AS on_day, ${number('visitors', 0)} AS visitors,
      CASE WHEN ${isTrue(text(engine, 'delegated'))} THEN 'delegated' ELSE 'head' END AS by_whom
      FROM case_file c WHERE c.kind = 'reception-session' AND ${heldOn} BETWEEN '${from}' AND '${to}'),
    petition AS (SELECT COALESCE(${text(engine, 'receivedOn')}, c.opened_on) AS on_day, c.first_petition_id,
      ${number('matters', 1)} AS matters, (SELECT COUNT(*) FROM case_person k WHERE k.case_id = c.id) AS signed
      FROM case_file c WHERE c.kind = 'citizen-petition' AND c.merged_into_id IS NULL AND ${text(engine, 'channel')} = 'reception'),
    brought AS (SELECT p.matters, p.first_petition_id, CASE WHEN p.signed < 1 THEN 1 ELSE p.signed END AS signed,
      (SELECT h.by_whom FROM held h WHERE h.on_day = p.on_day ORDER BY h.id LIMIT 1) AS at_session
      FROM petition p WHERE p.on_day BETWEEN '${from}' AND '${to}'),
    fact AS (
      SELECT by_whom, 1 AS session, visitors AS visits, visitors AS people, 0 AS people_there, 0 AS matters,
        CAST(NULL AS bigint) AS first_petition FROM held
      UNION ALL SELECT COALESCE(at_session, 'office'), 0, CASE WHEN at_session IS NULL THEN 1 ELSE 0 END,
        CASE WHEN at_session IS NULL THEN signed ELSE 0 END, signed, matters, first_petition_id FROM brought)
    SELECT 'Toàn phường' AS label, ${numbered([
      ...['SUM(visits)', 'SUM(people)', 'SUM(matters)'],
      ...[...block('office', false), ...block('head', true), ...block('delegated', true)],
    ])} FROM fact`;
};

export const receptionFigures = { '01/TCD': reception };
