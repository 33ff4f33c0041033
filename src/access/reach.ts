import { rulesToCondition } from '@casl/ability/extra';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import { ask } from '../platform/ask.js';
import type { Officer } from '../platform/officer.js';
import { abilityOf, seesWholeUnit, type CaseConditions, type CaseProperty } from './rights.js';

/** A condition over one row of `case_file`, with its named parameters. */
export interface Reach {
  sql: string;
  parameters: ObjectLiteral;
}

/** Of a row of `case_file` under the alias `c`: it stands by itself and is not finished. */
export const isOpenCase = "c.phase <> 'closed' AND c.merged_into_id IS NULL";

/** `secrets`: of a protected petition · `list`: lists, counts, panels and searches · `shown`: from elsewhere · `open`: both · `work`: writes. */
type CaseAction = 'list' | 'open' | 'work' | 'shown' | 'secrets';

const columns: Record<CaseProperty, (c: string, value: string) => string> = {
  unitId: (c, value) => `${c}.unit_id ${value}`,
  kind: (c, value) => `${c}.kind ${value}`,
  residentialGroupId: (c, value) => `${c}.residential_group_id ${value}`,
  assigneeId: (c, value) => `${c}.assignee_id ${value}`,
  shownToAccount: (c, value) => shown(c, `s.to_account_id ${value}`),
  shownToUnit: (c, value) => shown(c, `s.to_unit_id ${value}`),
};
const shown = (c: string, to: string) =>
  `${c}.id IN (SELECT s.case_id FROM case_share s WHERE s.ended_at IS NULL AND ${to})`;

/**
 * Which cases the officer may list, open or work on, as SQL over the alias `c`. Every list of cases takes it, so that
 * lists, counts, panels, search, files and writes all follow the one table of rights.
 */
export function reach(officer: Officer, action: CaseAction = 'list', c = 'c'): Reach {
  const parameters: ObjectLiteral = {};
  const value = (wanted: CaseConditions[CaseProperty]): string => {
    const name = `${c}_${action}_${Object.keys(parameters).length}`;
    if (typeof wanted !== 'object') {
      parameters[name] = wanted;
      return `= :${name}`;
    }
    // An empty list matches nothing; 0 is nobody's id.
    parameters[name] = [0, ...wanted.$in];
    return `IN (:...${name})`;
  };
  const sql = rulesToCondition(
    abilityOf(officer).rulesFor(action, 'case'),
    ({ conditions }) =>
      Object.entries(conditions as CaseConditions)
        .map(([property, wanted]) => columns[property as CaseProperty](c, value(wanted)))
        .join(' AND '),
    {
      and: (all: string[]) => all.join(' AND '),
      or: (any: string[]) => (any.length === 1 ? any[0]! : `(${any.map((each) => `(${each})`).join(' OR ')})`),
      empty: () => '1 = 1',
    },
  );
  return { sql: sql ?? '1 = 0', parameters };
}

/** Of these cases, the ids of those within the officer's reach. */
export async function idsWithin(
  manager: EntityManager,
  officer: Officer,
  caseIds: readonly number[],
  action: CaseAction,
): Promise<Set<number>> {
  if (caseIds.length === 0) return new Set();
  const { sql, parameters } = reach(officer, action);
  const rows = await ask<{ id: number }>(
    manager,
    `SELECT c.id AS id FROM case_file c WHERE c.id IN (:...caseIds) AND ${sql}`,
    { ...parameters, caseIds },
    ['id'],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Which citizens of the unit (alias `p`) the officer finds: those in some case within reach. */
export function knownTo(officer: Officer): Reach {
  const { sql, parameters } = reach(officer);
  const own = { sql: 'p.unit_id = :known', parameters: { known: officer.unitId } };
  if (seesWholeUnit(officer)) return own;
  return {
    sql: `${own.sql} AND p.id IN (SELECT k.person_id FROM case_person k INNER JOIN case_file c ON c.id = k.case_id WHERE ${sql})`,
    parameters: { ...own.parameters, ...parameters },
  };
}
