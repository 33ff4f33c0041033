import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { reach } from '../access/reach.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { workflowOf } from '../domain/kinds/registry.js';
import type { PlainDate } from '../domain/plain-date.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { erasableFrom, retentionRuleFor, retentionRules } from './retention-rules.js';
import type { RetentionView } from './retention.view.js';

/** What is due today is reckoned when it is asked for; nothing is erased until somebody has confirmed it. */
@Injectable()
export class DueForErasureQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(officer: Officer): Promise<RetentionView> {
    const { manager } = this.database;
    const held = await within(manager, officer).andWhere('c.legalHold = true').orderBy('c.code').getMany();
    const line = (file: CaseFile) => ({
      id: file.id,
      code: file.code,
      title: file.title,
      kindVi: workflowOf(file.kind).vi,
      kindEn: workflowOf(file.kind).en,
      closedOn: file.closedOn,
      erasableFrom: erasableFrom(file),
      rule: retentionRuleFor(file).id,
    });
    return {
      rules: retentionRules.map(({ meaning_vi: meaningVi, meaning_en: meaningEn, ...rule }) => ({
        ...rule,
        meaningVi,
        meaningEn,
      })),
      due: (await dueOf(manager, officer, this.clock.today())).map(line),
      held: held.map(line),
    };
  }
}

function within(manager: EntityManager, officer: Officer) {
  const { sql, parameters } = reach(officer);
  return manager.createQueryBuilder(CaseFile, 'c').where(sql, parameters);
}

/** Closed cases within reach whose time is over, the longest over first. */
async function dueOf(manager: EntityManager, officer: Officer, today: PlainDate): Promise<CaseFile[]> {
  const files = await within(manager, officer)
    .andWhere('c.closedOn IS NOT NULL AND c.erasedAt IS NULL AND c.legalHold = false AND c.mergedIntoId IS NULL')
    .orderBy('c.closedOn')
    .addOrderBy('c.id')
    .getMany();
  return files.filter((file) => isDue(file, today));
}

export const isDue = (file: CaseFile, today: PlainDate): boolean => {
  const from = erasableFrom(file);
  return from !== null && from <= today;
};
