import type { EntityManager } from 'typeorm';
import { isOpenCase, type Reach } from '../access/reach.js';
import { lawPack } from '../deadlines/law-files.js';
import { overdueBefore } from '../domain/deadlines/overdue.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { clocks, type ClockName } from '../domain/law/clocks.js';
import { actorOn, dutyKinds, isDuty, waitKinds, type RuleKind } from '../domain/law/rule.js';
import type { PlainDate } from '../domain/plain-date.js';
import { ask } from '../platform/ask.js';
import type { Obstacle } from './projects.view.js';

interface Blocked {
  projectId: number;
  id: number;
  code: string;
  title: string;
}
interface Held extends Blocked {
  kind: string;
  state: string;
  cause: string | null;
  since: PlainDate;
  askedOn: PlainDate | null;
}
interface Timed extends Blocked {
  clock: ClockName;
  ruleId: string;
  kind: RuleKind;
  since: PlainDate;
  dueOn: PlainDate;
}
type Found = Omit<Obstacle, 'count' | 'cases'> & Blocked & { key: string };

const shown = 20;
const columns = 'COALESCE(c.project_id, c.id) AS "projectId", c.id AS id, c.code AS code, c.title AS title';
/** Petitions stop no step of the land chain (NĐ 102/2024 Điều 40), so theirs are no obstacles. */
const land = `${isOpenCase}
  AND (c.kind = 'compensation-project' OR (c.project_id IS NOT NULL AND c.kind IN ('household-file', 'grave-relocation')))`;

/** What blocks each project: those who hold out, duties past their date, waits that still run. */
export async function obstaclesOf(
  manager: EntityManager,
  seen: Reach,
  today: PlainDate,
): Promise<(projectId: number) => Obstacle[]> {
  const held = await ask<Held>(
    manager,
    `SELECT ${columns}, c.kind AS kind, c.state AS state, c.holdout_reason AS cause, c.state_since AS since,
       (SELECT MAX(t.on_day) FROM contact t WHERE t.case_id = c.id) AS "askedOn"
     FROM case_file c WHERE ${seen.sql} AND ${land} AND c.phase = 'holdout'`,
    seen.parameters,
  );
  const timed = await ask<Timed>(
    manager,
    `SELECT ${columns}, d.clock AS clock, d.rule_id AS "ruleId", d.kind AS kind, d.trigger_on AS since, d.due_on AS "dueOn"
     FROM deadline d INNER JOIN case_file c ON c.id = d.case_id
     WHERE ${seen.sql} AND ${land} AND d.status = 'running' AND (
       (d.kind IN (:...dutyKinds) AND d.due_on < :overdueBefore) OR (d.kind IN (:...waitKinds) AND d.due_on >= :today))`,
    { ...seen.parameters, dutyKinds, overdueBefore: overdueBefore(today), waitKinds, today },
  );
  const found = [...held.map(asHoldout), ...timed.map((row) => asTerm(row, today))];
  const order = ['overdue', 'holdout', 'wait'];
  return (projectId) => {
    const mine = found.filter((each) => each.projectId === projectId);
    return [...new Set(mine.map(({ key }) => key))]
      .map((key) => together(mine.filter((each) => each.key === key)))
      .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || (a.since < b.since ? -1 : 1));
  };
}

function asHoldout({ kind, state, cause, since, askedOn, ...file }: Held): Found {
  const { vi, en } = workflowOf(kind).states[state]!;
  const key = ['holdout', kind, state, cause].join('/');
  return { ...file, key, type: 'holdout', vi, en, cause, since, askedOn, dueOn: null, who: null, article: null };
}

function asTerm({ clock, ruleId, kind, since, dueOn, ...file }: Timed, today: PlainDate): Found {
  const rule = lawPack.rule(ruleId);
  const { vi, en } = clocks[clock];
  return {
    ...file,
    key: [clock, ruleId].join('/'),
    type: isDuty(kind) ? 'overdue' : 'wait',
    vi,
    en,
    cause: null,
    since,
    dueOn,
    who: actorOn(rule, today),
    article: `${rule.article}, ${rule.act}`,
    askedOn: since,
  };
}

/** One line for the same obstacle of many. */
function together(same: readonly Found[]): Obstacle {
  const sorted = [...same].sort((a, b) => (a.since < b.since ? -1 : 1));
  const { type, vi, en, cause, since, who, article } = sorted[0]!;
  const last = (days: (PlainDate | null)[]) => days.filter((d) => d !== null).sort();
  const dues = last(same.map(({ dueOn }) => dueOn));
  return {
    type,
    vi,
    en,
    cause,
    count: same.length,
    since,
    dueOn: (type === 'wait' ? dues.at(-1) : dues[0]) ?? null,
    who,
    article,
    askedOn: last(same.map(({ askedOn }) => askedOn)).at(-1) ?? null,
    cases: sorted.slice(0, shown).map(({ id, code, title }) => ({ id, code, title })),
  };
}
