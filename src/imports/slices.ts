import { zipSync } from 'fflate';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const emptySheet = Buffer.from(`${header}<worksheet ${main}><sheetData/></worksheet>`);
const stringsFile = 'xl/sharedStrings.xml';
const rowsPerSlice = 4_000;

const sharedString = /<si(?:\s[^>]*)?\/>|<si[\s>][\s\S]*?<\/si>/g;
const reference = /(<c (?=[^>]*\bt="s")[^>]*>\s*(?:<f[^>]*\/>|<f[^>]*>[^<]*<\/f>)?\s*<v>)(\d+)(?=<\/v>)/g;

/** The files of a workbook, XML as bytes in latin1 strings; sheets apart. */
export interface LightWorkbook {
  parts: Record<string, string>;
  sheets: Record<string, string>;
}

/**
 * The same workbook as small ones, each with some rows of one sheet and only the strings these use: a library that
 * builds a tree of all it reads then needs little memory at a time. The number of every row stays.
 */
export function* slicesOf({ parts, sheets }: LightWorkbook): Generator<Uint8Array> {
  const { [stringsFile]: table, ...others } = parts;
  const strings = table?.match(sharedString) ?? undefined;
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  const fixed = Object.fromEntries([
    ...Object.entries(others).map(([name, text]) => [name, bytes(text)] as const),
    ...Object.keys(sheets).map((name) => [name, emptySheet] as const),
  ]);
  for (const [name, sheet] of Object.entries(sheets))
    for (const slice of rowsApart(sheet)) {
      const used = new Map<string, number>();
      const text = strings
        ? slice.replace(reference, (_, before: string, index: string) => {
            if (!used.has(index)) used.set(index, used.size);
            return before + String(used.get(index));
          })
        : slice;
      const own = [...used.keys()].map((index) => strings?.[Number(index)] ?? '<si><t></t></si>');
      const shared = strings ? `${header}<sst ${main}>${own.join('')}</sst>` : table;
      yield zipSync(
        { ...fixed, ...(shared !== undefined && { [stringsFile]: bytes(shared) }), [name]: bytes(text) },
        { level: 0 },
      );
    }
}

/** A sheet as several, in the order of its rows; what stands beside the rows (joined cells) comes with the first. */
function* rowsApart(sheet: string): Generator<string> {
  const begins = /<sheetData\s*>/.exec(sheet);
  const ends = sheet.lastIndexOf('</sheetData>');
  if (!begins || ends < 0) {
    yield sheet;
    return;
  }
  const head = sheet.slice(0, begins.index + begins[0].length);
  let tail = sheet.slice(ends);
  let from = begins.index + begins[0].length;
  while (from < ends) {
    let to = from;
    for (let n = 0; n < rowsPerSlice && to >= 0 && to < ends; n++) to = sheet.indexOf('</row>', to) + 6;
    if (to < from + 6 || to > ends) to = ends;
    yield head + sheet.slice(from, to) + tail;
    tail = '</sheetData></worksheet>';
    from = to;
  }
}
