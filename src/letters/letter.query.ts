import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Between, type DataSource, type EntityManager } from 'typeorm';
import { findCase } from '../cases/find-case.js';
import { DomainError } from '../domain/errors.js';
import { yearOf, type PlainDate } from '../domain/plain-date.js';
import { Unit } from '../people/unit.entity.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Letter } from './letter.entity.js';
import { lettersFor, useOf } from './letter-kinds.js';
import { lettersOfBook, lettersShown } from './letter-book.js';
import { gapsIn } from './letter-number.js';
import type { CaseLettersView, LetterBookView } from './letter.view.js';

@Injectable()
export class LetterQuery {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  /** The letters that may be written for a case, and those that were. */
  async ofCase(idOrCode: string, officer: Officer): Promise<CaseLettersView> {
    const { manager } = this.database;
    const file = await findCase(manager, officer, idOrCode, 'open');
    const letters = await manager.find(Letter, { where: { caseId: file.id }, order: { id: 'DESC' } });
    const recent = await manager.find(Letter, {
      where: { unitId: file.unitId },
      order: { id: 'DESC' },
      take: 100,
      select: { id: true, signer: true },
    });
    return {
      choices: lettersFor(file).map((letter) => ({
        kind: letter.id,
        vi: letter.vi,
        en: letter.en,
        symbol: letter.symbol,
        document: useOf(letter, file)!.document,
      })),
      letters: await lettersShown(manager, officer, [file], letters),
      signers: [...new Set(recent.map(({ signer }) => signer))].slice(0, 10),
    };
  }

  /** Letters with a number, of cases within reach; who sees the whole unit has the whole book. */
  async book(from: PlainDate, to: PlainDate, officer: Officer): Promise<LetterBookView> {
    if (to < from)
      throw new DomainError('bad-input', 'Ngày cuối kỳ phải sau ngày đầu kỳ.', [
        { code: 'bad-field', field: 'to', detail: 'Hãy nhập ngày sau ngày đầu kỳ.' },
      ]);
    const { manager } = this.database;
    const { name, parent } = await manager.findOneByOrFail(Unit, { id: officer.unitId });
    const letters = await lettersOfBook(manager, officer, { from, to });
    return {
      unit: name,
      parent,
      from,
      to,
      letters,
      gaps: await this.gaps(manager, officer.unitId, yearOf(from), yearOf(to)),
    };
  }

  private async gaps(manager: EntityManager, unitId: number, from: number, to: number) {
    const rows = await manager.find(Letter, {
      where: { unitId, year: Between(from, to) },
      select: { year: true, symbol: true, number: true },
    });
    const books = new Map<string, number[]>();
    for (const { year, symbol, number } of rows) {
      if (number === null) continue;
      const book = `${year} ${symbol}`;
      books.set(book, [...(books.get(book) ?? []), number]);
    }
    return [...books]
      .sort(([a], [b]) => compare(a, b))
      .flatMap(([book, numbers]) => {
        const [year, symbol] = book.split(' ') as [string, string];
        return gapsIn(numbers).map((gap) => ({ year: Number(year), symbol, ...gap }));
      });
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
