import { useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { day } from '../../text/format.js';
import { defineText, useText } from '../../text/language.js';
import { DayField } from '../../ui/fields.js';

const text = defineText(
  {
    lunar: (words: string) => `âm lịch ${words}`,
    early: (on: string) => `Ngày này trước ngày việc diễn ra (${on}); hãy xem lại.`,
  },
  {
    lunar: (words: string) => `lunar ${words}`,
    early: (on: string) => `This is before the day it took place (${on}); look again.`,
  },
);

interface Props {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  required: boolean;
  value: string | undefined;
  onChange(value: string | undefined, problem?: string): void;
  /** The day of the step. */
  on: string | undefined;
  /** What stands in the field of the lunar day, and how to fill it; absent where the step does not ask for it. */
  lunar: { value: string | undefined; fill(words: string): void } | undefined;
}

/** The day a grave is to be moved, with the lunar day families go by: an empty lunar field is filled from it. */
export function PlannedMoveField({ hint, on, lunar, ...field }: Props) {
  const t = useText(text);
  const { value } = field;
  const { data } = useQuery({
    queryKey: ['lunar', value],
    queryFn: () => ask(api.GET('/api/lunar', { params: { query: { day: value! } } })),
    enabled: value !== undefined,
    staleTime: Infinity,
  });
  const words = value === undefined ? undefined : data?.lunar;
  const opened = useRef(value);
  const filled = useRef<string>(undefined);
  useEffect(() => {
    // A day that stood there when the form opened is left as it was written down.
    if (!words || !lunar || value === opened.current) return;
    if (lunar.value === words || (lunar.value && lunar.value !== filled.current)) return;
    filled.current = words;
    lunar.fill(words);
  }, [words, value]);
  const early = value !== undefined && on !== undefined && value < on;
  const hints = [words && t.lunar(words), hint].filter(Boolean).join('. ');
  return (
    <>
      <DayField {...field} hint={hints || undefined} />
      {early && (
        <p className="small soon" role="status">
          {t.early(day(on))}
        </p>
      )}
    </>
  );
}
