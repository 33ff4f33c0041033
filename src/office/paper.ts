import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeightRule,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IRunOptions,
} from 'docx';
import type { PlainDate } from '../domain/plain-date.js';

/*
 * The administrative paper of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, Times New Roman, the header of two columns, name
 * and subject in the middle, signature to the right and "Nơi nhận" to the left. Letters and reports are both made of it.
 */

/** Twips: one twentieth of a point. */
const mm = (length: number) => Math.round((length * 1440) / 25.4);
const pt = (length: number) => length * 20;
const font = 'Times New Roman';
/** Within the 20–25, 20–25, 30–35 and 15–20 mm the decree allows. */
const margin = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10), footer: mm(10) };
const pageWidth = (landscape: boolean) => mm(landscape ? 297 : 210) - margin.left - margin.right;

/** Whoever signs below, on the right. */
export interface Signer {
  /** In capitals, one line each: `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`. */
  capacity: readonly string[];
  name: string;
}
/** One of several who sign minutes. */
export interface MinutesSigner {
  capacity: string;
  name?: string;
}
interface Frame {
  /** `UBND phường Lương Sơn`, and what stands above it; several parts where a template asks whether there is any. */
  unit: { name: string; parent: string | readonly string[] };
  /** `Lương Sơn` */
  place: string;
  /** Left out of minutes of most wards; empty leaves room to write it in. */
  number?: string;
  /** `BC-UBND` */
  symbol?: string;
  on?: PlainDate;
  /** `BÁO CÁO`, `QUYẾT ĐỊNH`, `BIÊN BẢN` */
  name: string;
  /** The subject, one line each. */
  about: string | readonly string[];
  body: readonly (Paragraph | Table)[];
  landscape?: boolean;
  /** Instead of the line made of `number` and `symbol`, or of `place` and `on`: a template has fields there. */
  numberLine?: string;
  dateLine?: string;
}
export type AdministrativePaper = Frame & { recipients: readonly string[]; signer: Signer };
export type Minutes = Frame & { signers: readonly MinutesSigner[] };

type Align = 'left' | 'center' | 'right' | 'justified';
const alignment = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justified: AlignmentType.JUSTIFIED,
} as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

interface Look extends Pick<IRunOptions, 'bold' | 'italics' | 'allCaps'> {
  align?: Align;
  /** Points. */
  size?: number;
  before?: number;
  after?: number;
  /** Millimetres before the first line. */
  indent?: number;
  keepNext?: boolean;
  /** In bold before the text: `Điều 1.` */
  lead?: string;
}

/** One line of the frame, without indent. */
function line(text: string, look: Look = {}): Paragraph {
  const { align = 'center', size = 13, before = 0, after = 0, indent, keepNext, lead, ...run } = look;
  return new Paragraph({
    alignment: alignment[align],
    spacing: { before: pt(before), after: pt(after) },
    ...(indent !== undefined && { indent: { firstLine: mm(indent) } }),
    ...(keepNext && { keepNext, keepLines: true }),
    children: [
      ...(lead ? [new TextRun({ text: lead, font, size: size * 2, ...run, bold: true })] : []),
      ...text
        // A line broken in Word comes over the clipboard as a vertical tab.
        .split(/[\n\v]/)
        .map((part, i) => new TextRun({ text: part, font, size: size * 2, ...run, ...(i > 0 && { break: 1 }) })),
    ],
  });
}

/** A line drawn under the text above it, in the middle of a column so wide. */
const ruleBelow = (column: number, length: number, after = 4) =>
  new Paragraph({
    spacing: { line: pt(3), lineRule: LineRuleType.EXACT, after: pt(after) },
    indent: { left: Math.round((column - length) / 2), right: Math.round((column - length) / 2) },
    border: { bottom: { ...thin, space: 0 } },
    children: [],
  });

/** `UBND phường …` is written out in the header of a paper. */
export const fullName = (unit: string): string => unit.replace(/^UBND(?=\s)/, 'Ủy ban nhân dân');

/** `Lương Sơn, ngày 05 tháng 02 năm 2026`: days under 10 and January, February with a nought, as the decree has it. */
export function datePlaceLine(place: string, on?: PlainDate): string {
  if (!on) return `${place}, ngày …… tháng …… năm ……`;
  const [year, month, day] = on.split('-') as [string, string, string];
  return `${place}, ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

const numberLine = ({ number = '', symbol }: Frame) => (symbol ? `Số: ${number || '……'}/${symbol}` : '');

/** `ỦY BAN NHÂN DÂN` over `PHƯỜNG LƯƠNG SƠN`. */
export const overTwoLines = (name: string) => fullName(name).replace(/^(Ủy ban nhân dân) /, '$1\n');

function head(frame: Frame): Table {
  const whole = pageWidth(frame.landscape ?? false);
  const left = Math.round(whole * 0.41);
  const right = whole - left;
  const number = frame.numberLine ?? numberLine(frame);
  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
      children,
    });
  const row = (l: Paragraph[], r: Paragraph[]) =>
    new TableRow({ cantSplit: true, children: [cell(left, l), cell(right, r)] });
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: [left, right],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [
      row(
        [
          ...[frame.unit.parent]
            .flat()
            .filter(Boolean)
            .map((parent) => line(overTwoLines(parent), { allCaps: true, size: 12 })),
          line(overTwoLines(frame.unit.name), { allCaps: true, bold: true, size: 12 }),
          ruleBelow(left, mm(22)),
        ],
        [
          line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 12 }),
          line('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 13 }),
          ruleBelow(right, mm(57)),
        ],
      ),
      row(
        [line(number, { before: 4 })],
        [line(frame.dateLine ?? datePlaceLine(frame.place, frame.on), { italics: true, before: 4 })],
      ),
    ],
  });
}

function title(frame: Frame): Paragraph[] {
  const about = [frame.about].flat().filter(Boolean);
  return [
    line(frame.name, { bold: true, allCaps: true, size: 14, before: 16, keepNext: true }),
    ...about.map((text) => line(text, { bold: true, size: 14, keepNext: true })),
    ruleBelow(pageWidth(frame.landscape ?? false), mm(40), 10),
  ];
}

/** A paragraph of the body: justified, first line indented 1.27 cm, 6 points after it. */
export const paragraph = (text: string, look: Look = {}): Paragraph =>
  line(text, { align: 'justified', size: 14, indent: 12.7, before: 0, after: 6, ...look });

/** `I. TÌNH HÌNH …`: a heading of the body. */
export const heading = (text: string, look: Look = {}): Paragraph =>
  paragraph(text, { bold: true, keepNext: true, before: 6, ...look });

/** A line in the middle, such as `QUYẾT ĐỊNH:`. */
export const centred = (text: string, look: Look = {}): Paragraph =>
  line(text, { bold: true, size: 14, before: 6, after: 6, keepNext: true, ...look });

export interface DataColumn {
  title: string;
  /** Share of the width; 1 unless told. */
  width?: number;
  align?: Align;
}

/** A ruled table whose header row comes again on each page. */
export function dataTable(table: {
  columns: readonly DataColumn[];
  rows: readonly (readonly string[])[];
  /** Rows such as a sum, in bold. */
  bold?: (row: number) => boolean;
  landscape?: boolean;
  size?: number;
}): Table {
  const { columns, rows, bold = () => false, landscape = false, size = 12 } = table;
  const shares = columns.reduce((sum, { width = 1 }) => sum + width, 0);
  const widths = columns.map(({ width = 1 }) => Math.floor((pageWidth(landscape) * width) / shares));
  const cell = (text: string, i: number, look: Look) =>
    new TableCell({
      width: { size: widths[i]!, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: mm(1.2), right: mm(1.2), top: mm(0.6), bottom: mm(0.6), marginUnitType: WidthType.DXA },
      children: [line(text, { size, ...look })],
    });
  return new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, i) => cell(column.title, i, { bold: true })),
      }),
      ...rows.map(
        (row, n) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ align = 'left' }, i) => cell(row[i] ?? '', i, { align, bold: bold(n) })),
          }),
      ),
    ],
  });
}

/** Columns without rules, held together on one page. */
function columnsBelow(landscape: boolean, rows: readonly { cells: Paragraph[][]; widths: number[] }[]): Table {
  const whole = pageWidth(landscape);
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: rows[0]!.widths.map((share) => Math.round(whole * share)),
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: rows.map(
      ({ cells, widths }) =>
        new TableRow({
          cantSplit: true,
          height: { value: mm(30), rule: HeightRule.ATLEAST },
          children: cells.map(
            (children, i) =>
              new TableCell({
                width: { size: Math.round(whole * widths[i]!), type: WidthType.DXA },
                margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
                children,
              }),
          ),
        }),
    ),
  });
}

const room = (height: number) => line('', { size: 13, after: height, keepNext: true });

function signature(paper: AdministrativePaper): Table {
  const { recipients, signer } = paper;
  const list = recipients.map((text, i) =>
    line(`- ${text}${i === recipients.length - 1 ? '.' : ';'}`, { align: 'left', size: 11 }),
  );
  return columnsBelow(paper.landscape ?? false, [
    {
      widths: [0.5, 0.5],
      cells: [
        [line('Nơi nhận:', { align: 'left', bold: true, italics: true, size: 12 }), ...list],
        [
          ...signer.capacity.map((text) => line(text, { bold: true, allCaps: true, keepNext: true })),
          room(56),
          line(signer.name, { bold: true, size: 14 }),
        ],
      ],
    },
  ]);
}

/** Two and two beside each other; who signs alone in the last row stands to the right. */
function signatures(paper: Minutes): Table {
  const block = (signer?: MinutesSigner) =>
    signer
      ? [
          line(signer.capacity, { bold: true, allCaps: true, keepNext: true }),
          line('(Ký, ghi rõ họ tên)', { italics: true, keepNext: true }),
          room(46),
          line(signer.name ?? '', { bold: true, size: 14, after: 12 }),
        ]
      : [line('')];
  const rows = [];
  for (let i = 0; i < paper.signers.length; i += 2) {
    const pair = paper.signers.slice(i, i + 2);
    rows.push({ widths: [0.5, 0.5], cells: pair.length === 2 ? pair.map(block) : [block(), block(pair[0])] });
  }
  return columnsBelow(paper.landscape ?? false, rows);
}

/** A report, decision, notice or slip. */
export const administrativePaper = (paper: AdministrativePaper): Document => page(paper, signature(paper));

/** Minutes: several sign, nobody is written to. */
export const minutesPaper = (paper: Minutes): Document => page(paper, signatures(paper));

function page(frame: Frame, below: Table): Document {
  return new Document({
    creator: fullName(frame.unit.name),
    title: frame.name,
    styles: { default: { document: { run: { font, size: 28, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            margin,
            // The library turns the sides itself.
            size: {
              width: mm(210),
              height: mm(297),
              orientation: frame.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
          },
        },
        headers: {
          // None on the first page.
          first: new Header({ children: [new Paragraph({})] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], font, size: 26 })],
              }),
            ],
          }),
        },
        children: [head(frame), ...title(frame), ...frame.body, line('', { size: 8 }), below],
      },
    ],
  });
}

/** The paper as a .docx file. */
export const paperBytes = (paper: Document): Promise<Buffer> => Packer.toBuffer(paper);
