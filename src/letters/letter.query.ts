import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Between, In, type DataSource, type EntityManager } from 'typeorm';
import { idsWithin } from '../access/reach.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { eyesOf } from '../cases/eyes.js';
import { findCase } from '../cases/find-case.js';
import { DomainError } from '../domain/errors.js';
import { yearOf, type PlainDate } from '../domain/plain-date.js';
import { Account } from '../people/account.entity.js';
import { Unit } from '../people/unit.entity.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Letter, waysOfService } from './letter.entity.js';
import { letterKind, lettersFor, useOf } from './letter-kinds.js';
import { gapsIn, numberText } from './letter-number.js';
import type { CaseLettersView, LetterBookView, LetterView } from './letter.view.js';

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
      letters: await shown(manager, officer, [file], letters),
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
    const written = (await manager.findBy(Letter, { unitId: officer.unitId, onDay: Between(from, to) })).filter(
      ({ number }) => number !== null,
    );
    const firsts = new Set(written.map((letter) => letter.firstId ?? letter.id));
    const versions = await manager.findBy(Letter, { firstId: In([...firsts]) });
    const last = written.filter(
      (letter) => !versions.some((v) => v.firstId === (letter.firstId ?? letter.id) && v.version > letter.version),
    );
    const ids = [...new Set(last.map(({ caseId }) => caseId))];
    const within = await idsWithin(manager, officer, ids, 'list');
    const files = await manager.findBy(CaseFile, { id: In([...within]) });
    const letters = await shown(
      manager,
      officer,
      files,
      last.filter(({ caseId }) => within.has(caseId)),
    );
    return {
      unit: name,
      parent,
      from,
      to,
      letters: letters.sort((a, b) => compare(a.onDay, b.onDay) || a.id - b.id),
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

/** What one reader sees of letters of these cases. */
async function shown(
  manager: EntityManager,
  officer: Officer,
  files: readonly CaseFile[],
  letters: readonly Letter[],
): Promise<LetterView[]> {
  const eyes = await eyesOf(manager, officer, files, false);
  const byId = new Map(files.map((file) => [file.id, file]));
  const authors = [...new Set(letters.flatMap(({ accountId }) => accountId ?? []))];
  const names = new Map((await manager.findBy(Account, { id: In(authors) })).map(({ id, name }) => [id, name]));
  return letters.map((letter) => {
    const { caseId, servedHow, servedOn, servedTo, servedBy, servedNote } = letter;
    const file = byId.get(caseId)!;
    const seen = (text: string | null) => eyes.content(caseId, text);
    const { vi, en } = letterKind(letter.kind);
    return {
      id: letter.id,
      kind: letter.kind,
      kindVi: vi,
      kindEn: en,
      numberText: numberText(letter),
      version: letter.version,
      onDay: letter.onDay,
      signer: letter.signer,
      addressee: seen(letter.addressee),
      caseId,
      code: file.code,
      title: file.title,
      documentId: letter.documentId,
      ownTemplate: letter.templateId !== null,
      by: letter.accountId === null ? null : (names.get(letter.accountId) ?? null),
      at: letter.at,
      service:
        servedHow === null
          ? null
          : {
              how: servedHow,
              howVi: waysOfService[servedHow],
              on: servedOn!,
              to: seen(servedTo) ?? '',
              by: seen(servedBy) ?? '',
              note: seen(servedNote),
            },
    };
  });
}
