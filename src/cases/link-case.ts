import { Injectable } from '@nestjs/common';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { dayOf } from '../domain/plain-date.js';
import { Clock } from '../platform/clock.js';
import { Transaction } from '../platform/transaction.js';
import type { Officer } from '../platform/officer.js';
import type { CaseFile } from './case-file.entity.js';
import type { Changed } from './changed.view.js';
import { findCase, findCaseAt, moveCase, requireOpen } from './find-case.js';

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
      const file = await findCaseAt(manager, officer.unitId, idOrCode, version);
      requireOpen(file);
      const link = links[type];
      if (!(link.from as readonly string[]).includes(file.kind))
        throw new DomainError('wrong-kind', `Loại hồ sơ này không gắn với ${link.vi}.`);
      const target = to === null ? null : await findCase(manager, officer.unitId, to);
      if (target && (target.kind !== link.kind || target.id === file.id))
        throw new DomainError('wrong-kind', `"${to}" không phải là ${link.vi} để gắn vào.`);
      const change: Partial<CaseFile> = { [link.column]: target?.id ?? null };
      // A grave or petition tied to a household stands in that household's project.
      if (type === 'household' && target?.projectId && file.projectId === null) change.projectId = target.projectId;
      await recordHistory(manager, {
        unitId: file.unitId,
        caseId: file.id,
        at: this.clock.now(),
        onDay: dayOf(this.clock.now()),
        accountId: officer.id,
        action: to === null ? 'unlink' : 'link',
        before: { [type]: file[link.column] },
        after: { [type]: target?.code ?? null },
      });
      return moveCase(manager, file, change);
    });
    return { id: file.id, code: file.code, state: file.state, version: file.version };
  }
}
