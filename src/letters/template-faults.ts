import { DomainError, type Problem } from '../domain/errors.js';
import { foldVietnamese } from '../domain/search-text.js';
import { fieldNamed, letterFields, letterLoops, loopNamed, nameKey, type LetterLoop } from './letter-fields.js';

/** A tag as the library reads it: `module` is `loop` for a section. */
export interface Part {
  type?: string;
  value: string;
  module?: string;
  subparsed?: Part[];
}

/** Every field a template names that there is none of, once each, with the nearest name there is. */
export function unknownFields(parts: readonly Part[], within: readonly LetterLoop[] = []): Problem[] {
  const problems = new Map<string, Problem>();
  const tell = (detail: string) => problems.set(detail, { code: 'unknown-field', field: 'file', detail });
  for (const part of parts.filter(({ type }) => type === 'placeholder')) {
    const name = part.value.trim();
    const loop = part.module === 'loop' ? loopNamed(name) : undefined;
    if (part.module === 'loop') {
      if (!loop && !fieldNamed(name)) tell(`Không có đoạn lặp "{#${name}}"${nearest(name, loopNames)}`);
      const inside = loop ? [...within, loop] : within;
      for (const { detail } of unknownFields(part.subparsed ?? [], inside)) tell(detail);
    } else if (part.module) tell(`Không dùng được thẻ "{${name}}" loại này trong mẫu.`);
    else if (!fieldNamed(name) && !rowField(name, within)) tell(outside(name, within));
  }
  return [...problems.values()];
}

const loopNames = letterLoops.map(({ name }) => name);
const hasField = (loop: LetterLoop, name: string) => loop.fields.some((field) => nameKey(field.name) === nameKey(name));
const rowField = (name: string, within: readonly LetterLoop[]) => within.some((loop) => hasField(loop, name));

function outside(name: string, within: readonly LetterLoop[]): string {
  const home = letterLoops.find((loop) => hasField(loop, name));
  if (home && !within.includes(home)) return `Trường "{${name}}" chỉ dùng giữa "{#${home.name}}" và "{/${home.name}}".`;
  const known = [...letterFields, ...within.flatMap(({ fields }) => fields)].map((field) => field.name);
  return `Không có trường "{${name}}"${nearest(name, known)}`;
}

/** `; có phải "…" không?`: accents weigh nothing, so that a name typed without them is found. */
function nearest(name: string, known: readonly string[]): string {
  const typed = foldVietnamese(name);
  const [best] = known
    .map((each) => ({ each, distance: editDistance(typed, foldVietnamese(each)) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(2, Math.floor(typed.length / 3)) ? `; có phải "${best.each}" không?` : '.';
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

interface TagError {
  properties?: { id?: string; xtag?: string; openingtag?: string; closingtag?: string; errors?: TagError[] };
}

const sentences: Record<string, (tag: string) => string> = {
  unclosed_tag: (tag) => `Thẻ "{${tag}" chưa có dấu "}" đóng lại.`,
  unopened_tag: (tag) => `Thẻ "${tag}}" thiếu dấu "{" mở đầu.`,
  duplicate_open_tag: (tag) => `Thẻ "${tag}" có hai dấu "{" liền nhau.`,
  duplicate_close_tag: (tag) => `Thẻ "${tag}" có hai dấu "}" liền nhau.`,
  unclosed_loop: (tag) => `Đoạn "{#${tag}}" chưa có "{/${tag}}" đóng lại.`,
  unopened_loop: (tag) => `"{/${tag}}" không có "{#${tag}}" mở trước.`,
  unbalanced_loop_tags: (tag) => `Đoạn "{#${tag}}" mở và đóng ở hai chỗ không đi với nhau trong bảng.`,
};

/** Every broken tag in words; what is no Word file at all likewise. */
export function brokenTags(error: unknown): DomainError {
  const { properties } = error as TagError;
  const errors = properties?.errors ?? (properties?.id ? [error as TagError] : []);
  if (errors.length === 0 || errors.some((each) => each.properties?.id === 'filetype_not_identified'))
    return new DomainError('bad-template', 'Không mở được mẫu này; hãy lưu lại dạng Word (.docx) rồi tải lên.');
  const problems = [...new Set(errors.map(sentenceOf))].map((detail) => ({
    code: 'broken-tag',
    field: 'file',
    detail,
  }));
  return badTemplate('Mẫu còn chỗ hỏng', problems);
}

/** The refusal of a template, with every fault in one sentence each. */
export const badTemplate = (what: string, problems: Problem[]): DomainError =>
  new DomainError('bad-template', `${what}: ${problems.map(({ detail }) => detail).join(' ')}`, problems);

/** What a draft sent round is left with, and what would go out with each letter: struck-out words, comments. */
export function marksOfDraft(parts: readonly string[]): Problem[] {
  const marks = [
    {
      code: 'recorded-changes',
      pattern: /<w:(ins|del|moveFrom|moveTo)\s/,
      detail: 'Mẫu còn ghi lại thay đổi (Track Changes); hãy chấp nhận hoặc bỏ hết thay đổi rồi lưu lại.',
    },
    {
      code: 'comments-left',
      pattern: /<w:comment\s/,
      detail: 'Mẫu còn chú thích (Comments); hãy xóa hết chú thích rồi lưu lại.',
    },
  ];
  return marks.flatMap(({ code, pattern, detail }) =>
    parts.some((xml) => pattern.test(xml)) ? [{ code, field: 'file', detail }] : [],
  );
}

function sentenceOf({ properties: { id = '', xtag = '', openingtag, closingtag } = {} }: TagError): string {
  if (openingtag && closingtag) return `Đoạn "{#${openingtag}}" lại đóng bằng "{/${closingtag}}".`;
  return sentences[id]?.(xtag.trim()) ?? `Thẻ "${xtag || id}" bị hỏng.`;
}
