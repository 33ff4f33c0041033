import { useMe } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { DayField } from '../../../ui/fields.js';
import { addDays } from '../../../text/format.js';
import { useText } from '../../../text/language.js';
import { filtersText } from './filters.text.js';
import { addDaysOrNone, useListSearch } from './list-search.js';

/** Overdue or not, and the range of the next date; the address holds the days just outside the range. */
export function DueFilter() {
  const t = useText(filtersText);
  const me = useMe();
  const { search, change } = useListSearch();
  const range = (from: number, to: number) =>
    change({ dueAfter: addDays(me.today, from - 1), dueBefore: addDays(me.today, to + 1) });
  const overdue = [
    { value: undefined, label: t.overdueAny },
    { value: 'true', label: t.overdueYes },
    { value: 'false', label: t.overdueNo },
  ];
  return (
    <>
      <div role="radiogroup" aria-label={t.overdue} className="checks">
        {overdue.map(({ value, label }) => (
          <label key={label} className="check">
            <input
              type="radio"
              name="overdue"
              checked={search.overdue === value}
              onChange={() => change({ overdue: value })}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <div className="row">
        <Button small onClick={() => range(0, 0)}>
          {t.dueToday}
        </Button>
        <Button small onClick={() => range(0, 7)}>
          {t.dueWeek}
        </Button>
        <Button small onClick={() => range(0, 30)}>
          {t.dueMonth}
        </Button>
        {(search.dueAfter ?? search.dueBefore) && (
          <Button small look="quiet" onClick={() => change({ dueAfter: undefined, dueBefore: undefined })}>
            {t.anyDue}
          </Button>
        )}
      </div>
      <DayField
        label={t.from}
        value={addDaysOrNone(search.dueAfter, 1)}
        onChange={(day, problem) => !problem && change({ dueAfter: addDaysOrNone(day, -1) }, true)}
      />
      <DayField
        label={t.to}
        value={addDaysOrNone(search.dueBefore, -1)}
        onChange={(day, problem) => !problem && change({ dueBefore: addDaysOrNone(day, 1) }, true)}
      />
    </>
  );
}
