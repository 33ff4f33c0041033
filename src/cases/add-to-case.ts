import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { sealText } from '../audit/seal-content.js';
import { DomainError } from '../domain/errors.js';
import { dayOf, vietnameseDay, type Instant, type PlainDate } from '../domain/plain-date.js';
import { holdoutReasons } from '../domain/workflow/fields.js';
import type { PersuasionMatter } from '../domain/workflow/workflow.js';
import { Person } from '../people/person.entity.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { FileStore } from '../platform/file-store.js';
import { outsideFault } from '../platform/outside-faults.js';
import { Transaction } from '../platform/transaction.js';
import { CasePerson } from './case-person.entity.js';
import { promoted, searchText } from './case-facts.js';
import type { Changed, DocumentAdded, NoteAdded } from './changed.view.js';
import { Contact, type ContactType } from './contact.entity.js';
import { CaseDocument } from './document.entity.js';
import { enterPeople, type GivenPerson } from './enter-people.js';
import { paperNames, refuseFuturePapers, type GivenPaper } from './file-papers.js';
import type { Scan } from './read-upload.js';
import { changedOf, findCase, findCaseAt, followMerge, moveCase, requireOpen } from './find-case.js';
import { keyOf } from './protect-case.js';

export interface GivenContact {
  version: number;
  type: ContactType;
  matter?: PersuasionMatter;
  on: PlainDate;
  reason?: keyof typeof holdoutReasons;
  amountVnd?: number;
  note?: string;
}

/** What an officer adds without moving the case: a visit or offer, a note, a paper, signatories. */
@Injectable()
export class AddToCase {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  /** A dated persuasion, visit, dialogue or offer, with the holder's reason as heard that day. */
  async contact(idOrCode: string, given: GivenContact, officer: Officer): Promise<Changed> {
    const now = this.clock.now();
    return this.transaction.run(async (manager) => {
      const file = await findCaseAt(manager, officer, idOrCode, given.version);
      if (file.kind !== 'household-file' && file.kind !== 'grave-relocation')
        throw new DomainError(
          'wrong-kind',
          'Chỉ ghi vận động, thăm hỏi, đối thoại, đề nghị giá vào hồ sơ hộ hoặc hồ sơ mộ.',
        );
      requireOpen(file);
      if (given.on > dayOf(now))
        throw new DomainError('on-in-future', `Ngày ${vietnameseDay(given.on)} ở tương lai.`, [
          { code: 'on-in-future', field: 'on', detail: 'Hãy nhập ngày đã diễn ra.' },
        ]);
      if (given.type === 'persuasion' && !given.matter)
        throw new DomainError(
          'missing-field',
          'Hãy ghi vận động về việc gì: kiểm đếm, phương án, bàn giao hay di dời mộ.',
          [{ code: 'missing-field', field: 'matter', detail: 'Chưa chọn việc vận động.' }],
        );
      await manager.insert(Contact, {
        unitId: file.unitId,
        caseId: file.id,
        type: given.type,
        matter: given.matter ?? null,
        onDay: given.on,
        reason: given.reason ?? null,
        amountVnd: given.amountVnd ?? null,
        note: given.note ?? null,
        accountId: officer.id,
        at: now,
      });
      await recordHistory(manager, {
        unitId: file.unitId,
        caseId: file.id,
        at: now,
        onDay: given.on,
        accountId: officer.id,
        action: `contact-${given.type}`,
        before: { holdoutReason: file.holdoutReason },
        after: { matter: given.matter, reason: given.reason, amountVnd: given.amountVnd },
        note: given.note ?? null,
      });
      const changed = await moveCase(
        manager,
        file,
        given.reason ? promoted({ ...file.fields, holdoutReason: given.reason }) : {},
      );
      return changedOf(changed);
    });
  }

  async note(idOrCode: string | number, note: string, officer: Officer): Promise<NoteAdded> {
    const now = this.clock.now();
    return this.transaction.run((manager) => addNote(manager, idOrCode, note, officer, now));
  }

  /** A paper with or without its scan. An addition that quotes a merged petition goes to the main one. */
  async document(
    idOrCode: string,
    paper: GivenPaper,
    scan: Scan | undefined,
    officer: Officer,
  ): Promise<DocumentAdded> {
    const now = this.clock.now();
    const [name] = paperNames([paper]);
    refuseFuturePapers([paper], dayOf(now));
    const kept = scan ? await this.files.keep(scan.content) : { storedAs: null, fileKey: null };
    const filed = this.transaction.run(async (manager) => {
      const quoted = await findCase(manager, officer, idOrCode);
      const file = await followMerge(manager, quoted);
      const key = keyOf(manager, file);
      const sealed = (text = '') => (text && key ? sealText(key, text) : text || null);
      const document = manager.create(CaseDocument, {
        unitId: file.unitId,
        caseId: file.id,
        name: name!,
        number: sealed(paper.number),
        onDay: paper.on ?? null,
        fileName: sealed(scan?.fileName),
        ...kept,
        mediaType: scan?.mediaType ?? null,
        size: scan?.content.length ?? null,
        accountId: officer.id,
        at: now,
      });
      await manager.insert(CaseDocument, document);
      await recordHistory(manager, {
        unitId: file.unitId,
        caseId: file.id,
        at: now,
        onDay: paper.on ?? dayOf(now),
        accountId: officer.id,
        action: 'add-document',
        after: { document: name, fileName: scan?.fileName, ...(quoted.id !== file.id && { quoting: quoted.code }) },
      });
      const answer = { id: document.id, caseId: file.id, code: file.code, fileName: scan?.fileName ?? null };
      return { answer, storedAs: kept.storedAs };
    });
    let lineBroke = false;
    const done = await filed.catch((error: unknown) => {
      lineBroke = outsideFault(error)?.code === 'database-away';
    });
    // Refused, or the paper was filed by the first of two requests under one key. Where the line to the database
    // broke, the row may stand all the same, and needs its file.
    if (kept.storedAs && !lineBroke && done?.storedAs !== kept.storedAs) await this.files.remove(kept.storedAs);
    return (done ?? (await filed)).answer;
  }

  /** Signatories of a collective petition, kin of a grave, holders of a parcel. */
  async people(idOrCode: string, version: number, given: readonly GivenPerson[], officer: Officer): Promise<Changed> {
    return this.transaction.run(async (manager) => {
      const file = await findCaseAt(manager, officer, idOrCode, version);
      requireOpen(file);
      const secret = file.protected ? keyOf(manager, file) : undefined;
      const entered = await enterPeople(manager, officer, given, secret);
      await entered.link(file.id);
      await recordHistory(manager, {
        unitId: file.unitId,
        caseId: file.id,
        at: this.clock.now(),
        onDay: dayOf(this.clock.now()),
        accountId: officer.id,
        action: 'add-people',
        after: { people: entered.map(({ person, role }) => ({ id: person.id, role })) },
      });
      const ids = (await manager.findBy(CasePerson, { caseId: file.id })).map(({ personId }) => personId);
      const people = await manager.find(Person, { where: { id: In(ids) }, order: { id: 'ASC' } });
      const changed = await moveCase(manager, file, { search: searchText(file, people) });
      return changedOf(changed);
    });
  }
}

/** A note, inside a transaction. It needs no version: it changes nothing another officer decides on. */
export async function addNote(
  manager: EntityManager,
  idOrCode: string | number,
  note: string,
  officer: Officer,
  now: Instant,
): Promise<NoteAdded> {
  const quoted = await findCase(manager, officer, idOrCode);
  const file = await followMerge(manager, quoted);
  await recordHistory(manager, {
    unitId: file.unitId,
    caseId: file.id,
    at: now,
    onDay: dayOf(now),
    accountId: officer.id,
    action: 'note',
    note,
    after: quoted.id === file.id ? null : { quoting: quoted.code },
  });
  return { id: file.id, code: file.code };
}
