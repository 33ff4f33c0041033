import { createHash } from 'node:crypto';
import { IsNull, Not, type DataSource } from 'typeorm';
import { openText } from '../../src/audit/seal-content.js';
import { CaseFile } from '../../src/cases/case-file.entity.js';
import { CaseDocument } from '../../src/cases/document.entity.js';
import { keyOf } from '../../src/cases/protect-case.js';
import { verifyChain } from '../../src/audit/verify-chain.js';
import { HistoryEntry } from '../../src/audit/history-entry.entity.js';
import type { Config } from '../../src/platform/config.js';
import { FileStore } from '../../src/platform/file-store.js';
import { sealingOf } from '../../src/platform/sealing.js';
import { madeCode } from './due-reminders.js';
import type { AnsweredPetition, WritingOfficer } from './writing-officers.js';

const asNumber = ([row]: { n: number | string }[]) => Number(row!.n);

/** Rows that only a half write can leave, by name; every count is to be 0. */
export async function halfWrites(
  database: DataSource,
  { dataDir, smtpUrl: withMail }: Config,
): Promise<Record<string, number>> {
  const count = async (sql: string) => asNumber(await database.query<{ n: number }[]>(`SELECT COUNT(*) AS n ${sql}`));
  const petitions = `case_file c WHERE c.kind = 'citizen-petition'`;
  const lines = (actions: string) =>
    `(SELECT COUNT(*) FROM history h WHERE h.case_id = c.id AND h.action IN (${actions}))`;
  const rows = (table: string, more = '') => `(SELECT COUNT(*) FROM ${table} t WHERE t.case_id = c.id ${more})`;
  const stateOf = `(SELECT h.to_state FROM history h WHERE h.case_id = c.id AND h.to_state IS NOT NULL ORDER BY h.id DESC LIMIT 1)`;
  return {
    'case without its opening': await count(`FROM ${petitions} AND ${lines("'open'")} <> 1`),
    'case whose version and steps differ': await count(
      `FROM ${petitions} AND c.version <> 1 + ${lines("'start-classification', 'correct'")}`,
    ),
    'case whose state and history differ': await count(`FROM ${petitions} AND c.state <> ${stateOf}`),
    'case without its person': await count(`FROM ${petitions} AND ${rows('case_person')} <> 1`),
    'case whose papers and history differ': await count(
      `FROM ${petitions} AND ${rows('document')} <> ${lines("'start-classification', 'add-document'")}`,
    ),
    'kinds of cases beyond the whole ones': await unlike(database),
    'clock without the line that started it': await count(
      'FROM deadline d LEFT JOIN history h ON h.id = d.started_by AND h.case_id = d.case_id WHERE h.id IS NULL AND d.case_id IN ' +
        `(SELECT c.id FROM case_file c WHERE c.code NOT LIKE '${madeCode}%')`,
    ),
    'reminder sent without a notice': await count(
      "FROM reminder r WHERE r.status = 'sent' AND (SELECT COUNT(*) FROM notice n WHERE n.reminder_id = r.id) <> 1",
    ),
    'notice of a reminder not sent': await count(
      "FROM notice n JOIN reminder r ON r.id = n.reminder_id WHERE r.status <> 'sent'",
    ),
    'notice without its delivery': await count(
      `FROM notice n WHERE (SELECT COUNT(*) FROM delivery d WHERE d.notice_id = n.id) <> ${withMail ? 1 : 0}`,
    ),
    'notices without a line of history': Math.abs(
      (await count('FROM notice')) - (await count("FROM history WHERE action = 'reminder-sent'")),
    ),
    'answer claimed and not given': await count('FROM idempotent_answer WHERE answer IS NULL'),
    'paper without its file': await papersWithoutFile(database, dataDir),
    'units whose chain of history is bent, missing or forked': (
      await verifyChain((text, parameters) => database.query(text, parameters), [])
    ).faults.length,
    'faults the database finds in itself': await ownFaults(database),
  };
}

/** Petitions opened alike and led as far have as many clocks and reminders; a half write would be of another sort. */
async function unlike(database: DataSource): Promise<number> {
  const sorts = await database.query<unknown[]>(`
    SELECT DISTINCT c.state,
      (SELECT COUNT(*) FROM deadline d WHERE d.case_id = c.id) AS clocks,
      (SELECT COUNT(*) FROM deadline d WHERE d.case_id = c.id AND d.status = 'running') AS running,
      (SELECT COUNT(*) FROM reminder r WHERE r.case_id = c.id) AS reminders
    FROM case_file c WHERE c.kind = 'citizen-petition'`);
  return Math.max(0, sorts.length - 2);
}

async function papersWithoutFile(database: DataSource, dataDir: string): Promise<number> {
  const papers = await database.getRepository(CaseDocument).findBy({ storedAs: Not(IsNull()) });
  const contents = await Promise.all(papers.map((paper) => contentOf(database, dataDir, paper)));
  return papers.filter(({ size }, i) => contents[i]?.length !== size).length;
}

/** What was uploaded, opened with the key of the file; undefined where the file is not there or bent. */
function contentOf(
  { manager }: DataSource,
  dataDir: string,
  { storedAs, fileKey }: CaseDocument,
): Promise<Buffer | undefined> {
  const store = new FileStore({ dataDir } as Config, sealingOf(manager));
  return store.read({ storedAs: storedAs!, fileKey }).catch(() => undefined);
}

async function ownFaults(database: DataSource): Promise<number> {
  if (database.options.type === 'postgres') return 0; // checked by the server as it replays its log
  const integrity = await database.query<{ integrity_check: string }[]>('PRAGMA integrity_check');
  const links = await database.query<unknown[]>('PRAGMA foreign_key_check');
  return integrity.filter((row) => row.integrity_check !== 'ok').length + links.length;
}

/** What the officers were answered and the tables do not hold; each is a lost write. */
export async function lostWrites(
  database: DataSource,
  dataDir: string,
  officers: readonly WritingOfficer[],
): Promise<string[]> {
  const [cases, lines, papers] = await Promise.all([
    database.getRepository(CaseFile).findBy({ kind: 'citizen-petition' }),
    database.getRepository(HistoryEntry).find({ select: { caseId: true, action: true, note: true } }),
    database.getRepository(CaseDocument).find(),
  ]);
  const byId = new Map(cases.map((file) => [file.id, file]));
  const acts = new Set(lines.map(({ caseId, action }) => `${caseId} ${action}`));
  const notes = new Map<string, number>();
  for (const { note, action, caseId } of lines) {
    if (!note || action !== 'note') continue;
    const said = openText(keyOf(database.manager, byId.get(caseId!)!), note) ?? note;
    notes.set(said, (notes.get(said) ?? 0) + 1);
  }
  const sums = new Map<number, string>();
  for (const paper of papers) {
    const content = paper.storedAs === null ? undefined : await contentOf(database, dataDir, paper);
    if (content) sums.set(paper.id, createHash('sha256').update(content).digest('hex'));
  }
  const lost: string[] = [];
  const check = (there: boolean | undefined, what: string) => there || lost.push(what);
  const checkPetition = (petition: AnsweredPetition) => {
    const { id, code, version, classified, title } = petition;
    const file = byId.get(id);
    check(file?.code === code && file.version >= version, `case ${code}`);
    check(!classified || acts.has(`${id} start-classification`), `classification of ${code}`);
    check(title === undefined || file?.title === title, `title of ${code}`);
    for (const note of petition.notes) check(notes.get(note) === 1, `note on ${code}`);
    for (const [paper, hash] of petition.scans) check(sums.get(paper) === hash, `scan of ${code}`);
  };
  for (const officer of officers) officer.answered.forEach(checkPetition);
  for (const [note, times] of notes) check(times === 1, `note written ${times} times: ${note}`);
  const opened = officers.flatMap((officer) => officer.answered).length;
  check(opened <= byId.size, 'cases fewer than answered');
  return lost;
}
