import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { LRUCache } from 'lru-cache';
import type { Role } from '../domain/workflow/workflow.js';
import { rightsKey, type Officer } from '../platform/officer.js';

/**
 * Who may do what. This table is the only place: the guard before every route, the condition in every query and the
 * API document (`x-may`) are all read from it, and a route that names no line of it is closed to everybody.
 */
const table = {
  // Cases, within the person's reach (below).
  'list case': ['clerk', 'officer', 'supervisor', 'auditor'],
  'shown case': ['clerk', 'officer', 'supervisor', 'auditor'],
  'open case': ['clerk', 'officer', 'supervisor', 'auditor'],
  /** Who denounces and what reveals it: the handler, the supervisors, and whom either names. */
  'secrets case': ['clerk', 'officer', 'supervisor', 'auditor'],
  'work case': ['clerk', 'officer', 'supervisor'],
  'mend case': ['officer', 'supervisor'],
  /** Whoever mends any case, and a clerk what he entered himself, while it is at the desk (`cases/own-entry.ts`). */
  'correct case': ['clerk', 'officer', 'supervisor'],
  /** What is due for erasure, a legal hold, and the confirmation. */
  'erase case': ['supervisor'],
  'export person': ['supervisor'],
  'list desk': ['clerk', 'officer', 'supervisor'],
  'list board': ['supervisor', 'auditor'],
  'list figures-below': ['supervisor', 'auditor'],
  'keep view': ['clerk', 'officer', 'supervisor', 'auditor'],

  // Paper: in from Excel, out as letters, registers and reports.
  /** Households, graves, petitions and payments; accounts are imported with `manage account`. */
  'import case': ['clerk', 'officer', 'supervisor'],
  'write letter': ['clerk', 'officer', 'supervisor'],
  'manage template': ['supervisor', 'admin'],
  /** Figures of the whole unit; the cases behind them open within the reader's reach. */
  'read report': ['clerk', 'officer', 'supervisor', 'auditor'],
  'close period': ['supervisor'],

  // The unit and its people.
  'read history': ['supervisor', 'auditor', 'admin'],
  'take heads': ['auditor', 'admin'],
  'manage account': ['admin'],
  // One's own; a supervisor's and an administrator's reach is told in people/stand-ins.ts.
  'name stand-in': ['clerk', 'officer', 'supervisor', 'admin'],
  'manage unit': ['admin'],
  'manage ladder': ['admin'],
  'manage calendar': ['admin'],
  'read queue': ['admin'],
  'mind delivery': ['supervisor', 'admin'],

  // What everybody signed in may do.
  'own account': ['clerk', 'officer', 'supervisor', 'auditor', 'admin'],
  'read unit': ['clerk', 'officer', 'supervisor', 'auditor', 'admin'],
  'read law': ['clerk', 'officer', 'supervisor', 'auditor', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof table;
export const rights: Readonly<Record<Right, readonly Role[]>> = table;

/** What decides whether a case is within reach; `shownTo…` is a row of `case_share` not yet ended. */
export type CaseProperty = 'unitId' | 'kind' | 'residentialGroupId' | 'assigneeId' | 'shownToAccount' | 'shownToUnit';
export type CaseConditions = Partial<Record<CaseProperty, number | string | { $in: readonly number[] }>>;

/** An auditor reads the whole unit, whatever scope is written beside the account. */
export const seesWholeUnit = ({ role, scope }: Pick<Officer, 'role' | 'scope'>): boolean =>
  scope === 'unit' || role === 'auditor';

/**
 * The cases of the unit a person sees. Projects are posted in public by law, so everybody who sees cases sees them.
 * Whoever stands in for a colleague on leave sees that colleague's cases too.
 */
function reachOf({ id, unitId, role, scope, groups, standsInFor }: Officer): CaseConditions[] {
  if (seesWholeUnit({ role, scope })) return [{ unitId }];
  return [
    { unitId, assigneeId: { $in: [id, ...standsInFor] } },
    { unitId, kind: 'compensation-project' },
    ...(scope === 'groups' ? [{ unitId, residentialGroupId: { $in: groups } }] : []),
  ];
}

/** A case shown to a person or, as with an escalation, to a unit; it can be opened, not worked on. */
const shownTo = (officer: Officer): CaseConditions[] => [
  { shownToAccount: officer.id },
  ...(seesWholeUnit(officer) ? [{ shownToUnit: officer.unitId }] : []),
];

/** Nobody opens a protected petition because he sees the unit: he handles it, supervises, or was named by an account. */
function secretsOf({ id, unitId, role, standsInFor }: Officer): CaseConditions[] {
  return [
    { unitId, assigneeId: { $in: [id, ...standsInFor] } },
    ...(role === 'supervisor' ? [{ unitId }] : []),
    { shownToAccount: id },
  ];
}

function casesOf(officer: Officer, action: string): CaseConditions[] {
  if (action === 'secrets') return secretsOf(officer);
  if (action === 'shown') return shownTo(officer);
  return action === 'open' ? [...reachOf(officer), ...shownTo(officer)] : reachOf(officer);
}

/** Of the people at work at the same time, in a whole province. */
const known = new LRUCache<string, MongoAbility>({ max: 5_000 });

/** What this officer may do; put together once for all his requests. */
export function abilityOf(officer: Officer): MongoAbility {
  const who = rightsKey(officer);
  const there = known.get(who);
  if (there) return there;
  const ability = builtFor(officer);
  known.set(who, ability);
  return ability;
}

function builtFor(officer: Officer): MongoAbility {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  for (const right of Object.keys(rights) as Right[]) {
    if (!rights[right].includes(officer.role)) continue;
    const [action, subject] = right.split(' ') as [string, string];
    if (subject !== 'case') can(action, subject);
    else for (const conditions of casesOf(officer, action)) can(action, subject, conditions);
  }
  return build();
}
