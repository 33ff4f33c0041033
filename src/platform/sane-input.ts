import { DomainError } from '../domain/errors.js';

/** No form of ours is half as deep or a tenth as long; what is would only keep the server busy. */
const deepest = 16;
const longest = 20_000;

/**
 * Refuses what no field could take, wherever it stands in a body or an address, before anything looks at it by name:
 * depth and length that would exhaust the stack or the processor, U+0000, which PostgreSQL does not keep while SQLite
 * does, and halves of surrogate pairs, which are no text and would come back as something else.
 */
export function requireSane(input: unknown): void {
  let level: unknown[] = [input];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw tooMuch('lồng quá nhiều lớp');
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'string') requireText(item);
      if (typeof item !== 'object' || item === null) continue;
      const entries = Object.entries(item);
      seen += entries.length;
      if (seen > longest) throw tooMuch('có quá nhiều mục');
      for (const [name, value] of entries) {
        requireText(name);
        next.push(value);
      }
    }
    level = next;
  }
}

/** Half of a surrogate pair standing alone. */
const half = /\p{Surrogate}/u;

export const isText = (text: string): boolean => !text.includes('\0') && !half.test(text);

function requireText(text: string): void {
  if (!isText(text))
    throw new DomainError(
      'bad-input',
      'Nội dung gửi lên có ký tự không dùng được (U+0000 hoặc ký tự hỏng); hãy xóa rồi gửi lại.',
    );
}

const tooMuch = (why: string) =>
  new DomainError('bad-input', `Nội dung gửi lên ${why}; hãy chia ra gửi làm nhiều lần.`);
