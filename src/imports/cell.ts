import type { PlainDate } from '../domain/plain-date.js';

/** One cell as the sheet holds it. `text` is what its writer saw, near enough to recognise it by. */
export type Cell =
  | { kind: 'blank'; text: '' }
  | { kind: 'text' | 'boolean' | 'error'; text: string }
  /** `format` is the display format, where there is one; `from1904` tells which day the serial 0 stands for. */
  | { kind: 'number'; text: string; value: number; format?: string; from1904?: true }
  | { kind: 'date'; text: string; day: PlainDate };

export const blank: Cell = { kind: 'blank', text: '' };

/** Signs that nobody sees and that come with what is copied from a chat or a web page. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** A text as a cell says it: composed, its ends trimmed, its line breaks those that a workbook keeps. */
export const cellText = (text: string): string =>
  text.normalize('NFC').replace(unseen, '').replace(/\r\n?/g, '\n').trim();

/** The shortest decimal that the sheet's fifteen digits tell: 0.1 + 0.2 is 0.3, and no exponent. */
export function decimalText(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return /e/.test(text) ? BigInt(Math.round(value)).toString() : text;
}
