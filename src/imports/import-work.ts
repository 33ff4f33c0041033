import type { EntityManager } from 'typeorm';
import { headSeq, recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import type { Instant } from '../domain/plain-date.js';
import type { Officer } from '../platform/officer.js';
import { chunksOf, keyOfImport, rowsPerChunk, sealRows } from './chunks.js';
import { ImportChunk, ImportFile, type Choice, type Counts } from './import-file.entity.js';
import type { ImportKind } from './import-columns.js';
import { PlanAccounts } from './plan-accounts.js';
import { PlanCases } from './plan-cases.js';
import { PlanPayments } from './plan-payments.js';
import type { Plan, PlannedRow, Planner } from './planned-row.js';
import { readRows, type ReadRow } from './read-rows.js';
import type { Sheet } from './read-workbook.js';

/** Who does it, when, and whom to tell how far it has come. */
export interface Work {
  officer: Officer;
  now: Instant;
  tell: (done: number, total: number) => void;
}

function plannerFor(kind: ImportKind, plan: Plan): Promise<Planner> {
  if (kind === 'payments') return PlanPayments.begin(plan);
  if (kind === 'accounts') return Promise.resolve(new PlanAccounts(plan));
  return PlanCases.begin(kind, plan);
}

export interface Checked {
  chunks: string[];
  counts: Counts;
  head: number;
}

/** The dry run: what every row of the sheet would do, sealed. Reads only. */
export async function checkRows(
  manager: EntityManager,
  file: ImportFile,
  sheets: readonly Sheet[],
  { officer, now, tell }: Work,
): Promise<Checked> {
  const choice = file.choice!;
  const sheet = sheets.find(({ name }) => name === choice.sheet);
  if (!sheet) throw new DomainError('no-sheet', `Tệp không có trang "${choice.sheet}"; hãy chọn lại.`);
  const head = await headSeq(manager, officer.unitId);
  const key = keyOfImport(manager, file)!;
  const planner = await plannerFor(file.kind, { manager, officer, now, choice, afresh: true });
  const counts: Counts = { new: 0, changed: 0, unchanged: 0, error: 0 };
  const chunks: string[] = [];
  const take = async (rows: readonly ReadRow[]) => {
    const plan = await planner.plan(rows);
    for (const { status } of plan) counts[status]++;
    chunks.push(sealRows(key, plan));
    tell(rows.at(-1)!.n, sheet.height);
  };
  let batch: ReadRow[] = [];
  for (const row of readRows(sheet, file.kind, choice.headerRow - 1, choice.columns)) {
    if (batch.push(row) < rowsPerChunk) continue;
    await take(batch);
    batch = [];
  }
  if (batch.length > 0) await take(batch);
  if (chunks.length === 0)
    throw new DomainError(
      'no-rows',
      'Dưới dòng tiêu đề không có dòng nào có dữ liệu; hãy chọn lại trang và dòng tiêu đề.',
    );
  return { chunks, counts, head };
}

/** Keeps a dry run in place of any before it. */
export async function keepChecked(
  manager: EntityManager,
  file: ImportFile,
  checked: Checked,
  now: Instant,
): Promise<void> {
  await manager.delete(ImportChunk, { importId: file.id });
  for (const [seq, sealed] of checked.chunks.entries())
    await manager.insert(ImportChunk, { importId: file.id, seq, sealed });
  const choice: Choice = { ...file.choice!, head: checked.head };
  await manager.update(
    ImportFile,
    { id: file.id },
    { state: 'checked', choice, counts: checked.counts, refusal: null, since: now },
  );
}

/**
 * Writes all rows, or the chosen ones, in the transaction of `manager`. Where anything was written in the unit since
 * the dry run, every row is planned again, and nothing is written when one would now do something else.
 */
export async function applyRows(
  manager: EntityManager,
  file: ImportFile,
  chosen: ReadonlySet<number> | undefined,
  { officer, now, tell }: Work,
): Promise<void> {
  const choice = file.choice!;
  const counts = file.counts!;
  if (choice.whole && !chosen && counts.error > 0)
    throw new DomainError(
      'import-has-errors',
      `Còn ${counts.error} dòng lỗi; hãy sửa tệp rồi nhập lại, hoặc chọn từng dòng.`,
    );
  const total = counts.new + counts.changed + counts.unchanged + counts.error;
  const afresh = (await headSeq(manager, officer.unitId)) !== choice.head;
  const planner = await plannerFor(file.kind, { manager, officer, now, choice, afresh });
  if (afresh)
    for await (const { rows } of chunksOf(manager, file)) requireSame(rows, await planner.plan(rows.map(bare)));
  const key = keyOfImport(manager, file)!;
  const note = (row: PlannedRow) => `Nhập từ Excel, lần ${file.id}, dòng ${row.n}`;
  let seen = 0;
  let written = 0;
  for await (const { seq, rows } of chunksOf(manager, file)) {
    const wanted = rows.filter(
      ({ n, status }) => (status === 'new' || status === 'changed') && (!chosen || chosen.has(n)),
    );
    if (wanted.length > 0) {
      await planner.apply(wanted, note);
      await manager.update(ImportChunk, { importId: file.id, seq }, { sealed: sealRows(key, rows) });
    }
    written += wanted.length;
    tell((seen += rows.length), total);
  }
  if (written === 0) throw new DomainError('nothing-to-import', 'Không có dòng nào mới hoặc thay đổi để nhập.');
  await recordHistory(manager, {
    unitId: officer.unitId,
    accountId: officer.id,
    at: now,
    action: 'import',
    after: { import: file.id, kind: file.kind, rows: written, ...counts },
  });
  await manager.update(ImportFile, { id: file.id }, { state: 'applied', refusal: null, since: now });
}

/** Takes a whole import back, or nothing of it. @throws DomainError `import-worked-on` naming the cases */
export async function takeBackRows(
  manager: EntityManager,
  file: ImportFile,
  { officer, now, tell }: Work,
): Promise<void> {
  const planner = await plannerFor(file.kind, { manager, officer, now, choice: file.choice!, afresh: false });
  const changed: string[] = [];
  for await (const { rows } of chunksOf(manager, file)) changed.push(...(await planner.changedSince(rows)));
  if (changed.length > 0)
    throw new DomainError(
      'import-worked-on',
      `Không rút lại được: ${changed.length} mục đã có người làm tiếp (${changed.slice(0, 20).join(', ')}${changed.length > 20 ? '…' : ''}).`,
    );
  const codes: string[] = [];
  let seen = 0;
  for await (const { rows } of chunksOf(manager, file)) {
    await planner.takeBack(rows, `Rút lại lần nhập Excel số ${file.id}`);
    codes.push(...rows.flatMap(({ done }) => (done?.made ? [done.code] : [])));
    tell(
      (seen += rows.length),
      file.counts ? (Object.values(file.counts) as number[]).reduce((sum, n) => sum + n, 0) : seen,
    );
  }
  await recordHistory(manager, {
    unitId: officer.unitId,
    accountId: officer.id,
    at: now,
    action: 'take-back-import',
    after: { import: file.id, kind: file.kind, removed: codes.length, codes: ranges(codes) },
  });
  await manager.update(ImportFile, { id: file.id }, { state: 'taken-back', refusal: null, since: now });
}

const bare = ({ n, original, values, checks, problems, own }: PlannedRow): ReadRow => ({
  ...{ n, original, values, checks },
  problems: problems.slice(0, own ?? 0),
});

function requireSame(before: readonly PlannedRow[], now: readonly PlannedRow[]): void {
  const other = before.find(
    (row, i) =>
      row.status !== now[i]!.status ||
      row.target?.version !== now[i]!.target?.version ||
      JSON.stringify(row.changes) !== JSON.stringify(now[i]!.changes),
  );
  if (other)
    throw new DomainError(
      'import-stale',
      `Dữ liệu đã thay đổi từ lúc kiểm tra (dòng ${other.n}); hãy kiểm tra lại rồi nhập.`,
    );
}

/** `HO-2023-0001, HO-2023-0002, …` in few words: the first and last of those in a row. */
function ranges(codes: readonly string[]): string {
  const parts: string[] = [];
  for (let i = 0; i < codes.length; i++) {
    const first = i;
    while (i + 1 < codes.length && follows(codes[i]!, codes[i + 1]!)) i++;
    parts.push(first === i ? codes[i]! : `${codes[first]}…${codes[i]}`);
  }
  return parts.join(', ');
}

function follows(one: string, next: string): boolean {
  const [, head, number] = /^(.*?)(\d+)$/.exec(one) ?? [];
  return head !== undefined && next === `${head}${String(Number(number) + 1).padStart(number!.length, '0')}`;
}
