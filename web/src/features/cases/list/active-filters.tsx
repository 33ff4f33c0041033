import { Button } from '../../../ui/button.js';
import { day } from '../../../text/format.js';
import { useText } from '../../../text/language.js';
import { useChoices } from './filter-choices.js';
import { filtersText } from './filters.text.js';
import { addDaysOrNone, isFiltered, manyFilters, noFilters, useListSearch, type ManyFilter } from './list-search.js';

/** Each condition in force as a chip that takes it away. */
export function ActiveFilters() {
  const t = useText(filtersText);
  const { search, change } = useListSearch();
  if (!isFiltered(search)) return null;
  const dueAfter = addDaysOrNone(search.dueAfter, 1);
  const dueBefore = addDaysOrNone(search.dueBefore, -1);
  const sinceFrom = addDaysOrNone(search.sinceAfter, 1);
  const sinceTo = addDaysOrNone(search.sinceBefore, -1);
  return (
    <div className="row chips" role="group" aria-label={t.active}>
      {manyFilters.map(
        (filter) => search[filter] && <ManyChips key={filter} filter={filter} values={search[filter]} />,
      )}
      {search.shown && <Chip label={t.shown} onRemove={() => change({ shown: undefined })} />}
      {search.overdue && (
        <Chip
          label={search.overdue === 'true' ? t.overdue : t.notOverdue}
          onRemove={() => change({ overdue: undefined })}
        />
      )}
      {dueAfter && <Chip label={t.dueFrom(day(dueAfter))} onRemove={() => change({ dueAfter: undefined })} />}
      {dueBefore && <Chip label={t.dueTo(day(dueBefore))} onRemove={() => change({ dueBefore: undefined })} />}
      {sinceFrom && <Chip label={t.sinceFrom(day(sinceFrom))} onRemove={() => change({ sinceAfter: undefined })} />}
      {sinceTo && <Chip label={t.sinceTo(day(sinceTo))} onRemove={() => change({ sinceBefore: undefined })} />}
      {search.overdueBy && (
        <Chip label={t.overdueBy(search.overdueBy)} onRemove={() => change({ overdueBy: undefined })} />
      )}
      {search.q && <Chip label={`${t.search}: ${search.q}`} onRemove={() => change({ q: undefined })} />}
      <Button small look="quiet" className="no-print" onClick={() => change(noFilters)}>
        {t.clearAll}
      </Button>
    </div>
  );
}

function ManyChips({ filter, values }: { filter: ManyFilter; values: readonly string[] }) {
  const { search, change } = useListSearch();
  const choices = useChoices(filter, true, search.kind).flatMap((group) => group.choices);
  const remove = (value: string) => {
    const rest = values.filter((each) => each !== value);
    change({ [filter]: rest.length > 0 ? rest : undefined });
  };
  return values.map((value) => (
    <Chip
      key={value}
      label={choices.find((choice) => choice.value === value)?.label ?? '…'}
      onRemove={() => remove(value)}
    />
  ));
}

function Chip({ label, onRemove }: { label: string; onRemove(): void }) {
  const t = useText(filtersText);
  return (
    <span className="chip">
      {label}
      <button
        type="button"
        aria-label={t.remove(label)}
        title={t.remove(label)}
        onClick={onRemove}
        className="no-print"
      >
        ✕
      </button>
    </span>
  );
}
