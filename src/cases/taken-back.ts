import type { HistoryEntry } from '../audit/history-entry.entity.js';
import type { HistoryLine, TakenBackContact } from './case-record.view.js';
import type { Contact } from './contact.entity.js';

/** A contact as the history keeps it once it was taken back, with the line that told of it first. */
export type ContactTakenBack = Omit<Contact, 'unitId' | 'caseId'> & { line: number };

type Line = Pick<HistoryEntry, 'id' | 'at' | 'onDay' | 'action' | 'before' | 'after' | 'note'>;

const takenFrom = ({ action, before }: Pick<Line, 'action' | 'before'>): ContactTakenBack | undefined =>
  action === 'take-back-contact' ? (before as { contact?: ContactTakenBack } | null)?.contact : undefined;

const linesTakenBack = (lines: readonly Line[]): Set<number> =>
  new Set(lines.flatMap((line) => takenFrom(line)?.line ?? []));

/** The line that told of a contact when an officer recorded it; none where a step did. Of two alike the first. */
export function lineOf({ type, at, onDay, note }: Contact, lines: readonly Line[]): Line | undefined {
  const before = linesTakenBack(lines);
  return lines.find(
    (line) =>
      line.action === `contact-${type}` &&
      line.at === at &&
      line.onDay === onDay &&
      line.note === note &&
      !before.has(line.id),
  );
}

/** What the holder is taken to say, by the lines of the case but those of contacts taken back, and `without` one more. */
export function reasonHeard(lines: readonly Line[], without?: number): string | null {
  const wrong = linesTakenBack(lines);
  let heard: string | null = null;
  for (const { id, action, after } of lines) {
    if (id === without || wrong.has(id) || action === 'take-back-contact') continue;
    const { reason, holdoutReason } = (after ?? {}) as { reason?: string; holdoutReason?: string | null };
    if (action.startsWith('contact-')) heard = reason ?? heard;
    else if (holdoutReason !== undefined) heard = holdoutReason || null;
  }
  return heard;
}

/** The contacts taken back, as the lines of a case tell of them. What was erased by rule is not told any more. */
export const takenBackContacts = (history: readonly HistoryLine[]): TakenBackContact[] =>
  history.flatMap((line) => {
    const taken = takenFrom(line);
    if (!taken) return [];
    const { line: _told, ...contact } = taken;
    return { ...contact, takenBackAt: line.at, takenBackBy: line.by, takenBackReason: line.note ?? '' };
  });
