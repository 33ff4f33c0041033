/**
 * Clocks `d` that may be late, in SQL: they run, or were late when they were paused. One paused in time has a date that
 * may pass while nothing is counted.
 */
export const isLateClock = "(d.status IN ('running', 'paused') AND (d.status = 'running' OR d.days_late > 0))";
