import { IsNull, type DataSource } from 'typeorm';
import { CaseFile } from './cases/case-file.entity.js';
import { CaseDocument } from './cases/document.entity.js';
import { moveCase } from './cases/find-case.js';
import type { FileStore } from './platform/file-store.js';

/** Denunciations from before they were protected: row, people and scans. Says whether anything was sealed. */
export async function protectOldCases(database: DataSource, files: FileStore): Promise<boolean> {
  const found = await database.transaction(async (manager) => {
    const unprotected = await manager.findBy(CaseFile, {
      variant: 'denunciation',
      protected: false,
      erasedAt: IsNull(),
    });
    for (const file of unprotected) await moveCase(manager, file, {});
    return unprotected.length;
  });
  const petitions = database.manager
    .createQueryBuilder(CaseFile, 'c')
    .select('c.id')
    .where("c.kind = 'citizen-petition'");
  const plain = await database.manager
    .createQueryBuilder(CaseDocument, 'd')
    .where(`d.fileKey IS NULL AND d.storedAs IS NOT NULL AND d.caseId IN (${petitions.getQuery()})`)
    .getMany();
  let sealed = found;
  for (const { id, storedAs } of plain) {
    const content = await files.read({ storedAs: storedAs!, fileKey: null }).catch(() => undefined);
    if (!content) continue; // lost before; the row still says that there was one
    const kept = await files.keep(content);
    await database.manager.update(CaseDocument, { id }, kept);
    await files.remove(storedAs!);
    sealed++;
  }
  return sealed > 0;
}
