import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { addDays, count } from '../../text/format.js';

/** A case that is not closed. */
export const openPhases = ['open', 'holdout', 'waiting'];

/** From today to seven days ahead, as the list is asked for it. */
export const dueSoon = (today: string) => ({ dueAfter: addDays(today, -1), dueBefore: addDays(today, 8) });

/** Those that have stood in their state so many days on `today`, as the list is asked for them. */
export const stoodFor = (today: string, { fromDays, toDays }: { fromDays: number; toDays: number | null }) => ({
  sinceBefore: addDays(today, 1 - fromDays),
  sinceAfter: toDays === null ? undefined : addDays(today, -1 - toDays),
});

/** The filters of the case list the board asks for. */
export interface CaseSearch {
  kind?: string[];
  state?: string[];
  phase?: string[];
  assignee?: string[];
  overdue?: string;
  dueAfter?: string;
  dueBefore?: string;
  sinceAfter?: string;
  sinceBefore?: string;
  overdueBy?: string;
  sort?: string;
}

/** A number that opens the cases it counts; nothing to open behind a zero. */
export function CaseCount({
  value,
  search,
  label,
  children,
}: {
  value: number;
  search: CaseSearch;
  label?: string;
  children?: ReactNode;
}) {
  if (value === 0) return <span className="soft">{children ?? '0'}</span>;
  return (
    <Link to="/ho-so" search={search} aria-label={label && `${label}: ${count(value)}`}>
      {children ?? count(value)}
    </Link>
  );
}

export function HoldoutCount({
  value,
  search,
  label,
}: {
  value: number;
  search: { project?: string; cause?: string };
  label: string;
}) {
  if (value === 0) return <span className="soft">0</span>;
  return (
    <Link to="/chua-dong-y" search={search} aria-label={`${label}: ${count(value)}`}>
      {count(value)}
    </Link>
  );
}

export function GraveCount({ value, search, label }: { value: number; search: { paid: string }; label: string }) {
  if (value === 0) return <span className="soft">0</span>;
  return (
    <Link to="/mo" search={search} aria-label={`${label}: ${count(value)}`}>
      {count(value)}
    </Link>
  );
}

/** How much of the largest value this is, for the eye only: the number stands beside it. */
export function Bar({
  parts,
  of,
}: {
  parts: { value: number; look?: 'late' | 'soon' | 'holdout' | 'wait' }[];
  of: number;
}) {
  return (
    <span className="bar" aria-hidden>
      {parts.map(
        ({ value, look }, i) =>
          value > 0 && <span key={i} className={look} style={{ width: `${(value / Math.max(of, 1)) * 100}%` }} />,
      )}
    </span>
  );
}
