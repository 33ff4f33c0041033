import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { reach } from '../access/reach.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { summaryOf, wardNames } from '../cases/case-summary.js';
import { Contact } from '../cases/contact.entity.js';
import { followMerge, withinReach } from '../cases/find-case.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { holdoutReasons } from '../domain/workflow/fields.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { READ } from '../platform/connections.js';
import type { Holdouts, HoldoutView } from './holdouts.view.js';

/** Every household that has not agreed or is blocked, with the reason, the last contact and the petitions open on it. */
@Injectable()
export class HoldoutsQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * `byProject` is keyed by project code, `byReason` by the state the household is held in, `byCause` by what the
   * holder says (giá, hồ sơ pháp lý…). Oldest first.
   */
  async run(officer: Officer, projectCode?: string): Promise<Holdouts> {
    const { manager } = this.database;
    const today = this.clock.today();
    const seen = reach(officer);
    const seenCases = () => manager.createQueryBuilder(CaseFile, 'c').where(seen.sql, seen.parameters);
    const ofProject = projectCode === undefined ? '' : ' AND c.code = :projectCode';
    const projects = new Map(
      (await seenCases().andWhere(`c.kind = 'compensation-project'${ofProject}`, { projectCode }).getMany()).map(
        (p) => [p.id, p],
      ),
    );
    const files = await seenCases()
      .andWhere("c.kind = 'household-file' AND c.phase = 'holdout' AND c.projectId IN (:...projects)", {
        projects: [0, ...projects.keys()],
      })
      .orderBy('c.stateSince')
      .addOrderBy('c.id')
      .getMany();
    const ids = files.map((file) => file.id);
    const contacts = await manager.find(Contact, { where: { caseId: In(ids) }, order: { onDay: 'ASC', id: 'ASC' } });
    const linked = await manager.find(CaseFile, {
      where: { householdId: In(ids), kind: 'citizen-petition' },
      order: { id: 'ASC' },
    });
    // Work on a merged petition goes on in its main one.
    const all = await Promise.all(
      linked.map(async (petition) => ({ on: petition.householdId, main: await followMerge(manager, petition) })),
    );
    const mains = await withinReach(
      manager,
      officer,
      all.map(({ main }) => main),
    );
    const petitions = all.filter(({ main }) => mains.includes(main));
    const openOn = (id: number) => {
      const open = petitions.filter(({ on, main }) => on === id && main.phase !== 'closed').map(({ main }) => main);
      return [...new Map(open.map((main) => [main.id, main])).values()];
    };
    const ward = await wardNames(manager, officer.unitId);
    const items = files.map((file) => {
      const met = contacts.filter((contact) => contact.caseId === file.id);
      return {
        ...summaryOf(file, today, ward),
        project: projects.get(file.projectId!)!.code,
        projectTitle: projects.get(file.projectId!)!.title,
        assignee: ward.people.get(file.assigneeId ?? 0) ?? null,
        cause: file.holdoutReason === null ? null : causeOf(file.holdoutReason, file.fields.reasonNote),
        contacts: met.length,
        lastContactOn: met.at(-1)?.onDay ?? null,
        openPetitions: openOn(file.id).map(({ kind, code, title, state }) => {
          const { vi, en } = workflowOf(kind).states[state]!;
          return { code, title, state, stateVi: vi, stateEn: en };
        }),
      };
    });
    return {
      total: items.length,
      byProject: tally(items.map((item) => item.project)),
      byReason: tally(items.map((item) => item.state)),
      byCause: tally(items.map((item) => item.holdoutReason ?? 'unknown')),
      items,
    };
  }
}

const causeOf = (reason: string, note: unknown): HoldoutView['cause'] => ({
  reason,
  vi: holdoutReasons[reason as keyof typeof holdoutReasons],
  note: typeof note === 'string' ? note : null,
});

const tally = (keys: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};
