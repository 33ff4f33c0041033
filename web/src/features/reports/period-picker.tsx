import { useQuery } from '@tanstack/react-query';
import { ChoiceField, DayField } from '../../ui/fields.js';
import { addDays, weekdayOf } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { periodQuery, type Days } from './reports.query.js';
import { text } from './reports.text.js';

const kinds = ['week', 'quarter', 'half', 'nine-months', 'year', 'custom'] as const;
export type Kind = (typeof kinds)[number];
export const isKind = (text: string | undefined): text is Kind => kinds.includes(text as Kind);

export interface Chosen {
  kind: Kind;
  year: number;
  part: number;
  custom: Days;
}

/** Monday to Sunday around a day. */
function weekOf(today: string): Days {
  const weekday = weekdayOf(today);
  return { from: addDays(today, -weekday), to: addDays(today, 6 - weekday) };
}

/** The days chosen: a quarter, half year or year runs by the cut-off the server knows. */
export function useDays({ kind, year, part, custom }: Chosen, today: string): Days | undefined {
  const byRule = kind !== 'week' && kind !== 'custom';
  const { data } = useQuery({ ...periodQuery(byRule ? kind : 'year', year, part), enabled: byRule });
  if (kind === 'week') return weekOf(today);
  return kind === 'custom' ? custom : data;
}

export function PeriodPicker({
  chosen,
  days,
  today,
  onChange,
}: {
  chosen: Chosen;
  days: Days | undefined;
  today: string;
  onChange(change: Partial<Chosen>): void;
}) {
  const t = useText(text);
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 8 }, (_, i) => String(thisYear - i));
  const numbered = chosen.kind !== 'week' && chosen.kind !== 'custom';
  const custom = days ?? chosen.custom;
  const setDays = (change: Partial<Days>) => onChange({ kind: 'custom', custom: { ...custom, ...change } });
  return (
    <div className="row report-period no-print">
      <ChoiceField
        label={t.period}
        value={chosen.kind}
        onChange={(kind) => onChange({ kind: kind as Kind, ...(kind === 'custom' && { custom }) })}
        options={kinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      {chosen.kind === 'quarter' && (
        <ChoiceField
          label={t.quarter}
          value={String(chosen.part)}
          onChange={(part) => onChange({ part: Number(part) })}
          options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
        />
      )}
      {numbered && (
        <ChoiceField
          label={t.year}
          value={String(chosen.year)}
          onChange={(year) => onChange({ year: Number(year) })}
          options={years.map((value) => ({ value, label: value }))}
        />
      )}
      <DayField label={t.from} value={days?.from} onChange={(from) => from && setDays({ from })} />
      <DayField label={t.to} value={days?.to} onChange={(to) => to && setDays({ to })} />
    </div>
  );
}
