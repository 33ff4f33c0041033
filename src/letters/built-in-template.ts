import {
  administrativePaper,
  centred,
  dataTable,
  heading,
  minutesPaper,
  paperBytes,
  paragraph,
} from '../office/paper.js';
import type { Block, LetterKind } from './letter-kinds.js';

/** The Word template of a kind of letter as it is shipped, with fields where the case comes in. */
export function builtInTemplate(letter: LetterKind): Promise<Buffer> {
  const frame = {
    unit: {
      name: '{Tên đơn vị ở đầu văn bản}',
      parent: ['{#Cơ quan cấp trên}', '{Cơ quan cấp trên}', '{/Cơ quan cấp trên}'],
    },
    place: '{Địa danh}',
    numberLine: letter.symbol === null ? '' : 'Số: {Số văn bản}/{Ký hiệu}',
    dateLine: '{Địa danh và ngày tháng}',
    name: letter.name,
    about: letter.about,
    body: letter.body.flatMap(piecesOf),
  };
  return paperBytes(
    letter.signers
      ? minutesPaper({ ...frame, signers: letter.signers.map((capacity) => ({ capacity })) })
      : administrativePaper({
          ...frame,
          recipients: letter.recipients ?? [],
          signer: { capacity: ['{Thể thức ký}'], name: '{Người ký}' },
        }),
  );
}

function piecesOf(block: Block) {
  if (typeof block === 'string') return [lineOf(block)];
  if ('bases' in block)
    return ['{#Căn cứ}', 'Căn cứ {Quy định};', '{/Căn cứ}'].map((text) => paragraph(text, { italics: true }));
  if ('heading' in block) return [heading(block.heading)];
  if ('centred' in block)
    return [centred(block.centred, block.centred.startsWith('Kính gửi') ? { bold: false } : { allCaps: true })];
  const { loop, columns } = block;
  const cells = columns.map(({ cell }) => cell);
  // A row between the two tags comes again for each.
  cells[0] = `{#${loop}}${cells[0]!}`;
  cells[cells.length - 1] += `{/${loop}}`;
  return [dataTable({ columns, rows: [cells] }), paragraph('', { size: 4, after: 0 })];
}

/** `Điều 1.` in bold before its text; what a decision rests on in italics (Nghị định 30/2020, Phụ lục I, mục II khoản 6). */
function lineOf(text: string) {
  const [, number, rest] = /^(Điều \d+\.)(.*)$/s.exec(text) ?? [];
  if (number) return paragraph(rest!, { lead: number });
  return paragraph(text, { italics: /^(Căn cứ|Theo đề nghị) /.test(text) });
}
