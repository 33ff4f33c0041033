/**
 * Clocks for the reminders' benchmarks, on a copy of the data: every running one ends in a year, except those that are
 * made due. The statements are the same for both databases.
 */
const ahead = '2027-11-19';
const sentAhead = '2027-11-09T00:30:00.000Z';
const dueKeys = 'bench-due/';

/** Nothing is due and nothing overdue: what a sweep finds then is only what `makeDue` puts there. */
async function putOff(query) {
  await query("UPDATE deadline SET due_on = $1 WHERE status = 'running' AND due_on IS NOT NULL", [ahead]);
  await query("UPDATE reminder SET send_at = $1 WHERE status = 'planned'", [sentAhead]);
}

/** As many running clocks as asked for, the further ones spread over the cases, each with a reminder waiting. */
export async function openClocks(query, count) {
  await putOff(query);
  const [{ running, last }] = await query(
    "SELECT SUM(CASE WHEN status = 'running' THEN 1 ELSE 0 END) AS running, MAX(id) AS last FROM deadline",
  );
  const missing = count - Number(running);
  if (missing < 0) throw new Error(`${running} clocks run already, more than ${count}`);
  if (missing === 0) return;
  const [like] = await query(
    "SELECT clock, rule_id, trigger_on, proof FROM deadline WHERE status = 'running' AND kind = 'max' ORDER BY id LIMIT 1",
  );
  await query(
    `INSERT INTO deadline (unit_id, case_id, clock, rule_id, kind, trigger_on, due_on, status, pauses, extensions, proof, version)
     WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${missing - 1}),
       files AS (SELECT id, unit_id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS at FROM case_file
                 WHERE merged_into_id IS NULL AND assignee_id IS NOT NULL)
     SELECT f.unit_id, f.id, $1, $2, 'max', $3, $4, 'running', '[]', '[]', $5, 1
     FROM n INNER JOIN files f ON f.at = n.i % (SELECT COUNT(*) FROM files)`,
    [like.clock, like.rule_id, like.trigger_on, ahead, like.proof],
  );
  await query(
    `INSERT INTO reminder (unit_id, key, case_id, deadline_id, rung, recipient_id, due_version, due_on, send_at, status)
     SELECT d.unit_id, 'bench-ahead/' || d.id, d.case_id, d.id, 'before-10', c.assignee_id, d.version, d.due_on, $1, 'planned'
     FROM deadline d INNER JOIN case_file c ON c.id = d.case_id WHERE d.id > $2`,
    [sentAhead, last],
  );
}

/**
 * Exactly so many clocks end `on` that day, each with one reminder to its handler at `sendAt`; those of earlier calls
 * are put off again. `spread`: over all wards, else of the first ones, so that they are the same whatever the size.
 */
export async function makeDue(query, { count, on, sendAt, spread = false }) {
  await query(`DELETE FROM notice WHERE reminder_id IN (SELECT id FROM reminder WHERE key LIKE '${dueKeys}%')`);
  await query(`DELETE FROM reminder WHERE key LIKE '${dueKeys}%'`);
  await query("UPDATE deadline SET due_on = $1 WHERE status = 'running' AND due_on < $2", [ahead, ahead]);
  await query(
    `UPDATE deadline SET due_on = $1 WHERE id IN (
       SELECT d.id FROM deadline d INNER JOIN case_file c ON c.id = d.case_id INNER JOIN account a ON a.id = c.assignee_id
       WHERE d.status = 'running' AND d.kind = 'max' AND d.due_on = $2 AND c.merged_into_id IS NULL AND a.active
       ORDER BY ${spread ? 'd.id % 997, ' : ''}d.id LIMIT ${count})`,
    [on, ahead],
  );
  await query(
    `INSERT INTO reminder (unit_id, key, case_id, deadline_id, rung, recipient_id, due_version, due_on, send_at, status)
     SELECT d.unit_id, '${dueKeys}' || d.id, d.case_id, d.id, 'before-0', c.assignee_id, d.version, d.due_on, $1, 'planned'
     FROM deadline d INNER JOIN case_file c ON c.id = d.case_id WHERE d.status = 'running' AND d.due_on = $2`,
    [sendAt, on],
  );
  const rows = await dueRows(query);
  if (rows.length !== count) throw new Error(`${rows.length} clocks could be made due, not ${count}`);
  return rows;
}

/** The reminders `makeDue` made, with what each is about, in the order the sweep wakes them. */
export const dueRows = (query) =>
  query(
    `SELECT id, unit_id AS "unitId", case_id AS "caseId", recipient_id AS "recipientId", status
     FROM reminder WHERE key LIKE '${dueKeys}%' ORDER BY unit_id, id`,
  );

/** When each of them was written to its reader, in order, in milliseconds. */
export async function noticedAt(query) {
  const rows = await query(
    `SELECT n.at AS at FROM notice n INNER JOIN reminder r ON r.id = n.reminder_id
     WHERE r.key LIKE '${dueKeys}%' ORDER BY n.at`,
  );
  return rows.map(({ at }) => Date.parse(at));
}
