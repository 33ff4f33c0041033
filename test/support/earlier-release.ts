import type { DataSource } from 'typeorm';
import { beginning, contentHashOf, hashOf } from '../../src/audit/chain.js';

/** KF-17: what the ward had when it upgraded. */
export const inUse = { projects: 3, households: 40, graves: 25, petitions: 60, documents: 120, history: 500 };

const when = '2023-06-15T01:00:00.000Z';
const day = '2023-06-15';
const upTo = (count: number) => [...Array(count).keys()];

/** Fills a database that stands at the schema of an earlier release by plain SQL: no class of today knows that schema. */
export async function fillEarlier(database: DataSource, release: number): Promise<void> {
  const insert = async (table: string, rows: object[]) => {
    const names = Object.keys(rows[0]!);
    for (let at = 0; at < rows.length; at += 50) {
      const some = rows.slice(at, at + 50);
      const places = some.map((_, r) => `(${names.map((__, n) => `$${r * names.length + n + 1}`).join(', ')})`);
      await database.query(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES ${places.join(', ')}`,
        some.flatMap((row) => names.map((name) => (row as Record<string, unknown>)[name])),
      );
    }
  };
  await insert('unit', [{ id: 1, code: 'luong-son', name: 'UBND phường Lương Sơn' }]);
  await insert('residential_group', [{ unit_id: 1, name: 'Soi' }]);
  await insert('account', [
    { id: 1, unit_id: 1, login: 'can-bo', name: 'Cán bộ', role: 'officer', password_hash: 'x' },
  ]);
  await insert('sign_in_session', [{ id: 's', account_id: 1, created_at: when, expires_at: when }]);
  await insert(
    'person',
    upTo(inUse.petitions).map((i) => ({ id: i + 1, unit_id: 1, name: `Công dân ${i}`, search: `cong dan ${i}` })),
  );
  let id = 0;
  for (const kind of ['projects', 'households', 'graves', 'petitions'] as const)
    await insert(
      'case_file',
      upTo(inUse[kind]).map((i) => caseFile(++id, kind, i)),
    );
  const cases = id;
  await insert(
    'case_person',
    upTo(inUse.petitions).map((i) => ({ unit_id: 1, case_id: cases - i, person_id: i + 1, role: 'petitioner' })),
  );
  await insert(
    'document',
    upTo(inUse.documents).map((i) => ({ unit_id: 1, case_id: 1 + (i % cases), name: 'petition', at: when })),
  );
  if (release >= 3) await insert('history_head', [{ unit_id: 1, seq: 0, hash: beginning }]);
  const entries = upTo(inUse.history).map((i) => ({
    ...{ unit_id: 1, case_id: 1 + (i % cases), at: when, action: 'open', account_id: 1 },
    after: `{"title":"Hồ sơ ${i}"}`,
  }));
  await insert('history', release >= 3 ? chained(entries) : entries);
  await insert('deadline', upTo(cases).map(deadline));
  await insert('reminder', upTo(cases).map(reminder));
  await insert('notice', [
    { unit_id: 1, reminder_id: 1, recipient_id: 1, subject: 'Nhắc', body: 'Nhắc hạn', at: when },
  ]);
  await insert('sweep', [{ at: when, planned: 1, woken: 1 }]);
  if (release >= 2)
    await insert('saved_view', [{ unit_id: 1, account_id: 1, name: 'Của tôi', screen: 'ho-so', search: 'a=b' }]);
}

/** The entries as a release with a chained history wrote them. */
function chained(entries: readonly { case_id: number; after: string }[]): object[] {
  let prevHash = beginning;
  return entries.map((entry, i) => {
    const salt = String(i).padStart(32, '0');
    const contentHash = contentHashOf(salt, { before: null, after: entry.after, note: null });
    const link = {
      ...{ seq: i + 1, prevHash, unitId: 1, caseId: entry.case_id, at: when, onDay: null, accountId: 1 },
      ...{ forAccountId: null, address: null, action: 'open', fromState: null, toState: null, illustrative: false },
      contentHash,
    };
    const row = { ...entry, seq: i + 1, prev_hash: prevHash, salt, content_hash: contentHash, hash: hashOf(link) };
    prevHash = row.hash;
    return row;
  });
}

const caseFile = (id: number, kind: keyof typeof inUse, i: number) => ({
  ...{ id, unit_id: 1, kind, code: `${kind}-${id}`, title: `Hồ sơ ${id}`, state: 'open', phase: 'open' },
  ...{ state_since: day, opened_on: day, received_at: when, created_at: when, version: 1 },
  ...{ amount_vnd: 3_150_000_000 + id, fields: '{}', illustrative: '[]', search: `ho so ${id}` },
  ...((kind === 'households' || kind === 'graves') && { project_id: 1 + (i % inUse.projects) }),
});

const deadline = (i: number) => ({
  ...{ id: i + 1, unit_id: 1, case_id: i + 1, clock: 'payment', rule_id: 'ld13-payment', kind: 'max' },
  ...{ trigger_on: day, status: 'running', pauses: '[]', extensions: '[]', version: 1 },
});

const reminder = (i: number) => ({
  ...{ unit_id: 1, key: `k${i}`, case_id: i + 1, deadline_id: i + 1, rung: 'before-5', recipient_id: 1 },
  ...{ due_version: 1, send_at: '2023-06-20T00:30:00.000Z', status: 'planned' },
});
