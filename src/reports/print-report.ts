import { administrativePaper, dataTable, fullName, heading, paperBytes, paragraph } from '../office/paper.js';
import { workbook, type SheetTable } from '../office/workbook.js';
import { areaText } from '../domain/money-and-area.js';
import { vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import type { Unit } from '../people/unit.entity.js';
import type { NarrativeSection } from './narrative.js';
import { periodInWords, type Period } from './report-period.js';
import type { Cell, ReportColumn, ReportTable } from './report-table.js';
import type { Report } from './report.query.js';

const lastYearRow = 'Cùng kỳ năm trước';

const titleOf = ({ key, vi, under = [] }: ReportColumn) => ({ key, vi: [...under, vi].join(' – ') });

/** As a paper prints it: `7.918,4`, `465.479.000`, `15/06/2023`. */
function printed({ value }: Cell, { type = 'count' }: ReportColumn): string {
  if (value === null) return '';
  if (type === 'day') return vietnameseDay(value as PlainDate);
  if (type === 'text') return String(value);
  if (type !== 'area') return Number(value).toLocaleString('vi-VN');
  const area = Number(value);
  const [whole, fraction] = areaText(Math.abs(area)).split('.') as [string, string?];
  return `${area < 0 ? '-' : ''}${Number(whole).toLocaleString('vi-VN')}${fraction ? `,${fraction}` : ''}`;
}

/** The table as the form has it, with last year's row and what was entered late below. */
export function reportWorkbook({ table, lastYear, adjustments, period }: Report, unit: Unit): Promise<Buffer> {
  const labelled = table.rows.some(({ label }) => label !== '') && table.rows.some(({ label }) => label !== 'Cộng');
  const named = table.columns[0]?.key !== '1' || table.columns[0]?.vi !== 'STT';
  const withLabel = labelled && named;
  const rows = [
    ...table.rows,
    ...(lastYear?.rows ?? []).map((row) => ({ ...row, label: `${row.label} (${lastYearRow.toLowerCase()})` })),
    ...(adjustments?.rows ?? []),
  ];
  const sheet: SheetTable = {
    name: table.form,
    heading: [table.title, fullName(unit.name), `Kỳ báo cáo: ${periodInWords(period)}`],
    columns: [
      ...(withLabel ? [{ title: 'Đơn vị, nội dung', type: 'text' as const, width: 36 }] : []),
      ...table.columns.map(({ vi, under, type = 'count' }) => ({ title: vi, under, type })),
    ],
    numbers: [...(withLabel ? [''] : []), ...table.columns.map(({ key }) => key)],
    rows: rows.map(({ label, cells }) => [...(withLabel ? [label] : []), ...cells.map(({ value }) => value)]),
    bold: (row) => rows[row]!.label === 'Cộng',
  };
  return workbook([sheet]);
}

/**
 * The report as a paper. A wide form is turned: one line an indicator, this period beside the same period last year;
 * a register keeps its columns, on landscape pages.
 */
export function reportPaper(
  { table, lastYear, adjustments, period }: Report,
  unit: Unit,
  on: PlainDate,
): Promise<Buffer> {
  const register = table.columns[0]?.vi === 'STT';
  const body = register ? [registerTable(table)] : turned(table, lastYear);
  const late = (adjustments?.rows ?? []).flatMap((row) => [
    paragraph(`${row.label}:`, { bold: true }),
    ...row.cells.flatMap((cell, i) =>
      cell.value === 0
        ? []
        : [
            paragraph(
              `- ${titleOf(table.columns[i]!).vi}: ${Number(cell.value) > 0 ? '+' : ''}${printed(cell, table.columns[i]!)}`,
            ),
          ],
    ),
  ]);
  return paperBytes(
    administrativePaper({
      ...frameOf(unit, on),
      ...(register && { symbol: undefined }),
      name: register ? table.title : 'BÁO CÁO',
      about: register ? `(${periodInWords(period)})` : [table.title, `(${table.form}, ${periodInWords(period)})`],
      body: [...(table.rows.length === 0 ? [paragraph('Trong kỳ không có trường hợp nào.')] : body), ...late],
      landscape: register,
    }),
  );
}

const frameOf = (unit: Unit, on: PlainDate) => ({
  unit: { name: unit.name, parent: unit.parent ?? '' },
  place: unit.name.replace(/^(UBND|Ủy ban nhân dân)\s+(phường|xã|đặc khu)\s+/i, ''),
  symbol: 'BC-UBND',
  on,
  recipients: [unit.parent ?? 'Cơ quan cấp trên', 'Lưu: VT'],
  signer: { capacity: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: '' },
});

function registerTable(table: ReportTable) {
  return dataTable({
    columns: table.columns.map(({ vi, under = [], type }) => ({
      title: [...under, vi].join(' – '),
      width: { text: 3, day: 2.1, count: 0.9 }[type as string] ?? 2.4,
      align: type === 'text' ? ('left' as const) : ('center' as const),
    })),
    rows: table.rows.map(({ cells }) =>
      cells.map((cell, i) =>
        printed(
          cell,
          i === 0 && typeof cell.value === 'string' ? { key: '', vi: '', type: 'text' } : table.columns[i]!,
        ),
      ),
    ),
    bold: (row) => table.rows[row]!.label === 'Cộng',
    landscape: true,
    size: 10,
  });
}

/** Of each row of the form a table of its own, so that any number of projects or officers fits the page. */
function turned(table: ReportTable, lastYear: ReportTable | null) {
  return table.rows.flatMap(({ label, cells }) => {
    const then = lastYear?.rows.find((row) => row.label === label);
    const change = (now: Cell, i: number): Cell => ({ value: Number(now.value) - Number(then?.cells[i]?.value ?? 0) });
    return [
      ...(table.rows.length > 1 ? [paragraph(label, { bold: true, keepNext: true })] : []),
      dataTable({
        columns: [
          { title: 'Cột', width: 0.6, align: 'center' },
          { title: 'Chỉ tiêu', width: 5 },
          { title: 'Kỳ này', width: 1.4, align: 'right' },
          { title: lastYearRow, width: 1.4, align: 'right' },
          { title: 'Tăng, giảm', width: 1.4, align: 'right' },
        ],
        rows: table.columns.map((column, i) => [
          column.key,
          titleOf(column).vi,
          printed(cells[i]!, column),
          printed(then?.cells[i] ?? { value: 0 }, column),
          printed(change(cells[i]!, i), column),
        ]),
      }),
    ];
  });
}

/** The narrative as the officer left it. */
export function narrativePaper(
  sections: readonly NarrativeSection[],
  { unit, period, on }: { unit: Unit; period: Period; on: PlainDate },
): Promise<Buffer> {
  return paperBytes(
    administrativePaper({
      ...frameOf(unit, on),
      name: 'BÁO CÁO',
      about: [
        'Công tác bồi thường, giải phóng mặt bằng và tiếp công dân, giải quyết đơn thư',
        `(${periodInWords(period)})`,
      ],
      body: sections.flatMap(({ heading: title, paragraphs }, i) => [
        heading(`${i + 1}. ${title}`),
        ...paragraphs.map((text) => paragraph(text)),
      ]),
    }),
  );
}
