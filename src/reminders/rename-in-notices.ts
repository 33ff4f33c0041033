import { Like, type EntityManager } from 'typeorm';
import { Notice } from './notice.entity.js';

/**
 * Notices written before a petition was protected carry its title, the morning digests among them; what has not gone
 * out by e-mail yet goes out without it.
 */
export async function renameInNotices(
  manager: EntityManager,
  file: { id: number; unitId: number; code: string },
  before: string,
  after: string,
): Promise<void> {
  const notices = await manager.find(Notice, {
    where: [{ caseId: file.id }, { unitId: file.unitId, body: Like(`%${file.code} – %`) }],
  });
  for (const { id, subject, body } of notices)
    await manager.update(
      Notice,
      { id },
      { subject: subject.replaceAll(before, after), body: body.replaceAll(before, after) },
    );
}
