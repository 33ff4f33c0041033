import { In, Not, type EntityManager } from 'typeorm';
import { eraseContent } from '../audit/erase-content.js';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { searchText } from '../cases/case-facts.js';
import { CasePerson } from '../cases/case-person.entity.js';
import { CaseShare } from '../cases/case-share.entity.js';
import { Contact } from '../cases/contact.entity.js';
import { CaseDocument } from '../cases/document.entity.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { Letter } from '../letters/letter.entity.js';
import type { Instant } from '../domain/plain-date.js';
import { fieldSpecs, type FieldName } from '../domain/workflow/fields.js';
import { Person } from '../people/person.entity.js';
import { Notice } from '../reminders/notice.entity.js';
import { renameInNotices } from '../reminders/rename-in-notices.js';

interface Erasure {
  at: Instant;
  accountId: number;
  note: string;
}

const gone = '(đã xóa)';

/**
 * Names, numbers, addresses, texts and scans of one case; its code, days, states, clocks and figures stay. Gives the
 * scans to be removed once the write is committed.
 */
export async function eraseCase(manager: EntityManager, file: CaseFile, erasure: Erasure): Promise<string[]> {
  const { id: caseId, code } = file;
  const title = `${code} ${gone}`;
  await renameInNotices(manager, file, file.title, title);
  await manager.update(Notice, { caseId }, { body: title });
  await erasePeople(manager, caseId);
  const papers = await manager.findBy(CaseDocument, { caseId });
  const nothing = { number: null, fileName: null, storedAs: null, fileKey: null, mediaType: null, size: null };
  await manager.update(CaseDocument, { caseId }, nothing);
  await manager.update(Letter, { caseId }, { addressee: null, servedTo: null, servedBy: null, servedNote: null });
  await manager.update(Contact, { caseId }, { note: null });
  await manager.update(CaseShare, { caseId }, { reason: gone });
  for (const clock of await manager.findBy(Deadline, { caseId }))
    if (clock.extensions.length > 0) {
      const extensions = clock.extensions.map((each) => ({ ...each, reason: '', documentNumber: '' }));
      await manager.update(Deadline, { id: clock.id }, { extensions });
    }
  const fields = Object.fromEntries(
    Object.entries(file.fields).filter(([name]) => fieldSpecs[name as FieldName].type !== 'text'),
  );
  // Straight to the row: what keeps a petition's protection in step has nothing left to protect.
  await manager.update(
    CaseFile,
    { id: caseId },
    {
      title,
      fields,
      search: searchText({ code, title, fields: {} }, []),
      sealedKey: null,
      sealedTitle: null,
      protected: false,
      erasedAt: erasure.at,
      version: file.version + 1,
    },
  );
  const entries = await manager.find(HistoryEntry, { where: { caseId }, select: { id: true } });
  const ids = entries.map(({ id }) => id);
  await eraseContent(manager, ids, { unitId: file.unitId, caseId, ...erasure });
  return papers.flatMap(({ storedAs }) => storedAs ?? []);
}

/** Whoever is in another file too stays there. */
async function erasePeople(manager: EntityManager, caseId: number): Promise<void> {
  const links = await manager.findBy(CasePerson, { caseId });
  for (const personId of new Set(links.map((link) => link.personId))) {
    if (await manager.existsBy(CasePerson, { personId, caseId: Not(caseId) })) continue;
    await manager.update(
      Person,
      { id: personId },
      { name: gone, idNumber: null, idHash: null, phone: null, address: null, search: '', protected: false },
    );
  }
  const shared = await manager.findBy(Person, { id: In(links.map((link) => link.personId)), name: Not(gone) });
  for (const { id } of shared) await manager.delete(CasePerson, { caseId, personId: id });
}
