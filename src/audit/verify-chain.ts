import { beginning, contentHashOf, hashOf, type Content, type Link } from './chain.js';
import { ERASE } from './erase-content.js';
import type { RecordedHead } from './heads-file.js';

/** Asks the database; all questions of one walk see the same moment. */
export type Ask = <T>(sql: string, parameters?: unknown[]) => Promise<T[]>;

/** The first thing wrong in the chain of a unit. */
export interface Fault {
  /** Code of the unit. */
  unit: string;
  /** Place in the chain, and number of the row where there is one. */
  seq: number | null;
  id: number | null;
  kind: 'bent' | 'missing' | 'forked' | 'swapped' | 'head';
  /** In Vietnamese. */
  what: string;
}

export interface Walk {
  entries: number;
  units: number;
  faults: Fault[];
}

type Row = Omit<Link, 'seq' | 'illustrative'> &
  Content & {
    id: number;
    seq: number | null;
    illustrative: boolean | number;
    hash: string;
    salt: string | null;
    erasedAt: string | null;
  };

const perBatch = 5_000;
const columns = `id, unit_id AS "unitId", seq, prev_hash AS "prevHash", hash, content_hash AS "contentHash", salt,
  erased_at AS "erasedAt", case_id AS "caseId", at, on_day AS "onDay", account_id AS "accountId",
  for_account_id AS "forAccountId", address, action, from_state AS "fromState", to_state AS "toState", illustrative,
  "before", "after", note`;

/**
 * Walks all of history once, in the order it was written, and reckons every hash anew. Per unit the first fault is
 * told: an entry bent after it was written, missing, forked off or swapped, or an end that is not where the head of
 * the unit, or a head recorded elsewhere, says.
 */
export async function verifyChain(ask: Ask, recorded: readonly RecordedHead[]): Promise<Walk> {
  const units = await ask<{ id: number; code: string; seq: number | null; hash: string | null }>(
    'SELECT u.id AS id, u.code AS code, h.seq AS seq, h.hash AS hash FROM unit u LEFT JOIN history_head h ON h.unit_id = u.id ORDER BY u.id',
  );
  const chains = new Map(units.map(({ id, code }) => [id, new Chain(code, recordedOf(recorded, id))]));
  const batch = (after: number) =>
    ask<Row>(`SELECT ${columns} FROM history WHERE id > $1 ORDER BY id LIMIT ${perBatch}`, [after]);
  let entries = 0;
  // The next batch is fetched while this one is reckoned.
  for (let next = batch(0); ;) {
    const rows = await next;
    if (rows.length === 0) break;
    next = batch(rows.at(-1)!.id);
    entries += rows.length;
    for (const row of rows) {
      if (!chains.has(row.unitId))
        chains.set(row.unitId, new Chain(`không có trong dữ liệu (${row.unitId})`, new Map()));
      chains.get(row.unitId)!.add(row);
    }
  }
  for (const chain of chains.values()) if (chain.gapAt) await chain.explainGap(ask);
  const heads = new Map(units.map(({ id, seq, hash }) => [id, seq === null ? undefined : { seq, hash: hash! }]));
  for (const [id, chain] of chains) chain.end(heads.get(id));
  const strangers = [...new Set(recorded.filter(({ unitId }) => !chains.has(unitId)).map(({ unit }) => unit))];
  const faults = [
    ...[...chains.values()].flatMap(({ fault }) => fault ?? []),
    ...strangers.map((unit): Fault => ({
      unit,
      seq: null,
      id: null,
      kind: 'missing',
      what: 'cả đơn vị không còn trong dữ liệu',
    })),
  ];
  return { entries, units: units.length, faults };
}

/** The recorded heads of one unit by their place. A place recorded twice with two hashes keeps both. */
function recordedOf(recorded: readonly RecordedHead[], unitId: number): Map<number, RecordedHead[]> {
  const own = new Map<number, RecordedHead[]>();
  for (const head of recorded) if (head.unitId === unitId) own.set(head.seq, [...(own.get(head.seq) ?? []), head]);
  return own;
}

const span = (from: number, to: number): string => (from === to ? `mục số ${from}` : `các mục số ${from}–${to}`);

/** One unit's chain as far as it has been followed. After its first fault nothing more is said of it. */
class Chain {
  fault: Fault | undefined;
  gapAt: { row: Row; expected: number } | undefined;
  private seq = 0;
  private hash = beginning;
  private id: number | null = null;
  /** Erased contents no `erase` entry has named yet. */
  private readonly erased = new Map<number, number>();

  constructor(
    private readonly unit: string,
    private readonly recorded: Map<number, RecordedHead[]>,
  ) {}

  add(row: Row): void {
    if (this.fault) return;
    const expected = this.seq + 1;
    if (row.seq === null) return this.tell('bent', row, 'đứng ngoài chuỗi: không có số thứ tự');
    if (row.seq < expected)
      return this.tell(
        'forked',
        row,
        `rẽ nhánh: chuỗi đã đi qua số này${row.seq === this.seq ? ` (id ${this.id})` : ''}`,
      );
    if (row.seq > expected) {
      this.gapAt = { row, expected };
      return this.tell(
        'missing',
        { seq: expected, id: null },
        `thiếu ${span(expected, row.seq - 1)}: sau số ${this.seq} là số ${row.seq} (id ${row.id})`,
      );
    }
    const bent = bentOf(row);
    if (bent) return this.tell('bent', row, bent);
    if (row.prevHash !== this.hash)
      return this.tell(
        'forked',
        row,
        this.seq === 0
          ? 'rẽ nhánh: không phải mục đầu tiên của chuỗi'
          : `rẽ nhánh: không nối vào mục số ${this.seq} (id ${this.id}) hiện có, mục đó đã bị thay`,
      );
    const other = this.recorded.get(row.seq)?.find(({ hash }) => hash !== row.hash);
    if (other) return this.tell('bent', row, `khác với đầu chuỗi đã ghi ngày ${other.day}: chuỗi đã bị viết lại`);
    if (row.erasedAt !== null) this.erased.set(row.seq, row.id);
    if (row.action === ERASE) this.takeErasure(row);
    [this.seq, this.hash, this.id] = [row.seq, row.hash, row.id];
  }

  /** A place that was jumped over may stand further on: then two entries changed places. */
  async explainGap(ask: Ask): Promise<void> {
    const { row, expected } = this.gapAt!;
    const [later] = await ask<{ id: number }>('SELECT id FROM history WHERE unit_id = $1 AND seq = $2', [
      row.unitId,
      expected,
    ]);
    if (later)
      this.fault = {
        unit: this.unit,
        seq: row.seq,
        id: row.id,
        kind: 'swapped',
        what: `đổi chỗ: đứng trước mục số ${expected} (id ${later.id})`,
      };
  }

  end(head: { seq: number; hash: string } | undefined): void {
    if (this.fault) return;
    const [unexplained] = this.erased;
    if (unexplained)
      return this.tell(
        'bent',
        { seq: unexplained[0], id: unexplained[1] },
        'nội dung bị xóa mà không có mục xóa nào nêu',
      );
    const last = [...this.recorded.values()].flat().reduce((a, b) => (b.seq > a.seq ? b : a), { seq: 0, day: '' });
    const missing = Math.max(head?.seq ?? 0, last.seq);
    if (missing > this.seq)
      return this.tell(
        'missing',
        { seq: this.seq + 1, id: null },
        `thiếu ${span(this.seq + 1, missing)} ở cuối chuỗi: ${last.seq > this.seq ? `đầu chuỗi ghi ngày ${last.day} là số ${last.seq}` : `đầu chuỗi là số ${missing}`}`,
      );
    if (this.seq > 0 && (head?.seq !== this.seq || head.hash !== this.hash))
      this.tell(
        'head',
        { seq: this.seq, id: this.id },
        head ? `đầu chuỗi (số ${head.seq}) không khớp mục cuối` : 'đơn vị không có đầu chuỗi',
      );
  }

  private takeErasure(row: Row): void {
    const { erased } = JSON.parse(row.after ?? '{}') as { erased?: number[] };
    const kept = (erased ?? []).find((seq) => !this.erased.delete(seq));
    if (kept !== undefined)
      this.tell('bent', row, `nêu đã xóa nội dung mục số ${kept}, nhưng mục đó không ở dạng đã xóa`);
  }

  private tell(kind: Fault['kind'], { seq, id }: Pick<Fault, 'seq' | 'id'>, what: string): void {
    this.fault ??= { unit: this.unit, seq, id, kind, what };
  }
}

/** What in an entry is otherwise than when it was written. */
function bentOf(row: Row): string | undefined {
  const { erasedAt, salt, before, after, note } = row;
  if (hashOf({ ...(row as Link), illustrative: Boolean(row.illustrative) }) !== row.hash)
    return 'đã bị sửa sau khi ghi: mã băm không khớp với mục';
  if (erasedAt === null)
    return salt !== null && contentHashOf(salt, row) === row.contentHash
      ? undefined
      : 'đã bị sửa sau khi ghi: nội dung (trước, sau, ghi chú) không khớp mã băm';
  if (row.action === ERASE) return 'mục xóa không được xóa nội dung';
  return [salt, before, after, note].every((value) => value === null) ? undefined : 'có nội dung mới sau khi đã xóa';
}
