import { day } from '../../../text/format.js';
import { defineText, useText } from '../../../text/language.js';
import type { ClockView } from './case-types.js';

const text = defineText(
  {
    how: 'Cách tính',
    meaning: 'Quy định',
    actor: 'Người thực hiện',
    skipped: (n: number) => `Ngày không tính (${n})`,
    assumptions: 'Tạm tính vì',
    pauses: 'Tạm dừng',
    pause: (from: string, to: string) => (to ? `từ ${from} đến trước ${to}` : `từ ${from}, chưa chạy lại`),
    extensions: 'Gia hạn',
    extension: (on: string, number: string, reason: string) =>
      `ngày ${on}${number ? `, số ${number}` : ''}${reason ? `: ${reason}` : ''}`,
    note: 'Lưu ý',
    confidence: 'Độ tin cậy của quy định',
    percent: (n: number, recalled: boolean) => `${n}%, ${recalled ? 'ghi theo trí nhớ' : 'đã thấy nguyên văn'}`,
  },
  {
    how: 'How it is counted',
    meaning: 'The rule',
    actor: 'Who acts',
    skipped: (n: number) => `Days not counted (${n})`,
    assumptions: 'Provisional because',
    pauses: 'Pauses',
    pause: (from: string, to: string) => (to ? `from ${from} until before ${to}` : `from ${from}, not resumed`),
    extensions: 'Extensions',
    extension: (on: string, number: string, reason: string) =>
      `on ${on}${number ? `, no. ${number}` : ''}${reason ? `: ${reason}` : ''}`,
    note: 'Note',
    confidence: 'Confidence in the rule',
    percent: (n: number, recalled: boolean) => `${n}%, ${recalled ? 'recalled from memory' : 'its text was seen'}`,
  },
);

/** The count a person can repeat by hand. Opened for print. */
export function ClockProof({ clock }: { clock: ClockView }) {
  const t = useText(text);
  const skipped = clock.proof?.skipped ?? [];
  const rows: [string, string[]][] = [
    [t.how, clock.proof ? [clock.words] : []],
    [t.skipped(skipped.length), skipped.length > 0 ? [byReason(skipped)] : []],
    [t.assumptions, clock.proof?.assumptions ?? []],
    [t.pauses, clock.pauses.map(({ from, to }) => t.pause(day(from), day(to)))],
    [
      t.extensions,
      clock.extensions.map(({ on, documentNumber, reason }) => t.extension(day(on), documentNumber, reason)),
    ],
    [t.meaning, [clock.rule.meaning]],
    [t.actor, [clock.rule.actor]],
    [t.note, clock.rule.note ? [clock.rule.note] : []],
    [t.confidence, [t.percent(Math.round(clock.rule.confidence * 100), clock.rule.basis === 'recalled')]],
  ];
  return (
    <details className="clock-proof small">
      <summary>{t.how}</summary>
      <dl>
        {rows
          .filter(([, lines]) => lines.length > 0)
          .map(([label, lines]) => (
            <div key={label}>
              <dt className="soft">{label}</dt>
              {lines.map((line) => (
                <dd key={line}>{line}</dd>
              ))}
            </div>
          ))}
      </dl>
    </details>
  );
}

/** `04/03, 05/03 (thứ Bảy, Chủ nhật)`: every day with its reason, grouped. */
function byReason(skipped: readonly { day: string; why: string }[]): string {
  const groups = new Map<string, string[]>();
  for (const { day: on, why } of skipped) groups.set(why, [...(groups.get(why) ?? []), day(on)]);
  return [...groups].map(([why, days]) => `${days.join(', ')} (${why})`).join('; ');
}
