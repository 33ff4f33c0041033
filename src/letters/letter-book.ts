import { Between, In, type EntityManager } from 'typeorm';
import { idsWithin } from '../access/reach.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { eyesOf } from '../cases/eyes.js';
import type { PlainDate } from '../domain/plain-date.js';
import { Account } from '../people/account.entity.js';
import type { Officer } from '../platform/officer.js';
import { Letter, waysOfService } from './letter.entity.js';
import { letterKind } from './letter-kinds.js';
import { numberText } from './letter-number.js';
import type { LetterView } from './letter.view.js';

/** The letters with a number of these days, each in its last version, of cases within reach; by day and number. */
export async function lettersOfBook(
  manager: EntityManager,
  officer: Officer,
  { from, to }: { from: PlainDate; to: PlainDate },
): Promise<LetterView[]> {
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
  const letters = await lettersShown(
    manager,
    officer,
    files,
    last.filter(({ caseId }) => within.has(caseId)),
  );
  return letters.sort((a, b) => compare(a.onDay, b.onDay) || a.id - b.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What one reader sees of letters of these cases. */
export async function lettersShown(
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
