import { everyAction } from '../audit/action-names.js';
import { workflows } from '../domain/kinds/registry.js';

/** Entries that may be posted: what is done to a case. A reading is no event, accounts and settings are nobody's business. */
const events = everyAction().filter(
  ({ name, group }) => group !== 'account' && group !== 'unit' && !name.startsWith('read-'),
);
const names = new Set(events.map(({ name }) => name));

export const isEvent = (name: string): boolean => names.has(name);

/** As they are chosen from: what is done to any case, then the steps of each kind. */
export const eventGroups = [
  { name: 'case', vi: 'Mọi hồ sơ', en: 'Every case' },
  ...workflows.map(({ kind, vi, en }) => ({ name: kind, vi, en })),
]
  .map((group) => ({
    ...group,
    events: events.filter((event) => event.group === group.name).map(({ name, vi, en }) => ({ name, vi, en })),
  }))
  .filter((group) => group.events.length > 0);
