/**
 * Every figure `/metrics` shows besides Node's own. A label is a route pattern, a state or an outcome, never a code, a
 * name or an id: what is scraped leaves the house, and each new value would be a series for ever.
 */

/** Seconds. An officer feels a third of one; a proxy gives up at a minute. */
const short = [0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];
/** From the moment a reminder was due to the moment it was sent. */
const minutes = [1, 5, 30, 60, 300, 900, 3600, 14_400, 86_400];

export const histograms = {
  matbang_request_duration_seconds: {
    help: 'Requests by route pattern, until the last byte of the answer; event streams are left out',
    labels: ['method', 'route', 'status'],
    buckets: short,
  },
  matbang_write_duration_seconds: {
    help: 'Transactions, without the wait at the door: committed, or rolled-back (refusals and previews too)',
    labels: ['outcome'],
    buckets: short,
  },
  matbang_write_wait_seconds: {
    help: 'SQLite: how long a writer waited for its turn at the one door',
    labels: [],
    buckets: short,
  },
  matbang_reminder_delay_seconds: {
    help: 'From the time a reminder was due to the time it was sent',
    labels: [],
    buckets: minutes,
  },
  matbang_sweep_duration_seconds: {
    help: 'Sweeps run by this process',
    labels: ['outcome'],
    buckets: [...short, 100, 300],
  },
} as const;

export const counters = {
  matbang_reminders_total: {
    help: 'Ledger lines: sent, withdrawn, or moved to a working morning',
    labels: ['outcome'],
  },
  matbang_jobs_total: { help: 'Jobs of the reminder queue: done or failed', labels: ['job', 'outcome'] },
  matbang_answers_total: {
    help: 'Lists and cases asked for: made anew, or given again because nothing had changed',
    labels: ['outcome'],
  },
  matbang_deliveries_total: {
    help: 'Attempts to hand over by e-mail, webhook or stream of events: sent, failed (tried again), dead (given up)',
    labels: ['channel', 'outcome'],
  },
} as const;

/** Read when asked for. */
export const gauges = {
  matbang_writes_waiting: { help: 'SQLite: writers standing at the one door', labels: [] },
  matbang_database_connections: { help: "PostgreSQL: the writers' connections by state", labels: ['state'] },
  matbang_event_streams: { help: 'Browsers listening to changes', labels: [] },
  matbang_queue_jobs: { help: 'Jobs of the reminder queue by state', labels: ['state'] },
  matbang_reminders_due: { help: 'Reminders of the whole database that are due and not sent', labels: [] },
  matbang_deliveries_open: { help: 'Deliveries of the whole database not handed over, by status', labels: ['status'] },
  matbang_last_sweep_timestamp_seconds: { help: 'When a sweep last succeeded, in any process', labels: [] },
} as const;

export type HistogramName = keyof typeof histograms;
export type CounterName = keyof typeof counters;
export type GaugeName = keyof typeof gauges;
type Labels<F> = F extends { labels: readonly (infer L extends string)[] } ? Record<L, string> : never;
export type HistogramLabels<N extends HistogramName> = Labels<(typeof histograms)[N]>;
export type CounterLabels<N extends CounterName> = Labels<(typeof counters)[N]>;
