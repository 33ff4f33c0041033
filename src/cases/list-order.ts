import { DomainError } from '../domain/errors.js';
import type { Conditions } from '../platform/rows.js';
import type { CaseFile } from './case-file.entity.js';
import { summaryColumns } from './case-summary.js';

type Value = string | number | null;
/** A row of a list; the text it is found by only where the list is sorted by it. */
type Listed = Pick<CaseFile, (typeof summaryColumns)[number]> & Partial<Pick<CaseFile, 'search'>>;
interface Order {
  /** The value in SQL, and the same value of a row that was read. */
  sql: string;
  of(file: Listed): Value;
  type: 'string' | 'number';
}

type TextProperty = 'nextDueOn' | 'code' | 'openedOn' | 'stateSince' | 'receivedAt';
const text = (column: string, property: TextProperty): Order => ({
  sql: `c.${column}`,
  of: (file) => file[property],
  type: 'string',
});
/** A title is sorted without accents, so by the text it is searched in; this much of it fits into a cursor. */
const titleLength = 120;

const orders = {
  due: text('next_due_on', 'nextDueOn'),
  code: text('code', 'code'),
  title: {
    sql: `SUBSTR(c.search, 1, ${titleLength})`,
    of: ({ search = '' }) => [...search].slice(0, titleLength).join(''),
    type: 'string',
  },
  opened: text('opened_on', 'openedOn'),
  since: text('state_since', 'stateSince'),
  received: text('received_at', 'receivedAt'),
  amount: { sql: 'c.amount_vnd', of: (file) => file.amountVnd, type: 'number' },
} satisfies Record<string, Order>;
export type SortName = keyof typeof orders;
export const sortNames = Object.keys(orders) as SortName[];

/**
 * A total order: the id breaks ties. In both directions, on both databases, cases without a value stand behind those
 * that have one, and among them the closed ones last: nobody opens the list for them.
 */
export class ListOrder {
  private readonly order: Order;
  private readonly direction: 'ASC' | 'DESC';
  /** What a row must hold, to be shown and to begin the next page behind it. */
  readonly columns: readonly (keyof CaseFile)[];

  constructor(sort: SortName = 'due', descending = false) {
    this.order = orders[sort];
    this.columns = sort === 'title' ? [...summaryColumns, 'search'] : summaryColumns;
    this.direction = descending ? 'DESC' : 'ASC';
  }

  get sql(): string {
    return `${this.rank()}, ${this.order.sql} ${this.direction}, c.id ${this.direction}`;
  }

  /** Where the next page begins: behind this row, whatever is written meanwhile. */
  cursorAfter(last: Listed): string {
    const value = this.order.of(last);
    const rank = value !== null ? 0 : last.closedOn === null ? 1 : 2;
    return Buffer.from(JSON.stringify([rank, value, last.id])).toString('base64url');
  }

  private rank(): string {
    return `CASE WHEN ${this.order.sql} IS NOT NULL THEN 0 WHEN c.closed_on IS NULL THEN 1 ELSE 2 END`;
  }

  /** Rows behind the cursor: a value further on, or the same value and an id further on, or a later rank. */
  startAfter(conditions: Conditions, cursor: string): void {
    const [rank, value, id] = this.read(cursor);
    const { sql } = this.order;
    const beyond = this.direction === 'ASC' ? '>' : '<';
    if (rank > 0)
      conditions.add(`${this.rank()} > :rank OR (${this.rank()} = :rank AND c.id ${beyond} :cursorId)`, {
        rank,
        cursorId: id,
      });
    else
      conditions.add(
        `${sql} ${beyond} :cursorValue OR (${sql} = :cursorValue AND c.id ${beyond} :cursorId) OR ${sql} IS NULL`,
        { cursorValue: value, cursorId: id },
      );
  }

  private read(cursor: string): [rank: number, value: Value, id: number] {
    try {
      const [rank, value, id, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
      const known = rank === 0 ? value !== null && this.isValue(value) : (rank === 1 || rank === 2) && value === null;
      if (rest.length === 0 && known && Number.isInteger(id) && Math.abs(id as number) < 2 ** 31)
        return [rank as number, value as Value, id as number];
    } catch {
      // said below
    }
    throw new DomainError('bad-cursor', 'Con trỏ trang không đúng; hãy mở lại danh sách từ đầu.', [
      { code: 'bad-cursor', field: 'cursor', detail: 'Dùng nguyên giá trị nextCursor của trang trước.' },
    ]);
  }

  /** A cursor taken from another order, or made by hand, would compare a name with an amount. */
  private isValue(value: unknown): value is Value {
    if (value === null) return true;
    if (this.order.type === 'number') return Number.isSafeInteger(value);
    return typeof value === 'string' && !value.includes('\0');
  }
}
