import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { requireSecrets } from '../access/secrets.js';
import { recordHistory } from '../audit/record-history.js';
import { sealText } from '../audit/seal-content.js';
import { CaseDocument } from '../cases/document.entity.js';
import type { Download } from '../cases/document.query.js';
import { findCase } from '../cases/find-case.js';
import { keyOf } from '../cases/protect-case.js';
import { DomainError } from '../domain/errors.js';
import { yearOf } from '../domain/plain-date.js';
import { mediaTypes } from '../office/media-types.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { FileStore } from '../platform/file-store.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { ComposeLetter, type Composed } from './compose-letter.js';
import { fillTemplate } from './fill-template.js';
import type { LetterDto, WriteLetterDto } from './letter.dto.js';
import { Letter } from './letter.entity.js';
import { useOf } from './letter-kinds.js';
import { nextNumber, numberText, takeNumber } from './letter-number.js';
import { addresseeOf, basisRules, citation, valuesFor } from './letter-values.js';
import type { LetterLookView, LetterWrittenView } from './letter.view.js';
import { TemplateInUse } from './template-in-use.js';

/** An officer has a letter written: looked at first, then numbered, kept and filed. */
@Injectable()
export class WriteLetter {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly compose: ComposeLetter,
    private readonly templates: TemplateInUse,
  ) {}

  /** What the letter would lack, and the number it would take. */
  async look(idOrCode: string, given: LetterDto, officer: Officer): Promise<LetterLookView> {
    const composed = await this.compose.run(idOrCode, given, officer);
    const { letter, file, about } = composed;
    const { missing } = await this.fill(this.database.manager, composed, officer.unitId);
    const book = { unitId: officer.unitId, year: yearOf(given.on) };
    return {
      missing,
      symbol: letter.symbol,
      number:
        letter.symbol === null ? null : await nextNumber(this.database.manager, { ...book, symbol: letter.symbol }),
      bases: basisRules(letter, file, about).map((rule) => ({
        text: citation(rule),
        needsReview: rule.basis === 'recalled' || rule.needsReview === true,
      })),
    };
  }

  /** The letter without a number, kept nowhere. */
  async preview(idOrCode: string, given: LetterDto, officer: Officer): Promise<Download> {
    const composed = await this.compose.run(idOrCode, given, officer);
    const { content } = await this.fill(this.database.manager, composed, officer.unitId);
    return { fileName: `Xem trước - ${composed.letter.vi}.docx`, mediaType: mediaTypes.docx, content };
  }

  /** Numbered, filled, kept, filed as a paper of the case: all or nothing. */
  async write(idOrCode: string, given: WriteLetterDto, officer: Officer): Promise<LetterWrittenView> {
    const composed = await this.compose.run(idOrCode, given, officer);
    const kept = new Set<string>();
    try {
      const written = await this.transaction.run((manager) => this.file(manager, composed, given, officer, kept));
      kept.delete(written.storedAs);
      return written.answer;
    } finally {
      // Of writes made again or refused nothing stays on the disk.
      for (const name of kept) await this.files.remove(name);
    }
  }

  private async file(
    manager: EntityManager,
    composed: Composed,
    given: WriteLetterDto,
    officer: Officer,
    kept: Set<string>,
  ) {
    const { letter, file: view } = composed;
    const at = this.clock.now();
    const file = await findCase(manager, officer, view.code);
    await requireSecrets(manager, officer, file);
    // It became protected while the letter was being composed without a reason.
    if (file.protected && !given.reason)
      throw new DomainError('reason-needed', 'Đơn được bảo vệ danh tính: hãy ghi lý do.');
    const before =
      given.replaces === undefined ? undefined : await replaced(manager, file.id, letter.id, given.replaces);
    const book = { unitId: file.unitId, year: before?.year ?? yearOf(given.on) };
    const number =
      before?.number ??
      (letter.symbol === null ? null : await takeNumber(manager, { ...book, symbol: letter.symbol }, given.number));
    const about = { ...composed.about, ...(number !== null && { number }) };
    const { content, missing, templateId } = await this.fill(manager, { ...composed, about }, file.unitId);
    const stored = await this.files.keep(content);
    kept.add(stored.storedAs);
    const key = keyOf(manager, file);
    const sealed = (text: string | null) => (text && key ? sealText(key, text) : text);
    const text = numberText({ number, symbol: letter.symbol });
    const version = (before?.version ?? 0) + 1;
    const fileName = `${[text?.replace('/', '-'), letter.vi, version > 1 && `lần ${version}`].filter(Boolean).join(' ')}.docx`;
    const document = manager.create(CaseDocument, {
      unitId: file.unitId,
      caseId: file.id,
      name: useOf(letter, file)!.document,
      number: sealed(text),
      onDay: given.on,
      fileName: sealed(fileName),
      ...stored,
      mediaType: mediaTypes.docx,
      size: content.length,
      accountId: officer.id,
      at,
    });
    await manager.insert(CaseDocument, document);
    const row = manager.create(Letter, {
      ...book,
      caseId: file.id,
      documentId: document.id,
      kind: letter.id,
      templateId,
      firstId: before ? (before.firstId ?? before.id) : null,
      version,
      symbol: letter.symbol,
      number,
      onDay: given.on,
      signer: given.signer.trim(),
      addressee: sealed(addresseeOf(letter, view)),
      accountId: officer.id,
      at,
    });
    await manager.insert(Letter, row);
    await recordHistory(manager, {
      unitId: file.unitId,
      caseId: file.id,
      at,
      onDay: given.on,
      accountId: officer.id,
      action: 'write-letter',
      after: { document: document.name, ...(text && { letter: text }), ...(version > 1 && { letterVersion: version }) },
    });
    const answer = { id: row.id, documentId: document.id, caseId: file.id, code: file.code };
    return { answer: { ...answer, numberText: text, version, missing }, storedAs: stored.storedAs };
  }

  private async fill(manager: EntityManager, { letter, file, about }: Composed, unitId: number) {
    const { id, content } = await this.templates.of(manager, unitId, letter);
    return { ...fillTemplate(content, valuesFor(letter, file, about)), templateId: id };
  }
}

/** The letter a new version takes the place of. @throws DomainError letter-served, letter-replaced, not-found */
async function replaced(manager: EntityManager, caseId: number, kind: string, id: number): Promise<Letter> {
  const letter = await manager.findOneBy(Letter, { id, caseId, kind });
  if (!letter) throw new DomainError('not-found', 'Hồ sơ không có văn bản ấy để soạn lại.');
  if (letter.servedHow !== null)
    throw new DomainError('letter-served', 'Văn bản đã giao thì không soạn lại cùng số; hãy soạn văn bản mới.');
  const first = letter.firstId ?? letter.id;
  if (await manager.existsBy(Letter, { firstId: first, version: letter.version + 1 }))
    throw new DomainError('letter-replaced', 'Đã có bản soạn lại mới hơn; hãy tải lại trang.');
  return letter;
}
