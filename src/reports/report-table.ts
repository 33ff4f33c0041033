import type { PlainDate } from '../domain/plain-date.js';

export type CellType = 'count' | 'text' | 'day' | 'vnd' | 'area' | 'percent';

export interface ReportColumn {
  /** The number the form gives it, or a short name. */
  key: string;
  vi: string;
  /** Headings over it, outermost first. */
  under?: readonly string[];
  type?: CellType;
}

export type CellValue = number | string | PlainDate | null;

/** Counts and đồng are whole; an area is whole cm². `cases` are the ids behind the figure. */
export interface Cell {
  value: CellValue;
  cases?: number[];
}

export interface ReportRow {
  label: string;
  cells: Cell[];
}

/** A sum the form prints, and whether it holds; the cases are those one side counts and the other does not. */
export interface SumCheck {
  says: string;
  holds: boolean;
  cases: number[];
}

export interface ReportTable {
  form: string;
  title: string;
  columns: ReportColumn[];
  rows: ReportRow[];
  sums: SumCheck[];
}

/** A column that counts facts: what one fact adds to it. */
export interface CountColumn<F> extends ReportColumn {
  of: (fact: F) => number | boolean;
}

/** One row of counts, each with the cases behind it. */
export function countRow<F extends { id: number }>(
  label: string,
  columns: readonly CountColumn<F>[],
  facts: readonly F[],
): ReportRow {
  return {
    label,
    cells: columns.map(({ of }) => {
      let value = 0;
      const cases = new Set<number>();
      for (const fact of facts) {
        const adds = Number(of(fact));
        if (adds === 0) continue;
        value += adds;
        cases.add(fact.id);
      }
      return { value, cases: [...cases] };
    }),
  };
}

/** Checks sums written as the form prints them: `9 = 11+12+13 = 14+15+16+17`. Every side is compared with the first. */
export function checkSums<F extends { id: number }>(
  sums: readonly string[],
  columns: readonly CountColumn<F>[],
  facts: readonly F[],
): SumCheck[] {
  const ofKey = new Map(columns.map((column) => [column.key, column.of]));
  return sums.map((says) => {
    const sides = says.split('=').map((side) => side.split('+').map((key) => ofKey.get(key.trim())!));
    const adds = (side: (typeof sides)[number], fact: F) => side.reduce((sum, of) => sum + Number(of(fact)), 0);
    const total = (side: (typeof sides)[number]) => facts.reduce((sum, fact) => sum + adds(side, fact), 0);
    const first = sides[0]!;
    return {
      says,
      holds: sides.every((side) => total(side) === total(first)),
      cases: [
        ...new Set(
          facts.filter((fact) => sides.some((side) => adds(side, fact) !== adds(first, fact))).map(({ id }) => id),
        ),
      ],
    };
  });
}
