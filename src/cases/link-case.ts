import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { requireSecrets } from '../access/secrets.js';
import { DomainError } from '../domain/errors.js';
import { dayOf } from '../domain/plain-date.js';
import { Clock } from '../platform/clock.js';
import { Transaction } from '../platform/transaction.js';
import type { Officer } from '../platform/officer.js';
import { CaseFile } from './case-file.entity.js';
import type { Changed } from './changed.view.js';
import { changedOf, findCase, findCaseAt, followMerge, moveCase, requireOpen } from './find-case.js';

/** What may be tied to what: the kind at the other end, and the column that holds it. */
const links = {
  project: {
    kind: 'compensation-project',
    from: ['household-file', 'grave-relocation', 'citizen-petition'],
    column: 'projectId',
    vi: 'dự án',
  },
  household: {
    kind: 'household-file',
    from: ['grave-relocation', 'citizen-petition'],
    column: 'householdId',
    vi: 'hồ sơ hộ',
  },
  'first-petition': {
    kind: 'citizen-petition',
    from: ['citizen-petition'],
    column: 'firstPetitionId',
    vi: 'đơn lần đầu',
  },
} as const;
export type LinkType = keyof typeof links;
export const linkTypes = Object.keys(links) as LinkType[];

/** Ties a household to its project, a grave to project and household, a petition to a household or a first petition. */
@Injectable()
export class LinkCase {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async run(
    idOrCode: string | number,
    version: number,
    type: LinkType,
    to: string | null,
    officer: Officer,
  ): Promise<Changed> {
    const file = await this.transaction.run(async (manager) => {
      const file = await findCaseAt(manager, officer, idOrCode, version);
      requireOpen(file);
      await requireSecrets(manager, officer, file);
      const link = links[type];
      if (!(link.from as readonly string[]).includes(file.kind))
        throw new DomainError('wrong-kind', `Loại hồ sơ này không gắn với ${link.vi}.`);
      const target = to === null ? null : await followMerge(manager, await findCase(manager, officer, to));
      if (target && (target.kind !== link.kind || (await leadsBack(manager, target, link.column, file.id))))
        throw new DomainError('wrong-kind', `"${to}" không phải là ${link.vi} để gắn vào.`);
      const change: Partial<CaseFile> = { [link.column]: target?.id ?? null };
      // A grave or petition tied to a household stands in that household's project.
      if (type === 'household' && file.projectId === null) change.projectId = target?.projectId ?? null;
      await requireOneProject(manager, file, change);
      const before = file[link.column] === null ? null : await manager.findOneBy(CaseFile, { id: file[link.column]! });
      await recordHistory(manager, {
        unitId: file.unitId,
        caseId: file.id,
        at: this.clock.now(),
        onDay: dayOf(this.clock.now()),
        accountId: officer.id,
        action: to === null ? 'unlink' : 'link',
        before: { [type]: before?.code ?? null },
        after: { [type]: target?.code ?? null },
      });
      return moveCase(manager, file, change);
    });
    return changedOf(file);
  }
}

/** Whether following the same link from the target comes back to the case, at once or round a circle. */
async function leadsBack(
  manager: EntityManager,
  target: CaseFile,
  column: 'projectId' | 'householdId' | 'firstPetitionId',
  id: number,
): Promise<boolean> {
  for (let next: CaseFile | null = target; next !== null;) {
    if (next.id === id) return true;
    const further: number | null = next[column];
    next = further === null ? null : await manager.findOneBy(CaseFile, { id: further });
  }
  return false;
}

/** Land work belongs to a project, and what is tied to a household to the household's own. */
async function requireOneProject(manager: EntityManager, file: CaseFile, change: Partial<CaseFile>): Promise<void> {
  const { projectId, householdId } = { ...file, ...change };
  if (projectId === null && file.kind !== 'citizen-petition')
    throw new DomainError('missing-project', 'Hồ sơ phải thuộc một dự án; hãy chọn dự án khác thay vì bỏ gắn.', [
      { code: 'missing-project', field: 'to', detail: 'Hãy chọn dự án.' },
    ]);
  const household = householdId === null ? null : await manager.findOneBy(CaseFile, { id: householdId });
  const tied = await manager.find(CaseFile, { where: { householdId: file.id, mergedIntoId: IsNull() } });
  if (household) requireSameProject(household, projectId);
  for (const other of file.kind === 'household-file' ? tied : []) requireSameProject(other, projectId);
}

/** @throws DomainError `other-project` */
export function requireSameProject({ projectId, code }: CaseFile, wanted: number | null): void {
  if (projectId === null || projectId === wanted) return;
  const detail = `"${code}" thuộc dự án khác; hãy gắn cả hai vào một dự án, hoặc bỏ gắn giữa hai hồ sơ trước.`;
  throw new DomainError('other-project', detail, [{ code: 'other-project', field: 'to', detail }]);
}
