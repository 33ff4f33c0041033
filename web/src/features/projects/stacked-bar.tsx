import type { ReactNode } from 'react';
import './stacked-bar.css';

export type Tone = 'open' | 'waiting' | 'holdout' | 'done';
export interface Segment {
  key: string;
  label: string;
  value: number;
  /** The value as it is written: `12`, `7.918,4 m²`. */
  text: string;
  tone: Tone;
  /** The list behind the number. */
  link?(children: ReactNode): ReactNode;
}

/** Parts of a whole as one bar, and the same in words and numbers beside it; each number may open its list. */
export function StackedBar({
  title,
  segments,
  total,
  empty,
}: {
  title: string;
  segments: readonly Segment[];
  total: string;
  empty?: string;
}) {
  const shown = segments.filter((segment) => segment.value > 0);
  const sum = shown.reduce((all, segment) => all + segment.value, 0);
  // Neighbours of one tone are told apart by shade.
  const shade = (i: number) => shown.slice(0, i).filter((before) => before.tone === shown[i]!.tone).length % 3;
  return (
    <figure className="stacked">
      <figcaption className="row spread">
        <span>{title}</span>
        <strong>{total}</strong>
      </figcaption>
      {sum === 0 && empty ? (
        <p className="soft small">{empty}</p>
      ) : (
        <>
          <div className="stacked-bar" aria-hidden>
            {shown.map((segment, i) => (
              <span
                key={segment.key}
                className={`${segment.tone} shade-${shade(i)}`}
                style={{ flexGrow: segment.value / sum }}
                title={`${segment.label}: ${segment.text}`}
              />
            ))}
          </div>
          <ul className="stacked-legend small">
            {shown.map((segment, i) => {
              const line = (
                <>
                  <span className={`stacked-key ${segment.tone} shade-${shade(i)}`} aria-hidden />
                  {segment.label}: <b>{segment.text}</b>
                </>
              );
              return <li key={segment.key}>{segment.link ? segment.link(line) : line}</li>;
            })}
          </ul>
        </>
      )}
    </figure>
  );
}
