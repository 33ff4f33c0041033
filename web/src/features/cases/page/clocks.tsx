import { useMe } from '../../../app/session.js';
import { defineText, useText } from '../../../text/language.js';
import type { CaseView, ClockView } from './case-types.js';
import { ClockCard } from './clock-card.js';
import { FinishedClocks } from './finished-clocks.js';
import { Section } from './section.js';

const text = defineText(
  { title: 'Thời hạn', none: 'Không có thời hạn nào đang chạy.' },
  { title: 'Clocks', none: 'No clock is running.' },
);

const runs = (clock: ClockView) => clock.status === 'running' || clock.status === 'paused';

/** Every clock of the case: those that run, soonest first, and those that ended, folded. */
export function Clocks({ file }: { file: CaseView }) {
  const t = useText(text);
  const { today } = useMe();
  const running = file.clocks
    .filter(runs)
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || pressing(a, today) - pressing(b, today));
  const finished = file.clocks.filter((clock) => !runs(clock));
  return (
    <Section title={t.title}>
      {running.length === 0 && <p className="soft">{t.none}</p>}
      {running.map((clock) => (
        <ClockCard key={clock.id} clock={clock} />
      ))}
      {finished.length > 0 && <FinishedClocks clocks={finished} />}
    </Section>
  );
}

/** Dates to come before dates gone by, those without a date last. */
function pressing({ dueOn }: ClockView, today: string): number {
  if (!dueOn) return Infinity;
  return dueOn >= today ? Date.parse(dueOn) : Date.parse(dueOn) + 1e14;
}
