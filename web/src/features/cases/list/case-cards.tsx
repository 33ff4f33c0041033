import { useLayoutEffect, useRef } from 'react';
import { Link } from '@tanstack/react-router';
import { Day, DaysLeft } from '../../../ui/show.js';
import { useText } from '../../../text/language.js';
import type { RowsProps } from './case-table.js';
import { listText } from './list.text.js';
import { useVisibleRows } from './visible-rows.js';

const cardHeight = 128;

/** The list on a phone: cards of one height in the page itself. */
export function CaseCards({ pages, selection, context, frame }: RowsProps) {
  const t = useText(listText);
  const list = useRef<HTMLUListElement>(null);
  const { first, last } = useVisibleRows(list, null, cardHeight);
  const from = Math.min(first, Math.max(0, pages.extent - 1));
  const to = Math.min(last, pages.extent);
  const { show } = pages;
  useLayoutEffect(() => show(from, to));
  return (
    <div ref={frame}>
      <ul
        ref={list}
        className={pages.stale ? 'case-cards stale' : 'case-cards'}
        style={{ height: pages.extent * cardHeight }}
        aria-busy={pages.fetching}
      >
        {Array.from({ length: Math.max(0, to - from) }, (_, i) => {
          const index = from + i;
          const row = pages.row(index);
          const chosen = row !== undefined && selection.rows.has(row.id);
          return (
            <li
              key={index}
              className={chosen ? 'case-card chosen' : 'case-card'}
              style={{ top: index * cardHeight, height: cardHeight - 8 }}
            >
              {row ? (
                <>
                  <input
                    type="checkbox"
                    checked={chosen}
                    onChange={() => selection.toggle(index, false)}
                    aria-label={t.select(row.code)}
                  />
                  <div className="case-card-main">
                    <Link to="/ho-so/$code" params={{ code: row.code }}>
                      {row.code}
                    </Link>
                    <span className="title">{row.title}</span>
                    <span className="small one-line">
                      {context.name({ vi: row.stateVi, en: row.stateEn })} · {t.days(row.daysInState)}
                    </span>
                    <span className="row small due">
                      {row.nextDueOn ? (
                        <>
                          <Day of={row.nextDueOn} />
                          <DaysLeft
                            dueOn={row.nextDueOn}
                            kind="max"
                            today={context.today}
                            standsLate={row.standsStill && row.daysLate}
                          />
                        </>
                      ) : (
                        <span className="soft">{t.noDate}</span>
                      )}
                      <span className="soft one-line">
                        {row.assigneeName ?? (row.phase === 'closed' ? '' : t.noAssignee)}
                      </span>
                    </span>
                  </div>
                </>
              ) : (
                <span className="soft">{t.loadingRow}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
