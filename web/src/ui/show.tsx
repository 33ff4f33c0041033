import type { ReactNode } from 'react';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { everydayWords } from '../text/everyday-words.js';
import { day, daysBetween } from '../text/format.js';
import { defineText, useText } from '../text/language.js';
import { Button } from './button.js';

/** The data of a query, or what is shown while it loads or fails. */
export function Loaded<T, K extends readonly unknown[]>({
  query,
  children,
}: {
  query: UseQueryOptions<T, Error, T, K>;
  children: (data: T) => ReactNode;
}) {
  const t = useText(everydayWords);
  const { data, error, refetch, isFetching } = useQuery(query);
  if (data !== undefined)
    return (
      <>
        {isFetching && <div className="progress-line no-print" aria-hidden />}
        {children(data)}
      </>
    );
  if (error)
    return (
      <div className="empty" role="alert">
        <p>{error.message}</p>
        <Button onClick={() => void refetch()}>{t.tryAgain}</Button>
      </div>
    );
  return (
    <div className="empty" role="status">
      <div className="progress-line" style={{ width: '100%' }} aria-hidden />
      {t.loading}
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>;
}

const text = defineText(
  {
    left: (days: number) => `còn ${days} ngày`,
    dueToday: 'hạn hôm nay',
    late: (days: number) => `quá hạn ${days} ngày`,
    standsLate: (days: number) => `quá hạn ${days} ngày, đang tạm đình chỉ`,
    waitUntil: (days: number) => `chờ thêm ${days} ngày`,
    waitDone: 'đã hết thời gian chờ',
    paused: 'đang tạm dừng',
  },
  {
    left: (days: number) => `${days} days left`,
    dueToday: 'due today',
    late: (days: number) => `${days} days late`,
    standsLate: (days: number) => `${days} days late, suspended`,
    waitUntil: (days: number) => `wait ${days} more days`,
    waitDone: 'wait has ended',
    paused: 'paused',
  },
);

/** Kinds of rule whose date only ends. */
export const waits: readonly string[] = ['min-wait', 'min-period', 'fixed-period', 'practice'];

/**
 * How near a date is, in words and colour: a duty can be late, a wait can only end.
 * @param standsLate days late of a duty that was late when it was paused: they do not grow
 */
export function DaysLeft({
  dueOn,
  kind,
  today,
  standsLate,
}: {
  dueOn: string | null;
  kind: string;
  today: string;
  standsLate?: number | false;
}) {
  const t = useText(text);
  // Its state stands beside it: suspended.
  if (standsLate)
    return (
      <span className="badge late" title={t.standsLate(standsLate)}>
        {t.late(standsLate)}
      </span>
    );
  if (!dueOn) return <span className="badge">{t.paused}</span>;
  const left = daysBetween(today, dueOn);
  if (waits.includes(kind))
    return (
      <span className={left < 0 ? 'badge good' : 'badge wait'}>{left < 0 ? t.waitDone : t.waitUntil(left + 1)}</span>
    );
  if (left < 0) return <span className="badge late">{t.late(-left)}</span>;
  return <span className={left <= 5 ? 'badge soon' : 'badge'}>{left === 0 ? t.dueToday : t.left(left)}</span>;
}

/** A legal day with its machine form for assistive technology and tests. */
export const Day = ({ of }: { of: string | null | undefined }) => (of ? <time dateTime={of}>{day(of)}</time> : null);
