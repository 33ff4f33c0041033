import { everydayWords } from '../../text/everyday-words.js';
import { day } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { unitText } from '../admin/unit.text.js';
import type { AuditLine } from './audit-query.js';
import { auditText } from './audit.text.js';

export interface AuditChange {
  label: string;
  before: string;
  after: string;
}
type Words = Readonly<Record<string, string | undefined>>;

/** Before and after of an entry in words; what has no words is left out, never shown as code. */
export function useAuditWords() {
  const t = useText(auditText);
  const c = useText(everydayWords);
  const u = useText(unitText);
  const word = (field: string, value: unknown): string => {
    if (typeof value === 'boolean') return value ? c.yes : c.no;
    if (field === 'receptionWeekday') return (u.weekdays as Words)[String(value)] ?? '';
    if (Array.isArray(value)) return value.map((each) => word(field, each)).join(', ');
    // A day off as it was set.
    if (typeof value === 'object' && value !== null) {
      const { date, name } = value as { date?: unknown; name?: unknown };
      return [word('', date), word('', name)].filter(Boolean).join(' – ');
    }
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return '';
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : ((t.values as Words)[value] ?? value);
  };
  return ({ before, after }: AuditLine): AuditChange[] => {
    const [was, is] = [before ?? {}, after ?? {}];
    return Object.keys({ ...was, ...is }).flatMap((field) => {
      const label = (t.fields as Words)[field];
      if (!label) return [];
      // Of a change only what was changed is told of the value before.
      const [old, now] = [field in is || !after ? word(field, was[field]) : '', word(field, is[field])];
      return old === now ? [] : [{ label, before: old, after: now }];
    });
  };
}
