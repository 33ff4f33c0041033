import { Button } from '../../../ui/button.js';
import { useText } from '../../../text/language.js';
import { DueFilter } from './due-filter.js';
import { useChoices } from './filter-choices.js';
import { Checks, Panel } from './filter-popover.js';
import { filtersText } from './filters.text.js';
import { useListSearch, type ListSearch, type ManyFilter } from './list-search.js';

const order: { filter: ManyFilter; text: 'kind' | 'state' | 'phase' | 'variant' | 'assignee' | 'group' | 'project' }[] =
  [
    { filter: 'kind', text: 'kind' },
    { filter: 'variant', text: 'variant' },
    { filter: 'state', text: 'state' },
    { filter: 'phase', text: 'phase' },
    { filter: 'assignee', text: 'assignee' },
    { filter: 'residentialGroup', text: 'group' },
    { filter: 'project', text: 'project' },
  ];

/** The type of a petition is a question only where petitions are listed. */
const asked = (filter: ManyFilter, search: ListSearch) =>
  filter !== 'variant' || search.variant !== undefined || search.kind?.includes('citizen-petition');

export function Filters() {
  const t = useText(filtersText);
  const { search, change } = useListSearch();
  const due = [search.overdue, search.dueAfter, search.dueBefore].filter(Boolean).length;
  return (
    <div className="row list-filters" role="group" aria-label={t.label}>
      {order.map(
        ({ filter, text }) =>
          asked(filter, search) && (
            <Panel key={filter} label={t[text]} chosen={search[filter]?.length}>
              <FilterChecks filter={filter} legend={t[text]} />
            </Panel>
          ),
      )}
      <Panel label={t.due} chosen={due}>
        <DueFilter />
      </Panel>
      <Button
        look="quiet"
        aria-pressed={search.shown === 'true'}
        onClick={() => change({ shown: search.shown ? undefined : 'true' })}
      >
        {t.shown}
      </Button>
    </div>
  );
}

function FilterChecks({ filter, legend }: { filter: ManyFilter; legend: string }) {
  const { search, change } = useListSearch();
  const groups = useChoices(filter, true, search.kind);
  return (
    <Checks
      legend={legend}
      groups={groups}
      value={search[filter] ?? []}
      onChange={(value) => change({ [filter]: value })}
    />
  );
}
