import { useNavigate, useSearch } from '@tanstack/react-router';
import { useNames, useText } from '../../text/language.js';
import { ChoiceField } from '../../ui/fields.js';
import type { BoardData } from './board.query.js';
import { boardText } from './board.text.js';
import { TrendTable } from './trend-table.js';

/** Twelve months of the backlog, of all cases or of one kind of petition. */
export function Trends({ trends }: { trends: BoardData['trends'] }) {
  const t = useText(boardText).trend;
  const name = useNames();
  const { of = 'all' } = useSearch({ from: '/inside/bang-dieu-hanh' });
  const navigate = useNavigate({ from: '/bang-dieu-hanh' });
  const shown = trends.find((trend) => trend.of === of) ?? trends[0];
  if (!shown) return null;
  return (
    <section className="card board-trend" aria-labelledby="trend">
      <div className="row spread">
        <h2 id="trend">
          {t.title}
          <span className="board-of">: {name(shown)}</span>
        </h2>
        <div className="no-print board-choice">
          <ChoiceField
            label={<span className="sr-only">{t.of}</span>}
            value={shown.of}
            onChange={(value) =>
              void navigate({
                search: (now) => ({ ...now, of: value === 'all' ? undefined : value }),
                replace: true,
                resetScroll: false,
              })
            }
            options={trends.map((trend) => ({ value: trend.of, label: name(trend) }))}
          />
        </div>
      </div>
      <TrendTable months={shown.months} />
    </section>
  );
}
