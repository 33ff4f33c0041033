import { IsNull, Not, type EntityManager } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import { Letter } from './letter.entity.js';

interface Book {
  unitId: number;
  year: number;
  symbol: string;
}

/** Below ten with a nought before it (Nghị định 30/2020, Phụ lục I, mục II khoản 3). */
export const writtenNumber = (number: number): string => String(number).padStart(2, '0');

/** `05/TB-UBND` */
export const numberText = (letter: { number: number | null; symbol: string | null }): string | null =>
  letter.number === null ? null : `${writtenNumber(letter.number)}/${letter.symbol}`;

/** The number after the last of the book, which is kept for each symbol and begins anew each year. */
export async function nextNumber(manager: EntityManager, book: Book): Promise<number> {
  const last = await manager.findOne(Letter, {
    where: { ...book, number: Not(IsNull()) },
    order: { number: 'DESC' },
    select: { id: true, number: true },
  });
  return (last?.number ?? 0) + 1;
}

/**
 * The number a letter takes. Writers of a unit line up, so that the next one is free; the unique key proves it.
 * @throws DomainError number-taken for one set by hand that another letter has
 */
export async function takeNumber(manager: EntityManager, book: Book, wanted?: number): Promise<number> {
  if (wanted === undefined) return nextNumber(manager, book);
  if (!(await manager.existsBy(Letter, { ...book, number: wanted }))) return wanted;
  const next = await nextNumber(manager, book);
  throw new DomainError(
    'number-taken',
    `Số ${writtenNumber(wanted)}/${book.symbol} của năm ${book.year} đã dùng; số tiếp theo là ${next}.`,
    [{ code: 'number-taken', field: 'number', detail: `Hãy để trống để lấy số ${next}, hoặc nhập số khác.` }],
  );
}

/** Runs of numbers no letter has, up to the last one taken. */
export function gapsIn(numbers: readonly number[]): { from: number; to: number }[] {
  const gaps = [];
  let last = 0;
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    if (number > last + 1) gaps.push({ from: last + 1, to: number - 1 });
    last = number;
  }
  return gaps;
}
